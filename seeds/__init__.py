"""What the site begins with: the documented offers, the vocabulary, the gazetteer, and made-up examples."""
