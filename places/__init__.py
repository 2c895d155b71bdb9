"""Where things are: names of places in Norway, postcodes, municipalities, counties and distances."""
