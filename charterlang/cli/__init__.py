"""The `charter` command: one small module a command, none of which imports more than it needs."""
