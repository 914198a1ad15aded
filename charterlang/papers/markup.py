"""The small markup of clause templates, and how it becomes clauses.

It is read from template text only. What a charter says is put in as numbered tokens and never read as markup, so a
title such as `**x**` or `[[purpose]]` stays the words it is.

    # amendment | Amendment           an article: id and heading (`##` a section, whose heading may be left out)
    @ states kitchen.powers.amend     a directive for the clause just opened: what it states, covers, rests on
    Running text with a [Term], [Terms](term), a [[reference]], *emphasis* and **strong words**.
    - first item                      items, nested by two spaces; `- #id text` gives an item an id of its own
    | Value | Breach |                a table, its header row first
    {?, subject to [[sale]]?}         words that go when the clause they refer to is not in the paper
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from charterlang._records import record
from charterlang.papers.tree import (
    Blank,
    Block,
    Emphasis,
    Inline,
    Level,
    Paragraph,
    Picture,
    Reference,
    Strong,
    Table,
    Term,
    Text,
    Verbatim,
)

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"  # noncharacters: no text may hold them
_SPACES = re.compile(r"\s+")
_SENTENCE_ENDS = (".", "!", "?", ".”", "!”", "?”")
TOKEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


class MarkupFault(Exception):  # noqa: N818 - it names what is wrong with a template
    """A line of a template that is not in the markup."""


@record
class Phrase:
    """Words that are already set: a piece of running text that keeps its terms, references and blanks."""

    inlines: tuple[Inline, ...]

    def __str__(self) -> str:
        """Its plain words."""
        return plain(self.inlines)

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.inlines)

    def __html__(self) -> str:
        """Its plain words: a template that joins it to other text loses what was set, never its meaning."""
        return str(self)


@record
class Passage(Text):
    """Words that stand only while every clause they refer to is in the paper."""

    inlines: tuple[Inline, ...] = ()


Value = str | int | Phrase | Block
"""What may be put into a template."""


@dataclass(slots=True)
class Node:
    """A clause as a template words it, before it is set into a paper.

    `directives` holds what stood after `@`, by its first word; `children` come after `blocks`.
    """

    id: str
    level: Level
    heading: str = ""
    blocks: list[Block] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    directives: dict[str, list[str]] = field(default_factory=dict)

    def walk(self) -> Iterator[Node]:
        """This node and all beneath it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def token(place: int) -> str:
    """The token that stands for the value at `place`."""
    return f"{_OPEN}{place}{_CLOSE}"


def slug(text: str) -> str:
    """`text` as a part of an id: small letters, digits, points and hyphens."""
    return re.sub(r"-{2,}", "-", re.sub(r"[^\w.]+", "-", text.strip().lower().replace("_", "-"))).strip("-.")


def plain(inlines: Iterable[Inline]) -> str:
    """The words of `inlines`; a blank reads as its hint in brackets, a reference as nothing yet."""
    words: list[str] = []
    for inline in inlines:
        if isinstance(inline, Passage):
            words.append(plain(inline.inlines))
        elif isinstance(inline, Blank):
            words.append(f"[{inline.hint}]")
        else:
            words.append(inline.text)
    return "".join(words)


# --- inlines -----------------------------------------------------------------------------------------------------

_INLINE = re.compile(
    rf"{_OPEN}(?P<token>\d+){_CLOSE}"
    r"|\[\[(?P<reference>[^\]]+)\]\]"
    r"|\[(?P<term>[^\]\[]+)\](?:\((?P<key>[^()]*)\))?"
    r"|\*\*(?P<strong>[^*]+)\*\*"
    r"|\*(?P<emphasis>[^*]+)\*"
    r"|(?P<open>\{\?)|(?P<close>\?\})"
)


def inlines(text: str, values: Sequence[Value]) -> tuple[Inline, ...]:
    """The running text that `text` marks up, with `values` in the places of their tokens."""
    stack: list[list[Inline]] = [[]]
    end = 0
    for match in _INLINE.finditer(text):
        _add(stack[-1], Text(text[end : match.start()]))
        end = match.end()
        if match["token"]:
            for inline in _value_inlines(values, int(match["token"])):
                _add(stack[-1], inline)
        elif match["reference"]:
            stack[-1].append(Reference(slug(words(match["reference"], values))))
        elif match["term"]:
            name = words(match["term"], values)
            key = words(match["key"], values) if match["key"] else name
            stack[-1].append(Term(slug(key), name))
        elif match["strong"]:
            stack[-1].append(Strong(words(match["strong"], values)))
        elif match["emphasis"]:
            stack[-1].append(Emphasis(words(match["emphasis"], values)))
        elif match["open"]:
            stack.append([])
        elif len(stack) > 1:
            inner = tuple(stack.pop())
            stack[-1].append(Passage("", inner))
        else:
            raise MarkupFault("“?}” closes nothing; words that may go open with “{?”.")
    if len(stack) > 1:
        raise MarkupFault("“{?” is not closed; words that may go end with “?}”.")
    _add(stack[0], Text(text[end:]))
    return tuple(stack[0])


def _add(line: list[Inline], inline: Inline) -> None:
    """Append, joining plain words to plain words and leaving out what is empty."""
    if type(inline) is Text:
        if not inline.text:
            return
        if line and isinstance(line[-1], Text | Term) and line[-1].text.endswith(_SENTENCE_ENDS):
            # "Weft e.V." at the end of a sentence brings its own full stop.
            inline = Text(re.sub(r"^\.(?!\.)", "", inline.text))
        if line and type(line[-1]) is Text:
            line[-1] = Text(line[-1].text + inline.text)
            return
    line.append(inline)


def _value_inlines(values: Sequence[Value], place: int) -> tuple[Inline, ...]:
    value = values[place] if place < len(values) else ""
    if isinstance(value, Phrase):
        return value.inlines
    return (Text(_value_words(value, values, place)),)


def _value_words(value: Value, values: Sequence[Value], place: int) -> str:
    if isinstance(value, Phrase):
        return str(value)
    if isinstance(value, str | int):
        # A captured piece of a template may hold earlier tokens; those, and only those, are read in it.
        text = TOKEN.sub(lambda match: _earlier(values, int(match[1]), place), str(value))
        return _SPACES.sub(" ", text.replace(_OPEN, "").replace(_CLOSE, ""))
    raise MarkupFault("A table, a verbatim text or a picture must stand on a line of its own.")


def _earlier(values: Sequence[Value], place: int, before: int) -> str:
    return _value_words(values[place], values, place) if place < before else ""


def words(text: str, values: Sequence[Value]) -> str:
    """`text` with `values` in the places of their tokens, as plain words."""
    return TOKEN.sub(lambda match: _value_words(_at(values, match), values, int(match[1])), text)


def _at(values: Sequence[Value], match: re.Match[str]) -> Value:
    place = int(match[1])
    return values[place] if place < len(values) else ""


# --- clauses -----------------------------------------------------------------------------------------------------

_HEADING = re.compile(r"(#{1,2}) (\S+)(?: \| (.*))?$")
_ITEM = re.compile(r"( *)- (?:#(\S+) )?(.*)$")
_DIRECTIVE = re.compile(r"@ ([a-z]+) ?(.*)$")
_LISTS = frozenset({"states", "covers", "points", "defines"})
"""The directives that take several values, parted by commas; the others take their line as it is."""
_LEVELS = {"#": Level.ARTICLE, "##": Level.SECTION}


class _Reader:
    """One template's text on its way to nodes."""

    def __init__(self, values: Sequence[Value]) -> None:
        self.values = values
        self.tops: list[Node] = []
        self.preamble: list[Block] = []
        self.path: list[Node] = []
        self.depths: list[int] = []
        self.lines: list[str] = []
        self.rows: list[str] = []

    def read(self, text: str) -> None:
        for raw in text.split("\n"):
            line = raw.rstrip()
            if not line.strip():
                self.flush()
            elif line.startswith(("# ", "## ")):
                self.flush()
                self.heading(line)
            elif line.lstrip().startswith("@ "):
                self.flush()
                self.directive(line.lstrip())
            elif line.lstrip().startswith("- "):
                self.flush()
                self.item(line)
            elif line.startswith("| "):
                self.rows.append(line)
            else:
                self.running(line)
        self.flush()

    def running(self, line: str) -> None:
        """A line of running text: it goes on with the paragraph that is open, or opens one."""
        after_item = not self.lines and self.path and self.path[-1].level is Level.ITEM
        if after_item and not line.startswith(" "):
            raise MarkupFault(f"“{self.words(line)}” stands after items; indent it if it belongs to the last of them.")
        self.lines.append(line.strip())

    def heading(self, line: str) -> None:
        match = _HEADING.match(line)
        if match is None:
            raise MarkupFault(f"A clause opens with “# id | Heading”, not with “{self.words(line)}”.")
        node = Node(slug(self.words(match[2])), _LEVELS[match[1]], self.words(match[3] or "").strip())
        articles = [each for each in self.path if each.level is Level.ARTICLE]
        if node.level is Level.SECTION and articles:
            articles[-1].children.append(node)
            self.path = [articles[-1], node]
        else:
            self.tops.append(node)
            self.path = [node]
        self.depths = []

    def directive(self, line: str) -> None:
        match = _DIRECTIVE.match(line)
        if match is None or not self.path:
            raise MarkupFault(f"“{self.words(line)}” belongs to no clause: a directive stands below one.")
        text = self.words(match[2])
        given = (each.strip() for each in (text.split(",") if match[1] in _LISTS else [text]))
        self.path[-1].directives.setdefault(match[1], []).extend(each for each in given if each)

    def item(self, line: str) -> None:
        match = _ITEM.match(line)
        if match is None or not self.path:
            raise MarkupFault(f"The item “{self.words(line).strip()}” belongs to no clause.")
        depth = len(match[1])
        while self.depths and self.depths[-1] >= depth:
            self.depths.pop()
            self.path.pop()
        above = self.path[-1]
        own = slug(self.words(match[2])) if match[2] else ""
        node = Node(own or f"{above.id}.{len(above.children) + 1}", Level.ITEM)
        above.children.append(node)
        self.path.append(node)
        self.depths.append(depth)
        self.lines.append(match[3])

    def flush(self) -> None:
        """Close the paragraph or the table that is open."""
        if self.rows:
            self.put(self.table())
        if self.lines:
            text = " ".join(" ".join(self.lines).split())
            alone = TOKEN.fullmatch(text)
            value = self.values[int(alone[1])] if alone and int(alone[1]) < len(self.values) else None
            if isinstance(value, Table | Verbatim | Picture | Paragraph):
                self.put(value)
            else:
                line = _trimmed(inlines(text, self.values))
                if line:
                    self.put(Paragraph(line))
        self.lines, self.rows = [], []

    def put(self, block: Block) -> None:
        if not self.path:
            self.preamble.append(block)
            return
        self.path[-1].blocks.append(block)

    def table(self) -> Table:
        rows = [
            [each.strip() for each in row.strip().removeprefix("|").removesuffix("|").split("|")] for row in self.rows
        ]
        width = len(rows[0])
        if any(len(row) != width for row in rows):
            raise MarkupFault(f"The rows of the table “{self.words(self.rows[0])}” have unequal lengths.")
        header, *body = [tuple(inlines(cell, self.values) for cell in row) for row in rows]
        return Table(header, tuple(body))

    def words(self, text: str) -> str:
        return words(text, self.values)


def _trimmed(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A line without spaces at its ends."""
    pieces = list(line)
    if pieces and type(pieces[0]) is Text:
        pieces[0] = Text(pieces[0].text.lstrip())
    if pieces and type(pieces[-1]) is Text:
        pieces[-1] = Text(pieces[-1].text.rstrip())
    return tuple(piece for piece in pieces if type(piece) is not Text or piece.text)


def read(text: str, values: Sequence[Value]) -> tuple[list[Block], list[Node]]:
    """The blocks before the first clause, and the clauses, of a template's text.

    Raises:
        MarkupFault: the text is not in the markup.
    """
    reader = _Reader(values)
    reader.read(text)
    return reader.preamble, reader.tops
