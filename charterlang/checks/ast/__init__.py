"""`AST`: who holds the keys of a commons, and where they go when their holder ends."""
