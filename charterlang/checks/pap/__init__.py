"""`PAP`: what a registrar will ask for and the charter does not say yet."""
