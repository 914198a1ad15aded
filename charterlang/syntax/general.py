"""What to say where a token fits nowhere and no cause is certain: what was expected, after what, how it is written."""

from __future__ import annotations

from charterlang.syntax.causes import declarations
from charterlang.syntax.machine import Machine, Token
from charterlang.syntax.nearest import nearest
from charterlang.syntax.place import (
    after,
    begins_declaration,
    begins_statement,
    body,
    owner,
    rules_here,
    whole_statement,
)
from charterlang.syntax.remedies import Scene, did_you_mean, told
from charterlang.syntax.repairs import Repair
from charterlang.syntax.slips import Change, Slip
from charterlang.syntax.vocabulary import vocabulary
from charterlang.syntax.wording import BODIES, expected, listed, quoted

_OVER = frozenset({"_END", "$END"})


def slip(machine: Machine, token: Token, kinds: list[str], repair: Repair | None) -> Slip:
    """What to say of `token`, which is none of `kinds`; `repair` is how the parse will go on."""
    if begins_declaration(machine):
        return _declaration(machine, token, repair)
    if begins_statement(machine) and "NAME" not in kinds and (repair is None or repair.how != "brace"):
        return _statement(machine, token, repair)
    return told(_scene(machine, token, kinds, repair))


def _help(machine: Machine, rules: list[str]) -> tuple[str, ...]:
    """The shape of the innermost of `rules` that the grammar explains."""
    helps = machine.tables.help
    return next(((str(helps[rule]),) for rule in rules if rule in helps), ())


def _opened_by(machine: Machine, word: str) -> list[str]:
    """The rules that begin with a word, for their help."""
    meanings = set(machine.tables.words.get(word, ()))
    rules = machine.tables.rules
    return [rule.kind for rule in rules if rule.kind and rule.expansion and rule.expansion[0] in meanings]


def _declaration(machine: Machine, token: Token, repair: Repair | None) -> Slip:
    """Nothing of the declaration has been read."""
    if token.kind == "$END":
        advice = 'begin with its head: charter "TITLE" { edition 1 }'
        return Slip("SYN113", 0, 0, "this file declares nothing", "", (advice,))
    if not token.text[:1].isalpha():
        return Slip("SYN111", token.start, token.end, "this stands outside any declaration", "", (declarations(),))
    label, fix, changes = did_you_mean(token, repair)
    message = f"no declaration begins with {quoted(token.text)}"
    help_ = _help(machine, _opened_by(machine, repair.meant)) if changes and repair else (declarations(),)
    return Slip("SYN101", token.start, token.end, message, label, help_, fix, changes)


def _statement(machine: Machine, token: Token, repair: Repair | None) -> Slip:
    """Nothing of a statement in braces has been read, and the token begins none."""
    where = body(machine)
    words = vocabulary().bodies.get(owner(machine), ())
    everything = f"what {where} can say begins with one of: {', '.join(sorted(words))}"
    start, end = token.start, token.end
    if not token.text[:1].isalpha():
        if token.kind == "_END":
            start = end = machine.last.end if machine.last else token.start
        message = f"a statement of {where} begins with a word, not with {quoted(token.text.strip())}"
        return Slip("SYN102", start, end, message, "", (everything,))
    message = f"no statement of {where} begins with {quoted(token.text)}"
    meant = repair.meant if repair and repair.how == "mistaken" else nearest(token.text, words)
    if meant:
        label, fix = f"did you mean {quoted(meant)}?", f"write {quoted(meant)}"
        help_ = _help(machine, _opened_by(machine, meant))
        return Slip("SYN110", start, end, message, label, help_, fix, (Change(start, end, meant),))
    elsewhere = [BODIES[rule] for rule in vocabulary().statements.get(token.text, ()) if rule in BODIES]
    if elsewhere:
        message = f"{quoted(token.text)} belongs in {listed(elsewhere[:3])}, not in {where}"
        help_ = _help(machine, _opened_by(machine, token.text))
        return Slip("SYN109", start, end, message, f"{where} has no such statement", help_)
    return Slip("SYN110", start, end, message, "", (everything,))


def _scene(machine: Machine, token: Token, kinds: list[str], repair: Repair | None) -> Scene:
    """A token in the midst of a statement, or behind one that could be over."""
    words = [kind for kind in kinds if kind != "COMMA"]
    wanted = repair.insert[0][0] if repair and repair.insert else (words or kinds)[0]
    if wanted in _OVER:
        done = whole_statement(machine)
        rules = [done, *rules_here(machine)] if done else list(rules_here(machine))
    else:
        rules = list(rules_here(machine, wanted))
    behind = machine.last.end if machine.last else token.start
    here = list(rules_here(machine, "NAME")) if "NAME" in kinds else []
    phrase = expected(kinds, machine.tables, repair.meant if repair else "", here)
    what = after(machine, rules)
    message = f"expected {phrase}{f' after {what}' if what else ''}"
    if what and set(kinds) <= {*_OVER, "RBRACE"}:
        message = f"nothing more is expected after {what}"
    start, end = (behind, behind) if token.kind in _OVER else (token.start, token.end)
    return Scene(machine, token, repair, start, end, behind, phrase, message, _help(machine, rules))
