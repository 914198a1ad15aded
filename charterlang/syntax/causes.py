"""Slips whose cause can be told for certain, each with what it takes to go on."""

from __future__ import annotations

import re

from charterlang.syntax.characters import character
from charterlang.syntax.machine import DEEPEST, Machine, Token
from charterlang.syntax.nearest import nearest
from charterlang.syntax.numbers import money, number
from charterlang.syntax.place import begins_declaration, declared, head, is_over, owner
from charterlang.syntax.slips import (
    OPAQUE,
    Cause,
    Change,
    Slip,
    blanked,
    first_on_line,
    indent,
    line_from,
    line_start,
    patched,
    written_otherwise,
)
from charterlang.syntax.texts import quotation, unpaired
from charterlang.syntax.vocabulary import vocabulary

_JOINT = re.compile(r"(,|\band|\bor)[ \t]*(?:#[^\r\n]*)?(?:(?:\r\n?|\n)[ \t]*(?:#[^\r\n]*)?)+\Z")
_BRACES = re.compile(rf"{OPAQUE.pattern}|[{{}}]")
_OF_NAME = re.compile(r"of[ \t]+([^\W\d_][\w.-]*)")
_GROUNDS = re.compile(r"testing[ \t]+([\w-]+[ \t]*,[ \t]*)\Z")
_MORE_GROUNDS = re.compile(r"[\w-]+(?:[ \t]*(?:,|and)[ \t]*[\w-]+)*")


def certain(machine: Machine, token: Token) -> Cause | None:
    """The cause of the slip at `token`, if it can be told for certain."""
    for cause in _CAUSES:
        found = cause(machine, token)
        if found is not None:
            return found
    return None


def _too_deep(machine: Machine, token: Token) -> Cause | None:
    if token.kind != "DEEP":
        return None
    advice = f"a decision may nest {DEEPEST} brackets; give its parts to organs of their own"
    return Cause(
        Slip("SYN114", token.start, token.end, "brackets stand within brackets too deep to follow", help=(advice,))
    )


def _swallowed(machine: Machine, token: Token) -> Cause | None:
    """A comma (or `and`, `or`) at the end of a line took the next statement for part of its own."""
    if not machine.opened:
        return None
    text = machine.text
    start = line_start(text, token.start)
    joint = _JOINT.search(text, machine.opened[-1][1], start)
    if joint is None:
        return None
    trial = machine.fork()
    trial.back_to_statement()
    trial.previous = None
    trial.position = start
    begun = trial.next()
    following = begun
    while following.kind not in {"_END", "RBRACE", "LBRACE", "$END"}:
        if not trial.take(following):
            return None
        following = trial.next()
    if not trial.can_take(following.kind):
        return None
    at, end = joint.span(1)
    slip = Slip(
        "SYN116",
        at,
        end,
        f"`{joint[1]}` at the end of a line joins the next line to this one",
        "take this away, or go on with the list",
        fix=f"take the `{joint[1]}` away",
        changes=(Change(at, end, ""),),
        related=((begun.start, begun.end, "a new statement seems to begin here"),),
    )
    return Cause(slip, patched(text, at, end))


def _rule_before_body(machine: Machine, token: Token) -> Cause | None:
    """`majority of council` where `council by majority` is meant."""
    last = machine.last
    if last is None or last.kind != "NAME" or last.text not in machine.tables.spelling["RULE"]:
        return None
    found = _OF_NAME.match(machine.text, token.start)
    if found is None:
        return None
    wanted = f"{found[1]} by {last.text}"
    message = "a decision names the body first, then its rule"
    return written_otherwise(
        "SYN102", machine.text, (last.start, found.end()), message, wanted, (_help(machine, "deciding"),)
    )


def _grounds_without_brackets(machine: Machine, token: Token) -> Cause | None:
    """`testing purpose, price`: several grounds stand in brackets, since a comma also parts decisions."""
    text = machine.text
    before = _GROUNDS.search(text, line_start(text, token.start), token.start)
    rest = _MORE_GROUNDS.match(text, token.start)
    if before is None or rest is None:
        return None
    start, end = before.start(1), rest.end()
    wanted = f"({text[start:end]})"
    message = "several grounds of a consent stand in brackets"
    return written_otherwise("SYN102", text, (start, end), message, wanted, (_help(machine, "testing"),))


def _misread_duty(machine: Machine, token: Token) -> Cause | None:
    """A misspelt verb of a duty, read as the name of a debtor."""
    last = machine.last
    if owner(machine) != "duties" or last is None or last.kind != "NAME" or not first_on_line(machine.text, last.start):
        return None
    meant = nearest(last.text, vocabulary().bodies["duties"])
    if meant is None:
        return None
    message = f"no duty begins with `{last.text}`"
    change = Change(last.start, last.end, meant)
    return Cause(
        Slip("SYN110", last.start, last.end, message, f"did you mean `{meant}`?", (), f"write `{meant}`", (change,))
    )


def _after_the_end(machine: Machine, token: Token) -> Cause | None:
    """Something follows a declaration that is complete."""
    if machine.opened or begins_declaration(machine) or token.kind in {"_END", "$END"}:
        return None
    if not is_over(machine.acceptable()):
        return None
    text, at, last = machine.text, token.start, machine.last
    assert last is not None
    if token.kind == "RBRACE":
        change = (Change(at, token.end, ""),)
        label = "nothing is open that this could close"
        slip = Slip("SYN108", at, token.end, "one `}` too many", label, (), "take it away", change)
        return Cause(slip, text[:at] + text[at:].replace("}", " "))
    if not first_on_line(text, at):
        return None
    if token.text in vocabulary().bodies.get(declared(machine), ()):
        return _closed_too_early(text, last, token) if last.kind == "RBRACE" else _never_opened(text, last, token)
    end = at + max(len(line_from(text, at)), 1)
    return Cause(
        Slip("SYN111", at, end, "this stands outside any declaration", "", (declarations(),)), blanked(text, at)
    )


def _closed_too_early(text: str, last: Token, token: Token) -> Cause:
    slip = Slip(
        "SYN108",
        last.start,
        last.end,
        "this `}` closes the declaration, but its statements go on beneath it",
        "one `}` too many",
        fix="take it away",
        changes=(Change(last.start, last.end, ""),),
        related=((token.start, token.end, "this statement stands outside"),),
    )
    return Cause(slip, patched(text, last.start, last.end))


def _never_opened(text: str, last: Token, token: Token) -> Cause:
    end = last.end
    slip = Slip(
        "SYN103",
        end,
        end,
        "a `{` is missing before the statements of this declaration",
        "write `{` here",
        fix="put in `{`",
        changes=(Change(end, end, " {"),),
        related=((token.start, token.end, "its first statement"),),
    )
    return Cause(slip, patched(text, end, end + 1, "{"))


def _wrong_brackets(machine: Machine, token: Token) -> Cause | None:
    """`(` at the end of a line, where statements follow."""
    text = machine.text
    if token.kind != "LPAR" or not machine.can_take("LBRACE") or line_from(text, token.end):
        return None
    closing = text.rfind(")")
    mended = patched(text, token.start, token.end, "{")
    changes = [Change(token.start, token.end, "{")]
    if closing > token.end and first_on_line(text, closing):
        mended = patched(mended, closing, closing + 1, "}")
        changes.append(Change(closing, closing + 1, "}"))
    message = "statements stand in `{` and `}`, not in `(` and `)`"
    return Cause(
        Slip("SYN105", token.start, token.end, message, "write `{`", (), "write braces", tuple(changes)), mended
    )


_CAUSES = (
    _too_deep,
    number,
    money,
    quotation,
    character,
    unpaired,
    _swallowed,
    _rule_before_body,
    _grounds_without_brackets,
    _misread_duty,
    _wrong_brackets,
    _after_the_end,
)


def _help(machine: Machine, rule: str) -> str:
    return str(machine.tables.help[rule])


def declarations() -> str:
    """The words that open a declaration, as a help line."""
    return f"a declaration begins in the first column with one of: {', '.join(vocabulary().declarations)}"


def unclosed(machine: Machine) -> Slip:
    """The text ends while braces are open: the one whose closing brace seems to have closed another is named."""
    text = machine.text
    found = _left_open(text)
    brace = machine.opened[-1][1] if found is None else found
    end = len(text.rstrip())
    closing = "".join(f"\n{' ' * indent(text, at)}}}" for _, at, _ in reversed(machine.opened))
    message = f"the `{{` of {head(text, brace)} is never closed"
    advice = ("every `{` has its `}`, on a line of its own or at the end of the same line",)
    return Slip(
        "SYN103", brace, brace + 1, message, "opened here", advice, "close it with `}`", (Change(end, end, closing),)
    )


def _left_open(text: str) -> int | None:
    """The brace that seems to have been left open: what closes it stands as far left as an outer one."""
    opened: list[tuple[int, int]] = []
    for match in _BRACES.finditer(text):
        if match[0] == "{":
            opened.append((match.start(), indent(text, match.start())))
        elif match[0] == "}" and opened:
            brace, depth = opened.pop()
            if first_on_line(text, match.start()) and indent(text, match.start()) < depth:
                return brace
    return None


def too_many(token: Token) -> Slip:
    """The note that closes the slips of a block that is not worth reading further."""
    message = "this declaration has more slips than can be listed; the rest of it was not read"
    return Slip(
        "SYN115", token.start, token.end, message, "reading stopped here", ("mend those above and check again",)
    )
