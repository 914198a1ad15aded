"""The model: what a charter says, as plain frozen data.

    text ──parse──▶ blocks ──lower──▶ declarations ──assemble──▶ charter
                                      (names as written)         (ids)

`load` reads a file and all it uses. Each block is lowered on its own (`lower/`: a table of statements for each kind of
declaration); `assemble` settles doubles, lets the legal form give a body its organs (`defaults`), resolves all names
(`names`, `resolve`), puts holders and creditors in (`holdings`, `obligations`), and fills in what the charter leaves to
the statute, marked with its citation (`source`). Nothing here judges; checks do.

A name is an id without its path: `council` inside `kitchen` is `kitchen.council`. Elements hold ids only, never one
another; whatever rested on a name that means nothing is left out, and a finding says so.
"""

from charterlang.model.charter import Charter, Element, Header

__all__ = ["Charter", "Element", "Header"]
