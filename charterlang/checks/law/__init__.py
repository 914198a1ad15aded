"""`LAW`: what a legal form demands, allows and forbids, against what the charter says."""
