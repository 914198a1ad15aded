"""`TIE`: what binds a firm to the commons it lives from, and what only looks like it."""
