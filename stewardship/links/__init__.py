"""Whether the web addresses of entries still lead somewhere."""
