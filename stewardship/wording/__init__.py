"""Entries in words, field by field, for those who write and those who decide."""
