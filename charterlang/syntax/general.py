"""What to say where a token fits nowhere and no cause is certain: what was expected, after what, how it is written."""

from __future__ import annotations

from charterlang.syntax.causes import declarations
from charterlang.syntax.machine import Machine, Token
from charterlang.syntax.nearest import nearest
from charterlang.syntax.nodes import Leaf
from charterlang.syntax.place import (
    after,
    begins_declaration,
    begins_statement,
    body,
    head,
    owner,
    rules_here,
    whole_statement,
)
from charterlang.syntax.repairs import Repair
from charterlang.syntax.slips import Change, Slip
from charterlang.syntax.vocabulary import vocabulary
from charterlang.syntax.wording import BODIES, expected, listed, quoted


def slip(machine: Machine, token: Token, kinds: list[str], repair: Repair | None) -> Slip:
    """What to say of `token`, which is none of `kinds`; `repair` is how the parse will go on."""
    if begins_declaration(machine):
        return _declaration(token, repair, machine)
    if begins_statement(machine) and "NAME" not in kinds and (repair is None or repair.how != "brace"):
        return _statement(machine, token, repair)
    return _within(machine, token, kinds, repair)


def _did_you_mean(token: Token, repair: Repair | None) -> tuple[str, str, tuple[Change, ...]]:
    if repair is None or repair.how != "mistaken":
        return "", "", ()
    word = quoted(repair.meant)
    return f"did you mean {word}?", f"write {word}", (Change(token.start, max(token.end, repair.until), repair.meant),)


def _help(machine: Machine, rules: list[str]) -> tuple[str, ...]:
    """The shape of the innermost thing under way that the grammar explains."""
    helps = machine.tables.help
    return next(((str(helps[rule]),) for rule in rules if rule in helps), ())


def _opened_by(machine: Machine, word: str) -> list[str]:
    """The rules that begin with a word, for their help."""
    meanings = set(machine.tables.words.get(word, ()))
    return [
        rule.kind for rule in machine.tables.rules if rule.kind and rule.expansion and rule.expansion[0] in meanings
    ]


def _declaration(token: Token, repair: Repair | None, machine: Machine) -> Slip:
    label, fix, changes = _did_you_mean(token, repair)
    if token.kind == "$END":
        advice = 'begin with its head: charter "TITLE" { edition 1 }'
        return Slip("SYN113", 0, 0, "this file declares nothing", "", (advice,))
    if not token.text[:1].isalpha():
        return Slip("SYN111", token.start, token.end, "this stands outside any declaration", "", (declarations(),))
    message = f"no declaration begins with {quoted(token.text)}"
    help_ = _help(machine, _opened_by(machine, repair.meant)) if changes and repair else (declarations(),)
    return Slip("SYN101", token.start, token.end, message, label, help_, fix, changes)


def _statement(machine: Machine, token: Token, repair: Repair | None) -> Slip:
    where = body(machine)
    label, fix, changes = _did_you_mean(token, repair)
    start, end = token.start, token.end
    meant = repair.meant if changes and repair else ""
    if not changes and (near := nearest(token.text, vocabulary().bodies.get(owner(machine), ()))):
        label, fix, changes = f"did you mean {quoted(near)}?", f"write {quoted(near)}", (Change(start, end, near),)
        meant = near
    if not token.text[:1].isalpha():
        words = list(vocabulary().bodies.get(owner(machine), ()))
        if token.kind == "_END":
            start = end = machine.last.end if machine.last else token.start
        return Slip(
            "SYN102",
            start,
            end,
            f"a statement of {where} begins with a word, not with {quoted(token.text.strip())}",
            label,
            (_says(where, words),),
            fix,
            changes,
        )
    elsewhere = vocabulary().statements.get(token.text, ())
    if elsewhere and not changes:
        places = listed([BODIES[rule] for rule in elsewhere if rule in BODIES][:3])
        message = f"{quoted(token.text)} belongs in {places}, not in {where}"
        return Slip(
            "SYN109",
            start,
            end,
            message,
            f"{where} has no such statement",
            _help(machine, _opened_by(machine, token.text)),
        )
    message = f"no statement of {where} begins with {quoted(token.text)}"
    if changes:
        return Slip("SYN110", start, end, message, label, _help(machine, _opened_by(machine, meant)), fix, changes)
    return Slip("SYN110", start, end, message, "", (_says(where, list(vocabulary().bodies.get(owner(machine), ()))),))


def _says(where: str, words: list[str]) -> str:
    return f"what {where} can say begins with one of: {', '.join(sorted(words))}"


def _within(machine: Machine, token: Token, kinds: list[str], repair: Repair | None) -> Slip:
    how = repair.how if repair else ""
    wanted = (
        repair.insert[0][0] if repair and repair.insert else next((kind for kind in kinds if kind != "COMMA"), kinds[0])
    )
    rules = list(rules_here(machine, "" if wanted in {"_END", "$END"} else wanted))
    if wanted in {"_END", "$END"} and (done := whole_statement(machine)):
        rules.insert(0, done)
    help_ = _help(machine, rules)
    start, end = token.start, token.end
    if token.kind in {"_END", "$END"}:
        start = end = machine.last.end if machine.last else token.start
    meant = repair.meant if repair else ""
    only = set(kinds) <= {"_END", "$END", "RBRACE"}
    here = list(rules_here(machine, "NAME")) if "NAME" in kinds else []
    phrase = expected(kinds, machine.tables, meant, here)
    message = f"expected {phrase}"
    if behind := after(machine, rules):
        message = f"nothing more is expected after {behind}" if only else f"{message} after {behind}"
    if repair is None:
        label = _not(phrase)
        if start == end or phrase.startswith("`"):
            label = (
                "something is missing here"
                if start == end
                else ""
                if " " in phrase
                else f"{phrase} is missing before this"
            )
        return Slip("SYN102", start, end, message, label, help_)
    if how == "line":
        return _two_statements(machine, token)
    if how == "brace":
        return _brace(machine, token)
    if how == "bracket":
        return _bracket(machine, start, end, message)
    if how == "mistaken":
        label, fix, changes = _did_you_mean(token, repair)
        return Slip("SYN102", start, end, message, label, help_, fix, changes)
    if how == "quote":
        stop = repair.until
        changes = (Change(start, start, '"'), Change(stop, stop, '"'))
        return Slip("SYN107", start, stop, message, "put this in quotes", help_, "put it in quotes", changes)
    if how == "unquote":
        changes = (Change(start, end, meant),)
        return Slip(
            "SYN102", start, end, message, "a name stands without quotes", help_, f"write {quoted(meant)}", changes
        )
    if how == "join":
        help_ = ("a statement goes on in the next line after a comma, `and` or `or`, and inside brackets", *help_)
        return Slip(
            "SYN116",
            start,
            end,
            "this statement is not over at the end of its line",
            "the line ends here",
            help_,
            "join the lines",
            (Change(start, token.end + _blank(machine.text, token.end), " "),),
        )
    if how == "hyphen" and machine.last:
        changes = (Change(machine.last.end, start, "-"),)
        return Slip(
            "SYN102",
            start,
            end,
            message,
            f"a name is one word: {quoted(meant)}",
            help_,
            f"write {quoted(meant)}",
            changes,
        )
    if how == "drop":
        change = Change(machine.last.end if machine.last else start, end, "")
        return Slip("SYN102", start, end, message, "this does not belong here", help_, "take it away", (change,))
    if how == "insert" and meant:
        at = machine.last.end if machine.last else start
        text = meant if meant == "," else f" {meant}"
        label = f"{quoted(meant)} is missing before this" if start != end else f"{quoted(meant)} is missing here"
        changes = () if repair.invented else (Change(at, at, text),)
        if repair.invented:
            label = "something is missing here"
        return Slip("SYN102", start, end, message, label, help_, f"put in {quoted(meant)}", changes)
    missing = how == "insert"
    label = (
        "something is missing here"
        if missing and start == end
        else "something is missing before this"
        if missing
        else ""
    )
    return Slip("SYN107" if missing else "SYN102", start, end, message, label or _not(phrase), help_)


def _not(only: str) -> str:
    """What the token is not, where one thing only would do."""
    return f"this is not {only}" if only.startswith(("a ", "an ")) and " or " not in only and "," not in only else ""


def _blank(text: str, at: int) -> int:
    """How many blanks stand at `at`."""
    return len(text[at:]) - len(text[at:].lstrip(" \t"))


def _two_statements(machine: Machine, token: Token) -> Slip:
    at = machine.last.end if machine.last else token.start
    message = "two statements stand on one line"
    help_ = ("put each statement on a line of its own, or part them with `;`",)
    return Slip(
        "SYN106",
        token.start,
        token.end,
        message,
        "a new statement begins here",
        help_,
        "part them with `;`",
        (Change(at, at, ";"),),
    )


def _brace(machine: Machine, token: Token) -> Slip:
    brace = machine.opened[-1][1]
    message = f"the `{{` of {head(machine.text, brace)} is not closed before the next statement"
    at = machine.last.end if machine.last else token.start
    related = ((token.start, token.end, "this belongs to what stands around it"),)
    return Slip(
        "SYN103",
        brace,
        brace + 1,
        message,
        "opened here",
        ("every `{` has its `}`",),
        "close it with `}`",
        (Change(at, at, "\n}"),),
        related,
    )


def _bracket(machine: Machine, start: int, end: int, message: str) -> Slip:
    leaf = next(
        (value for value in reversed(machine.values or []) if isinstance(value, Leaf) and value.kind == "LPAR"), None
    )
    at = machine.last.end if machine.last else start
    if leaf is None:
        return Slip("SYN102", start, end, message)
    return Slip(
        "SYN103",
        leaf.start,
        leaf.end,
        "this `(` is never closed",
        "opened here",
        ("every `(` has its `)`",),
        "close it with `)`",
        (Change(at, at, ")"),),
        ((start, end, "a `)` is missing before this"),),
    )
