"""Signing in at another site (OpenID Connect), and tying what that site calls somebody to an account here."""
