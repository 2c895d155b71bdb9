"""Times as people type them, in bokmål and nynorsk, read into schedules and said back; unsure asks."""
