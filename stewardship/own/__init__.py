"""The pages of those who hold offers."""
