"""Charters made from the grammar itself, for properties that must hold of every charter that can be written."""

from __future__ import annotations

import grammar_texts
from hypothesis import strategies as st


@st.composite
def declarations(draw: st.DrawFn, budget: int = 60) -> str:
    """The text of one declaration, with blanks, comments and line ends wherever they may stand."""
    return grammar_texts.declaration(lambda count: draw(st.integers(0, count - 1)), budget)


@st.composite
def charters(draw: st.DrawFn, most: int = 4) -> str:
    """The text of a charter of a few declarations."""
    return grammar_texts.charter(lambda count: draw(st.integers(0, count - 1)), most)
