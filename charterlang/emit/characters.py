"""Which characters of a charter may stand in a paper at all."""

from __future__ import annotations

import re

# What XML 1.0 forbids, and the controls that reorder text on either side of them: a paper must read as it is stored.
# Right-to-left and left-to-right marks stay; Hebrew and Arabic names need them, and they reorder nothing else.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")


def fit(text: str) -> str:
    """`text` without the characters no paper may hold; every line ends in one way."""
    if text.isascii() and text.isprintable():
        return text
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", text))


def running(text: str) -> str:
    """`text` as it stands in a line: line breaks and tabs are spaces."""
    return fit(text).replace("\n", " ").replace("\t", " ")
