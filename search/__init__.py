"""Finding offers by words: the index of their texts, and the reading of what people type."""
