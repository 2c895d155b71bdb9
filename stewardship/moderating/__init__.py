"""What moderators see and decide: one queue, and what lies behind each thing in it."""
