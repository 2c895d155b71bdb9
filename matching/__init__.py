"""Who is matched to what, and why: values and columns in, ranked and explained matches out.

Knows the standard library and NumPy, and nothing of the web, the database or the other packages.
"""
