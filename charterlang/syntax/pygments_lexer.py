"""Colours for charters wherever Pygments is at work: documentation, web pages, slides.

Pygments finds it through the entry point `charter = charterlang.syntax.pygments_lexer:CharterLexer`. The words come
from the grammar, in the groups of `charterlang.syntax.highlighting`.
"""

from __future__ import annotations

from typing import ClassVar

from pygments.lexer import RegexLexer, bygroups  # type: ignore[import-untyped]
from pygments.lexer import words as any_of
from pygments.token import (  # type: ignore[import-untyped]
    Comment,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    Whitespace,
)

from charterlang.syntax.highlighting import DATE, NAME, QUANTITY, words

_END = r"(?![\w.-])"
_WORDS = words()
_DECLARATIONS = "|".join(sorted(_WORDS.declarations, key=len, reverse=True))
_STATEMENTS = "|".join(sorted(_WORDS.statements, key=len, reverse=True))
_UNITS = "|".join(sorted(_WORDS.units, key=len, reverse=True))


class CharterLexer(RegexLexer):  # type: ignore[misc]
    """Charters: a plain-words description of a commons and those around it."""

    name = "Charter"
    aliases: ClassVar = ["charter"]
    filenames: ClassVar = ["*.charter"]
    mimetypes: ClassVar = ["text/x-charter"]

    tokens: ClassVar = {
        "root": [
            (rf"^({_DECLARATIONS})([ \t]+)({NAME})", bygroups(Keyword.Declaration, Whitespace, Name.Class)),
            (rf"^({_DECLARATIONS}){_END}", Keyword.Declaration),
            (rf"^([ \t]+)({_STATEMENTS}){_END}", bygroups(Whitespace, Keyword)),
            (rf"([{{;])([ \t]*)({_STATEMENTS}){_END}", bygroups(Punctuation, Whitespace, Keyword)),
            (r"#[^\n]*", Comment.Single),
            (r'"""[\s\S]*?(?:"""|\Z)', String.Doc),
            (r'"', String.Double, "text"),
            (any_of(_WORDS.joints, prefix=r"(?<![\w.-])", suffix=_END), Operator.Word),
            (any_of(_WORDS.rules, prefix=r"(?<![\w.-])", suffix=_END), Name.Builtin),
            (rf"{DATE}{_END}", Literal.Date),
            (rf"({QUANTITY})([ \t]+)({_UNITS}){_END}", bygroups(Number, Whitespace, Keyword.Type)),
            (QUANTITY, Number),
            (NAME, Name),
            (r"[{}(),;]", Punctuation),
            (r"\n", Whitespace),
            (r"[^\S\n]+", Whitespace),
            (r".", Text),
        ],
        "text": [
            (r"\\(?:u\{[0-9a-fA-F]+\}|.)", String.Escape),
            (r'[^"\\\n]+', String.Double),
            (r'"', String.Double, "#pop"),
            (r"\n", Whitespace, "#pop"),
            (r"\\", String.Double),
        ],
    }
