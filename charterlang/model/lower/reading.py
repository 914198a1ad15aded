"""Reading pieces of a tree: texts, names, numbers, money, time. Nothing here knows a declaration."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from charterlang.model.mention import CURRENCY, Mention, Wants
from charterlang.model.quantities import Duration, Money
from charterlang.model.vocabulary import Table
from charterlang.source import Edit, Finding, Fix, Label, Severity, Span
from charterlang.syntax import Leaf, Node, unquote

_SHARE_WORDS = {"all": Fraction(1), "half": Fraction(1, 2)}


class Reader:
    """Reads the tree of one block and gathers what there is to say about it."""

    __slots__ = ("block", "file", "findings")

    def __init__(self, file: str, block: int) -> None:
        """Read block number `block` of `file`."""
        self.file = file
        self.block = block
        self.findings: list[Finding] = []

    def span(self, part: Node | Leaf) -> Span:
        """The place of a node or leaf."""
        return Span(self.file, self.block, part.start, part.end)

    def say(
        self,
        code: str,
        message: str,
        part: Node | Leaf | Span,
        *,
        label: str = "",
        severity: Severity = Severity.ERROR,
        related: tuple[Label, ...] = (),
        help_: tuple[str, ...] = (),
        fixes: tuple[Fix, ...] = (),
    ) -> None:
        """Make a finding about a place."""
        span = part if isinstance(part, Span) else self.span(part)
        self.findings.append(
            Finding(code, severity, message, span, label=label, related=related, help=help_, fixes=fixes)
        )

    # --- words -------------------------------------------------------------------------------------------------------

    def name(self, node: Node) -> str:
        """The first name in a node, "" if there is none."""
        leaf = node.leaf("NAME")
        return spelled(leaf) if leaf is not None else ""

    def text(self, node: Node) -> str:
        """The first string in a node, unquoted, "" if there is none."""
        leaf = node.leaf("STRING")
        return unquote(leaf) if leaf is not None else ""

    def texts(self, node: Node) -> tuple[str, ...]:
        """All strings of a node, unquoted."""
        return tuple(unquote(leaf) for leaf in node.leaves("STRING"))

    def title(self, node: Node) -> str:
        """The title in the head of a declaration."""
        title = node.node("title")
        return self.text(title) if title is not None else ""

    def mention(self, leaf: Leaf, wants: Wants, said_in: str = "") -> Mention:
        """A name that must be resolved."""
        return Mention(spelled(leaf), wants, self.span(leaf), said_in)

    def one(self, node: Node, wants: Wants, which: int = 0, said_in: str = "") -> str:
        """The name number `which` of a node's own leaves, "" if there are fewer."""
        leaves = [leaf for leaf in node.leaves("NAME") if leaf.text]
        return self.mention(leaves[which], wants, said_in) if which < len(leaves) else ""

    def many(self, node: Node | None, wants: Wants, said_in: str = "") -> tuple[str, ...]:
        """All names of a node and of the `names` lists in it."""
        return tuple(self.mention(leaf, wants, said_in) for leaf in name_leaves(node))

    def word(self, leaf: Leaf, table: Table, severity: Severity = Severity.WARNING) -> str:
        """A word of a table in its usual spelling; one the table does not know is kept and reported."""
        text = spelled(leaf)
        entry = table.find(text)
        if entry is not None:
            return entry.word
        near = table.nearest(text)
        span = self.span(leaf)
        self.say(
            "NAM111",
            f"`{text}` is no {table.phrase} that the language knows",
            span,
            severity=severity,
            label=f"did you mean `{near[0]}`?" if near else "",
            help_=("another word is kept, but the analysis counts it for nothing",)
            if near
            else (f"known are {listed(table.words)}; another is kept, but the analysis counts it for nothing",),
            fixes=tuple(Fix(f"write `{other}`", (Edit(span, other),)) for other in near),
        )
        return text

    # --- numbers -----------------------------------------------------------------------------------------------------

    def integer(self, leaf: Leaf | None) -> int | None:
        """A whole number, None if there is none."""
        return int(leaf.text) if leaf is not None and leaf.text else None

    def fraction(self, leaf: Leaf | None) -> Fraction | None:
        """A share between 0 and 1, from `20%` or `2/3`; None (and a finding) if it is none."""
        if leaf is None or not leaf.text:
            return None
        text = leaf.text
        if leaf.kind == "PERCENT":
            share = Fraction(text.rstrip("%").rstrip(" \t\u00a0\u202f")) / 100
        else:
            above, _, below = text.partition("/")
            share = Fraction(int(above), int(below))
        if share > 1:
            self.say("NAM130", f"`{text}` is more than the whole", leaf, help_=("write a share between 0% and 100%",))
            return None
        return share

    def share(self, node: Node | None) -> Fraction | None:
        """The share in a node's own leaves, by number or by the words `all` and `half`."""
        if node is None:
            return None
        leaf = node.leaf("PERCENT", "FRACTION")
        if leaf is not None:
            return self.fraction(leaf)
        return next((_SHARE_WORDS[leaf.text] for leaf in node.leaves() if leaf.text in _SHARE_WORDS), None)

    def measure(self, node: Node) -> Fraction | int | None:
        """A share, or a whole number of heads, from a node's own leaves."""
        leaf = node.leaf("PERCENT", "FRACTION")
        return self.fraction(leaf) if leaf is not None else self.integer(node.leaf("INTEGER"))

    def money(self, node: Node | None) -> Money | None:
        """An amount in a currency, from a node that holds `money`, or from the `money` node itself."""
        node = node if node is None or node.kind == "money" else node.node("money")
        if node is None:
            return None
        number, unit = node.leaf("INTEGER", "DECIMAL"), node.leaf("NAME")
        if number is None or unit is None or not number.text:
            return None
        return Money(Decimal(number.text), self.mention(unit, CURRENCY))

    def duration(self, node: Node | None) -> Duration | None:
        """A span of time, from a node that holds `duration`, or from the `duration` node itself."""
        node = node if node is None or node.kind == "duration" else node.node("duration")
        if node is None:
            return None
        number, unit = self.integer(node.leaf("INTEGER")), node.leaf("TIME")
        if number is None or unit is None or not unit.text:
            return None
        return Duration(number, unit.text.removesuffix("s"))

    def date(self, node: Node) -> str:
        """A date as YYYY-MM-DD, or the words that stand in its place."""
        leaf = node.leaf("DATE")
        return leaf.text if leaf is not None and leaf.text else self.text(node)

    def period(self, node: Node) -> str:
        """The period after `per`: day, week, month, quarter or year."""
        leaf = node.leaf("PERIOD")
        return leaf.text if leaf is not None else ""


def spelled(leaf: Leaf) -> str:
    """The name of a leaf; letters with accents are one character each, however they were typed."""
    return leaf.text if leaf.text.isascii() else unicodedata.normalize("NFC", leaf.text)


def name_leaves(node: Node | None) -> Iterator[Leaf]:
    """The names in a node's own leaves and in its `names` lists."""
    if node is None:
        return
    for child in node.children:
        if isinstance(child, Leaf):
            if child.kind == "NAME" and child.text:
                yield child
        elif child.kind == "names":
            yield from name_leaves(child)


def has(node: Node, word: str) -> bool:
    """Whether a word stands among a node's own leaves."""
    return any(leaf.text == word for leaf in node.leaves())


def listed(words: tuple[str, ...]) -> str:
    """Words as a sentence lists them: `a`, `b` and `c`."""
    quoted = [f"`{word}`" for word in words]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else "".join(quoted)
