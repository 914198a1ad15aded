"""charterlang: from a plain-words charter to the papers that protect a commons, and the proof that they do."""

__version__ = "0.1.0"
