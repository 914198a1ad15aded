"""The fixed words of a paper: labels, references and furniture, in English unless the paper brings its own.

A paper in another language sets the same keys in `Paper.words`. Values in braces are filled in:
`{number}` is the bare number of a clause, `{above}` what stands for the clause above it, `{label}` its own label.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from charterlang.papers.tree import Paper

ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        # What stands before a heading; `{above}` is the number of the clause above.
        "part label": "Part {number}",
        "article label": "Article {number}",
        "section label": "{above}.{number}",
        "item label": "({number})",
        "annex label": "Annex {number}",
        "annex section label": "{above}.{number}",
        # How running text refers to a clause; `{above}` is the reference to the clause above.
        "part reference": "{label}",
        "article reference": "{label}",
        "section reference": "section {label}",
        "item reference": "{above} {label}",
        "nested item reference": "{above}{label}",
        "annex reference": "{label}",
        "annex section reference": "section {label}",
        "missing reference": "[no clause “{label}”]",
        # Headings of what is not a clause.
        "Contents": "Contents",
        "Preamble": "Preamble",
        "Definitions": "Definitions",
        "Signatures": "Signatures",
        "Notes": "Notes",
        "Sources": "Sources",
        # Between a defined term and its meaning.
        "means": "means",
        # The face, the foot and the signature block.
        "Draft": "Draft",
        "Page {page} of {pages}": "Page {page} of {pages}",
        "Signature": "Signature",
        "Name": "Name",
        "Place and date": "Place and date",
        "for": "for",
        # Notes and the table of sources.
        "checked {year}": "checked {year}",
        "line {line}": "line {line}",
        "Clause": "Clause",
        "Charter": "Charter",
        "Law": "Law",
        # For those who read with a screen reader or a keyboard.
        "Blank": "Blank",
        "Skip to the text": "Skip to the text",
        "Back to the text": "Back to the text",
        "Note": "Note",
    }
)


def word(paper: Paper, key: str, **values: str) -> str:
    """The fixed word `key` in the paper's language, its braces filled from `values`.

    Braces that `values` does not name stay as they are, so a stray brace in a translation is text and not an error.
    """
    return fill(template(paper, key), values)


def template(paper: Paper, key: str) -> str:
    """The fixed word `key` with its braces still open."""
    return paper.words.get(key, ENGLISH[key])


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put `values` into the braces of `text`, once and in one go: what is put in is never read as a brace again."""
    return "".join(values.get(name, piece) for piece, name in braces(text))


def braces(text: str) -> list[tuple[str, str]]:
    """Cut `text` at its braces: pairs of the piece as written and the name in it ("" for plain words)."""
    pieces: list[tuple[str, str]] = []
    rest = text
    while rest:
        before, opening, tail = rest.partition("{")
        name, closing, after = tail.partition("}")
        if before:
            pieces.append((before, ""))
        if not closing:
            if opening:
                pieces.append((opening + tail, ""))
            break
        pieces.append((f"{{{name}}}", name))
        rest = after
    return pieces
