"""Three circles: commons, associations and firms where they meet, and what ties them together.

`scene` says what is in the picture (made of `parts`, too much of it gathered by `folding`), `places` where each card
stands (`exchange` makes lines short), `routes` how the lines run, and `draw` puts it on paper under its `head`.
"""

from charterlang.pictures.circles.draw import three_circles

__all__ = ["three_circles"]
