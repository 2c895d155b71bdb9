"""How fast the site is and how well it finds, measured on made-up catalogues."""
