"""`FLO`: where value comes from, where it goes, and whether it comes back."""
