"""How a group puts itself in, and how those who hold an entry change it: the ten questions."""
