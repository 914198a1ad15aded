"""How the parse of a block goes on after a slip, so that one slip hides nothing that follows.

At a token that fits nowhere, the causes that can be told for certain are looked for first: a character from another
keyboard, a text or a brace never closed, a comma that swallowed the next line. Else the best small repair is made
(`charterlang.syntax.repairs`); where none is good enough, the statement is skipped. The work is bounded: so many slips
a block, each with so many trials of so many tokens.
"""

from __future__ import annotations

import re
from dataclasses import replace

from charterlang.source import Edit, Finding, Fix, Label, Severity, Span
from charterlang.syntax import causes, general
from charterlang.syntax.automaton import load
from charterlang.syntax.machine import Machine, Token
from charterlang.syntax.nodes import Leaf, Node
from charterlang.syntax.repairs import apply, best
from charterlang.syntax.slips import Slip, line_start, patched

# After so many slips, a block is not worth reading further.
MOST_SLIPS = 12
_MOST_TURNS = 200
_DEEPEST_SKIP = 200
# So many characters may be read once more; beyond that, a statement is skipped instead.
_MOST_READ_AGAIN = 2_000_000
# A help that takes several lines is given once for each block.
_LONG_HELP = 200

_SKIPPED = re.compile(r'"""[\s\S]*?(?:"""|\Z)|"[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+"?|#[^\r\n]*|[{}]|\r\n?|\n|;')


class Recovery:
    """One block's parse with its slips. The machine may read the text with bad marks mended, of the same length."""

    def __init__(self, text: str) -> None:
        """Stand at the start of the block."""
        self.text = text
        self.tables = load()
        self.machine = Machine(self.tables, text)
        self.slips: dict[tuple[str, int], Slip] = {}
        self.told: set[int] = set()
        self.helped: set[str] = set()
        self.turns = 0
        self.read_again = 0

    def parse(self) -> Node | None:
        """Parse to the end of the block, or as far as it goes; the tree of what could be read."""
        while (token := self.machine.run()) is not None:
            if not self.turn(token):
                break
        return prune(self.machine.tree())

    def turn(self, token: Token) -> bool:
        """Go on after `token`, which does not fit, unless there were too many such already."""
        self.turns += 1
        if len(self.slips) >= MOST_SLIPS or self.turns > _MOST_TURNS:
            self.say(causes.too_many(token))
            return False
        return self.recover(token)

    def say(self, slip: Slip) -> None:
        """Note a slip, once for each place; a help that was given already goes unsaid."""
        if (slip.code, slip.start) in self.slips:
            return
        new = tuple(each for each in slip.help if each not in self.helped or len(each) < _LONG_HELP)
        self.helped.update(new)
        self.slips[slip.code, slip.start] = slip if new == slip.help else replace(slip, help=new)
        self.told.add(line_start(self.text, slip.start))

    def recover(self, token: Token) -> bool:
        """Go on after `token`, which does not fit; False if that cannot be done."""
        machine = self.machine
        certain = causes.certain(machine, token)
        if certain is not None:
            self.say(certain.slip)
            if certain.mended is not None and self.go_on_with(certain.mended, token):
                return True
            if certain.instead is not None:
                machine.position = certain.instead.start
                if machine.take(certain.instead):
                    return True
            return self.skip(token)
        kinds = machine.acceptable()
        if token.kind == "$END":
            return self.finish(token, kinds)
        repair = best(machine, token, kinds)
        # A second slip on a line is most often the first one's doing.
        if line_start(self.text, token.start) not in self.told:
            self.say(general.slip(machine, token, kinds, repair))
        if repair is not None and repair.how == "hyphen" and machine.last and token.start - machine.last.end == 1:
            mended = patched(machine.text, machine.last.end, token.start, "-")
            return self.go_on_with(mended, token) or self.skip(token)
        if repair is None or not apply(machine, token, repair):
            return self.skip(token)
        return True

    def go_on_with(self, text: str, token: Token) -> bool:
        """Read `text`, which differs from what was read in mended marks only; False if that would be too much work.

        The parse starts again where something before `token` was mended, or where `token` may now go with the one
        before it.
        """
        assert len(text) == len(self.text)
        machine = self.machine
        apart = machine.last is None or machine.last.end < token.start
        if apart and text != machine.text and text.startswith(machine.text[: token.start]):
            machine.text = text
            return True
        self.read_again += len(text)
        if self.read_again > _MOST_READ_AGAIN:
            return False
        self.machine = Machine(self.tables, text)
        return True

    def finish(self, token: Token, kinds: list[str]) -> bool:
        """The text is at its end, the declaration is not."""
        machine = self.machine
        if "RBRACE" in kinds:
            # A long text that runs to the end has swallowed the braces.
            if machine.last is None or machine.last.end < len(self.text):
                self.say(causes.unclosed(machine))
            while machine.can_take("RBRACE"):
                machine.take(Token("RBRACE", "}", token.start, token.start))
                machine.settle()
            return True
        repair = best(machine, token, kinds)
        if line_start(self.text, machine.last.end if machine.last else 0) not in self.told:
            self.say(general.slip(machine, token, kinds, repair))
        if repair is not None and apply(machine, token, repair):
            return True
        return self.skip(token)

    def skip(self, token: Token) -> bool:
        """Forget the statement under way and go on behind it; False if the declaration itself is what is broken."""
        machine = self.machine
        if not machine.opened:
            return False
        machine.back_to_statement()
        machine.previous = None
        depth = 0
        text = machine.text
        for match in _SKIPPED.finditer(text, token.start):
            mark = match[0]
            if mark == "{":
                depth += 1
                if depth > _DEEPEST_SKIP:
                    return False
            elif mark == "}":
                if depth == 0:
                    machine.position = match.start()
                    return True
                depth -= 1
            elif depth == 0 and (mark[0] in "\r\n;"):
                machine.position = match.end()
                return True
        machine.position = len(text)
        return True


def prune(tree: Node | None) -> Node | None:
    """The tree without the statements in which a value was made up to go on."""
    if tree is None or all(leaf.text for leaf in tree.tokens()):
        return tree
    children: list[Node | Leaf] = []
    within = False
    for child in tree.children:
        if isinstance(child, Leaf):
            if not child.text:
                return None
            within = within or child.kind == "LBRACE"
            children.append(child)
            continue
        kept = prune(child)
        if kept is not None:
            children.append(kept)
        elif not within:
            return None
    return Node(tree.kind, tuple(children), tree.start, tree.end)


def parse_block(path: str, number: int, text: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """What can be read of the declaration in a block's text, and what there is to say about its slips."""
    recovery = Recovery(text)
    tree = recovery.parse()
    slips = sorted(recovery.slips.values(), key=lambda slip: (slip.start, slip.code))
    return tree, tuple(finding(path, number, slip) for slip in slips)


def finding(path: str, number: int, slip: Slip) -> Finding:
    """A slip of block `number` of the file as a finding."""

    def span(start: int, end: int) -> Span:
        return Span(path, number, start, end)

    edits = tuple(Edit(span(change.start, change.end), change.text) for change in slip.changes)
    return Finding(
        code=slip.code,
        severity=Severity.ERROR,
        message=slip.message,
        span=span(slip.start, slip.end),
        label=slip.label,
        related=tuple(Label(span(start, end), text) for start, end, text in slip.related),
        help=slip.help,
        fixes=(Fix(slip.fix, edits),) if edits else (),
    )
