"""Social prescriptions: a few real offers on a sheet of paper, and nothing about whom it is for."""
