"""The ten questions that put a group in: for each a form, and what its answers make of an entry."""
