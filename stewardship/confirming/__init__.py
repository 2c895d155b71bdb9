"""Asking those who hold entries whether they are right, and taking their answer."""
