"""Where the words of a block go: rows with a key and a value, columns, lines that are too long."""

from __future__ import annotations

from collections.abc import Sequence

from charterlang.syntax.document import Block
from charterlang.syntax.nodes import Leaf, Node
from charterlang.syntax.trivia import Gap, gaps

WIDTH = 110
INDENT = 2

# A key longer than this stands outside the column; what a power is about may be longer.
_LONGEST_KEY = 18
_LONGEST_POWER = 44

# What reads as a sentence or has a name of its own, not as a key and a value.
_SENTENCES = frozenset((
    "charter", "value", "commons", "asset", "entity", "agreement", "currency", "provision", "clause", "use", "define",
    "expect", "allow", "members", "shares", "organ", "door", "seat_line", "filled_by_itself", "for_life", "duties",
    "duty", "lock", "residents_only", "transferable", "dissolution", "near_default", "staff_owned", "change_of_control",
    "not_binding", "revocable_term", "clause_in",
))  # fmt: skip
# A keyword that belongs to the key when it comes second: `held by`, `on breach`, `gains from`.
_SECOND = frozenset({"BY", "BREACH", "FORCE", "FROM", "LIMIT", "TURNOUT", "VOTE", "WITH"})
_BREAK_AFTER = frozenset({"COMMA", "AND", "OR"})


class Row:
    """One statement, or one comment, as a line or several. `column` is where its value starts, once that is known."""

    __slots__ = ("after", "blank", "column", "indent", "key", "lines", "own", "printer", "tokens", "verbatim")

    def __init__(self, indent: int, *, blank: bool = False) -> None:
        """A row at `indent` blanks, with a blank line above it if `blank`."""
        self.indent = indent
        self.blank = blank
        self.own: list[tuple[str, bool]] = []
        self.key: tuple[Leaf, ...] = ()
        self.tokens: tuple[Leaf, ...] = ()
        self.column = 0
        self.after = ""
        self.lines: list[str] = []
        self.verbatim = ""
        self.printer: Printer | None = None

    def text(self) -> str:
        """The lines of this row."""
        margin = " " * self.indent
        lines: list[str] = []
        for comment, blank in self.own:
            lines += ["", margin + comment] if blank else [margin + comment]
        if self.blank:
            lines.append("")
        if self.verbatim:
            lines.append(margin + self.verbatim)
        elif self.printer is not None and (self.key or self.tokens):
            lines.append(self.printer.line(self))
        return "\n".join(lines) + self.after


def aligned(run: Sequence[Row], gap: int) -> None:
    """Let the values of a run of rows start in one column, `gap` blanks behind the longest key."""
    if len(run) < 2:
        return
    widest = max(width(row.key) for row in run)
    for row in run:
        row.column = widest + gap


def width(leaves: Sequence[Leaf]) -> int:
    """How many characters a stretch of tokens takes on one line."""
    return len(joined(leaves))


def joined(leaves: Sequence[Leaf]) -> str:
    """Tokens on one line, set apart as words and marks are."""
    parts: list[str] = []
    before = ""
    for leaf in leaves:
        if before and _parted(before, leaf.kind):
            parts.append(" ")
        parts.append(leaf.text)
        before = leaf.kind
    return "".join(parts)


def _parted(before: str, kind: str) -> bool:
    """Whether a blank stands between two tokens that follow one another."""
    return before != "LPAR" and kind not in {"COMMA", "RPAR"} and (before, kind) != ("LBRACE", "RBRACE")


class Printer:
    """Sets one block."""

    def __init__(self, block: Block) -> None:
        """Gather the block's tokens and what stands between them."""
        self.block = block
        leaves = list(block.tree.tokens()) if block.tree else []
        self.gaps, self.tail = gaps(block.text, leaves)

    def rows(self) -> list[Row]:
        """The rows of the whole block."""
        tree = self.block.tree
        rows: list[Row] = []
        if tree is not None:
            self._statement(tree, 0, rows, first=True)
            if self.tail.trailing:
                rows[-1].after += f"  {self.tail.trailing}"
        for number, comment in enumerate(self.tail.own):
            row = Row(0, blank=comment.after_blank and (bool(rows) or number > 0))
            row.verbatim = comment.text
            rows.append(row)
        return rows

    def _gap(self, leaf: Leaf) -> Gap:
        return self.gaps[leaf.start]

    def _statement(self, node: Node, indent: int, rows: list[Row], *, first: bool) -> bool:
        """Add the rows of a statement; whether it takes several lines for its braces."""
        leaves = list(node.tokens())
        gap = self._gap(leaves[0])
        row = Row(indent, blank=gap.blank and (not first or bool(gap.own)))
        row.own = [
            (comment.text, comment.after_blank and not (first and number == 0))
            for number, comment in enumerate(gap.own)
        ]
        row.printer = self
        rows.append(row)
        brace = next((leaf for leaf in node.leaves("LBRACE")), None)
        if brace is None or self._fits(leaves, indent):
            cut = _key_length(node, leaves)
            row.key, row.tokens = tuple(leaves[:cut]), tuple(leaves[cut:])
            return False
        head = [leaf for leaf in leaves if leaf.start <= brace.start]
        row.tokens = tuple(head)
        statements = [part for part in node.nodes() if part.start > brace.start]
        closing = leaves[-1]
        inner: list[Row] = []
        self._body(statements, indent + INDENT, inner, row)
        end_gap = self._gap(closing)
        if end_gap.trailing:
            (inner[-1] if inner else row).after += f"  {end_gap.trailing}"
        rows += inner
        for number, comment in enumerate(end_gap.own):
            inside = Row(indent + INDENT, blank=comment.after_blank and (bool(inner) or number > 0))
            inside.verbatim = comment.text
            rows.append(inside)
        close = Row(indent)
        close.verbatim = "}"
        rows.append(close)
        return True

    def _body(self, statements: Sequence[Node], indent: int, rows: list[Row], head: Row) -> None:
        """Add the rows of the statements in braces, in columns."""
        run: list[Row] = []
        for number, statement in enumerate(statements):
            start = len(rows)
            gap = self.gaps[statement.start]
            if gap.trailing:
                (rows[-1] if rows else head).after += f"  {gap.trailing}"
            several = self._statement(statement, indent, rows, first=number == 0)
            row = rows[start]
            blank = number > 0 and (row.blank or any(blank for _, blank in row.own))
            if blank or several or statement.kind == "seat_line":
                aligned(run, gap=2)
                run = []
            if row.key:
                run.append(row)
        aligned(run, gap=2)

    def _fits(self, leaves: Sequence[Leaf], indent: int) -> bool:
        """Whether braces and all in them can stay on the one line on which they were written."""
        if any(self._gap(leaf).newline or self._gap(leaf).comments for leaf in leaves[1:]):
            return False
        if any("\n" in leaf.text for leaf in leaves):
            return False
        return indent + len(self._inline(leaves)) <= WIDTH

    def _inline(self, leaves: Sequence[Leaf]) -> str:
        """Tokens with braces on one line: statements are parted by semicolons, as they were."""
        text = self.block.text
        parts: list[str] = []
        stretch: list[Leaf] = []
        for leaf in leaves:
            parted = stretch and ";" in text[stretch[-1].end : leaf.start]
            if parted and leaf.kind != "RBRACE":
                parts.append(f"{joined(stretch)};")
                stretch = []
            stretch.append(leaf)
        parts.append(joined(stretch))
        return " ".join(parts)

    def line(self, row: Row) -> str:
        """A row as text: one line if it fits, else several, broken where the language allows."""
        leaves = [*row.key, *row.tokens]
        if any(leaf.kind == "LBRACE" for leaf in leaves[:-1]):
            return " " * row.indent + self._inline(leaves)
        hang = row.indent + (row.column if 0 < row.column <= 30 else 2 * INDENT)
        lines: list[str] = []
        current = " " * row.indent
        before: Leaf | None = None
        for number, leaf in enumerate(leaves):
            gap = self._gap(leaf) if number else Gap()
            space = " " if before is not None and _parted(before.kind, leaf.kind) else ""
            if number == len(row.key) and row.key and row.column:
                space = " " * max(row.indent + row.column - len(current), 1)
            if gap.comments:
                lines.append(current + (f"  {gap.trailing}" if gap.trailing else ""))
                lines += [" " * hang + comment.text for comment in gap.own]
                current, space = " " * hang, ""
            elif before is not None and before.kind in _BREAK_AFTER:
                ahead = joined(_until_break(leaves[number:]))
                if len(current) + len(space) + len(ahead) > WIDTH and len(current.strip()) > 0:
                    lines.append(current)
                    current, space = " " * hang, ""
            current += space + leaf.text
            if "\n" in leaf.text:
                *above, current = current.split("\n")
                lines += above
            before = leaf
        return "\n".join([*lines, current])


def _until_break(leaves: Sequence[Leaf]) -> list[Leaf]:
    """The tokens up to the next place where a line may end."""
    found: list[Leaf] = []
    for leaf in leaves:
        found.append(leaf)
        if leaf.kind in _BREAK_AFTER:
            break
    return found


def _key_length(node: Node, leaves: Sequence[Leaf]) -> int:
    """How many of a statement's tokens are its key; 0 if it reads as a sentence."""
    if node.kind == "power":
        cut = next((number for number, leaf in enumerate(leaves) if leaf.kind in {"REQUIRES", "NEVER"}), 0)
        return cut if width(leaves[:cut]) <= _LONGEST_POWER else 0
    if node.kind == "flow":
        return next((number for number, leaf in enumerate(leaves) if leaf.kind == "FROM"), 0)
    if node.kind == "particular":
        cut = next((number for number, leaf in enumerate(leaves) if leaf.kind != "NAME"), 0)
    elif node.kind in _SENTENCES or node.leaf("LBRACE") is not None or len(leaves) < 2:
        return 0
    else:
        second = node.children[1]
        cut = 2 if second.kind in _SECOND and len(leaves) > 2 else 1
    return cut if width(leaves[:cut]) <= _LONGEST_KEY else 0
