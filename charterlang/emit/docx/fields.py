"""What Word computes: references, contents and page numbers, each already filled with what it should read."""

from __future__ import annotations

import re
from hashlib import sha256

from charterlang.emit.characters import fit
from charterlang.emit.docx.words import plain, run, w
from charterlang.emit.xml import escaped
from charterlang.papers.number import NumberOf, ReferencePieces
from charterlang.papers.words import braces

_NAME_LENGTH = 40


def bookmark_name(clause_id: str) -> str:
    """The bookmark on a clause: stable, unique, and within what Word allows (40 letters, digits and low lines)."""
    digest = sha256(fit(clause_id).encode()).hexdigest()[:8]
    readable = re.sub(r"[^A-Za-z0-9]+", "_", clause_id)[: _NAME_LENGTH - len("_Ref") - len(digest) - 2]
    return f"_Ref_{readable}_{digest}"


def field(instruction: str, *result: str, properties: str = "") -> str:
    """A field with its instruction and its present result, which is a sequence of runs."""
    return "".join((field_start(instruction, properties), *result, field_end(properties)))


def field_start(instruction: str, properties: str = "") -> str:
    """What stands before the result of a field."""
    code = f'<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText>'
    pieces = (w("fldChar", fldCharType="begin"), code, w("fldChar", fldCharType="separate"))
    return "".join(run(piece, properties) if properties else run(piece) for piece in pieces)


def field_end(properties: str = "") -> str:
    """What stands after the result of a field."""
    end = w("fldChar", fldCharType="end")
    return run(end, properties) if properties else run(end)


def reference(pieces: ReferencePieces) -> str:
    """A live reference to a clause. One made of several numbers asks for each by itself, without those above it."""
    numbers = sum(isinstance(piece, NumberOf) for piece in pieces)
    switch = r"\r" if numbers == 1 else r"\n"
    return "".join(
        field(rf"REF {bookmark_name(piece.target)} {switch} \h", plain(piece.text))
        if isinstance(piece, NumberOf)
        else plain(_unbroken(piece))
        for piece in pieces
    )


def reference_words(pieces: ReferencePieces) -> str:
    """A reference as it reads, without the fields that keep it alive."""
    return "".join(piece.text if isinstance(piece, NumberOf) else _unbroken(piece) for piece in pieces)


def _unbroken(words: str) -> str:
    """The words around the numbers of a reference, which no line may end between."""
    return words.replace(" ", "\u00a0")


def page_of_pages(template: str) -> str:
    """The foot of a page: the words of `template` with the page and the number of pages in its braces."""
    instructions = {"page": "PAGE", "pages": "NUMPAGES"}
    return "".join(
        field(instructions[name], plain("1")) if name in instructions else plain(piece)
        for piece, name in braces(template)
    )
