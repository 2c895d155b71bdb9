"""What is on a sheet of paper: its words, its small maps, its print page and its PDF."""
