"""Hints while a group writes. A hint never refuses anything."""
