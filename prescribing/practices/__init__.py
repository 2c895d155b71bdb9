"""Who prescribes: asking to, being approved, colleagues, their usual choices, and what is counted."""
