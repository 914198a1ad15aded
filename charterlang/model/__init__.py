"""The model: what a charter says, as plain frozen data.

Lowering reads the tree of each block, resolves names to full ids, follows `use`, and fills in what the charter leaves
unsaid from the legal form, marked with the statute it comes from (`source`). Nothing here judges; checks do.
"""

from charterlang.model.charter import Charter, Element, Header

__all__ = ["Charter", "Element", "Header"]
