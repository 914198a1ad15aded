"""Three circles: commons, associations and firms where they meet, and what ties them together.

`scene` says what is in the picture, `places` where each card stands, `routes` how the lines run between them, and
`draw` puts it on paper.
"""

from charterlang.pictures.circles.draw import three_circles

__all__ = ["three_circles"]
