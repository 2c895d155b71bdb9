"""Ground that every other package stands on: settings, database, errors, seals. Knows no feature."""
