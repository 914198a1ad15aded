"""`GOV`: organs, seats, votes and decisions that do not work out, and people without a voice."""
