"""How the catalogue is kept true: registering, claiming, editing, confirming, reporting, moderating."""
