"""Who can do what: the power system, coalitions, levels, evidence and repairs."""
