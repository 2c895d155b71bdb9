"""A made-up country of offers, for trying out and measuring. Every record says that it is made up."""
