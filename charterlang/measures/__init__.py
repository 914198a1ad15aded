"""Figures and answers over a whole charter: scores with their evidence, and what flows where."""
