"""How fast the site is, measured on made-up catalogues of a country's size."""
