"""Who decides: from the parties over the bodies they fill to the acts those bodies may do, read from left to right.

`chart` says what is in the picture, `draw` lays it out and draws it.
"""

from charterlang.pictures.decides.draw import who_decides

__all__ = ["who_decides"]
