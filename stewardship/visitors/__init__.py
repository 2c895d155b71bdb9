"""What visitors say without being known: what is wrong, what they wish for, a first message."""
