"""Public JSON: the same answers as the pages, for other programs."""
