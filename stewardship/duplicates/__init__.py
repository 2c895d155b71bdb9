"""Whether something is in the catalogue already, under the same name or nearly so."""
