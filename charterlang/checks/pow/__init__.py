"""`POW`: values that somebody can break, and the levers by which they could."""
