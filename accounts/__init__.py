"""People who sign in: stewards and moderators; their sessions, and the one table of permissions."""
