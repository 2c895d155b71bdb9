"""What exists: organisations, offers, schedules, venues; their pages; offer files; occurrences; freshness."""
