"""What may have been meant where a token does not fit: every small repair is tried on a copy of the parse.

A repair leaves the token out, puts something before it, or puts something in its stead; what carries the parse
furthest for the least change wins. Nothing here says anything to the reader: that is for `charterlang.syntax.slips`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from charterlang._records import record
from charterlang.syntax.machine import Machine, Token
from charterlang.syntax.nearest import nearest
from charterlang.syntax.place import begins_declaration, begins_statement
from charterlang.syntax.slips import first_on_line, indent, line_start
from charterlang.syntax.wording import SYNONYMS

# So many tokens further on, a repair has proved itself.
AHEAD = 8

_LINE_REST = re.compile(r"[^\r\n{}#\"]*")
_PERCENT_IN_WORDS = re.compile(r"[ \t]*(?:percent|per[ \t]cent|pct|p\.c\.)(?!\w)", re.IGNORECASE)
_PLAIN_NAME = re.compile(r"[^\W\d_][\w.-]*")
_STOPS = frozenset({"_END", "RBRACE", "LBRACE", "$END"})
_STRUCTURE = frozenset({"_END", "$END", "RBRACE", "LBRACE", "RPAR", "LPAR", "COMMA"})


@record
class Repair:
    """`insert` are tokens (kind, text) put before the token, or in its stead if it is to `drop`.

    `how` names the sort of repair; `meant` is the text that should have been written; `until` is where the text goes
    on if more than the token was wrong; `invented` says that a value was made up, so the statement cannot be used.
    """

    how: str
    cost: float
    insert: tuple[tuple[str, str], ...] = ()
    drop: bool = False
    meant: str = ""
    until: int = -1
    invented: bool = False


def _mistaken(machine: Machine, token: Token, kinds: list[str]) -> Iterator[Repair]:
    """The token stands for something else: a slip of the hand, a wrong word, a value without its marks."""
    spelling = machine.tables.spelling
    options = {word: kind for kind in kinds for word in spelling.get(kind, ()) if word[0].isalpha()}
    text = token.text
    if text[:1].isalpha():
        choice = nearest(text, options) or SYNONYMS.get(text.casefold(), "")
        if choice in options:
            yield Repair("mistaken", 0, ((options[choice], choice),), True, choice)
    if token.kind in {"INTEGER", "DECIMAL"} and "PERCENT" in kinds:
        word = _PERCENT_IN_WORDS.match(machine.text, token.end)
        until = word.end() if word else token.end
        yield Repair("mistaken", 0, (("PERCENT", f"{text}%"),), True, f"{text}%", until)
    if text == "and" and "COMMA" in kinds:
        yield Repair("mistaken", 0.5, (("COMMA", ","),), True, ",")
    if token.kind == "STRING" and "NAME" in kinds and _PLAIN_NAME.fullmatch(text[1:-1]):
        yield Repair("unquote", 1, (("NAME", text[1:-1]),), True, text[1:-1])
    if token.kind == "BAD" or text[:1].isalpha():
        rest = _LINE_REST.match(machine.text, token.start)
        phrase = rest[0].rstrip() if rest else ""
        if "STRING" in kinds and phrase and "NAME" not in kinds:
            for words, cost in ((phrase, 0.5), (text, 0.8)):
                end = token.start + len(words)
                yield Repair("quote", cost, (("STRING", f'"{words}"'),), True, f'"{words}"', end)


def _misplaced(machine: Machine, token: Token, kinds: list[str]) -> Iterator[Repair]:
    """Something that parts or closes is missing before the token, or the token is one too many."""
    begins = first_on_line(machine.text, token.start)
    if "_END" in kinds and token.kind != "_END":
        yield Repair("line", 1, (("_END", "\n"),))
    if "RBRACE" in kinds and begins and machine.opened and token.kind not in {"_END", "$END"}:
        brace = machine.opened[-1][1]
        if indent(machine.text, token.start) <= indent(machine.text, brace):
            yield Repair("brace", 0.5, (("RBRACE", "}"), ("_END", "\n")))
    if "RPAR" in kinds:
        yield Repair("bracket", 1, (("RPAR", ")"), ("_END", "\n")))
        yield Repair("bracket", 1.5, (("RPAR", ")"),))
    if token.kind == "_END":
        if machine.last and _goes_on_deeper(machine.text, machine.last.start, token.end):
            yield Repair("join", 1.5, drop=True)
    elif token.kind not in {"$END", "RBRACE", "LBRACE"}:
        if token.kind == "NAME" and machine.last and machine.last.kind == "NAME" and "NAME" not in kinds:
            yield Repair("hyphen", 1.2, drop=True, meant=f"{machine.last.text}-{token.text}")
        yield Repair("drop", 2, drop=True)


def _goes_on_deeper(text: str, statement: int, end: int) -> bool:
    """Whether the line behind a line end is indented deeper than the one before it."""
    following = len(text[end:]) - len(text[end:].lstrip(" \t"))
    start = line_start(text, statement)
    return following > len(text[start:]) - len(text[start:].lstrip(" \t"))


def _missing(machine: Machine, token: Token, kinds: list[str]) -> Iterator[Repair]:
    """A word or a value is missing before the token, or stands where the token is."""
    if begins_declaration(machine) or begins_statement(machine):
        return
    spelling = machine.tables.spelling
    over = token.kind in _STOPS
    for kind in kinds:
        if kind in {"_END", "$END", "RBRACE", "RPAR"}:
            continue
        words = spelling.get(kind, ())
        if len(words) == 1:
            cost = 1.0 if kind == "COMMA" else 2.5
            # Before the end of a statement a word would be a guess at what its author means.
            guess = over and kind != "COMMA"
            yield Repair(
                "insert", cost, ((kind, "" if guess else words[0]),), meant="" if guess else words[0], invented=guess
            )
        else:
            yield Repair("insert", 3, ((kind, ""),), invented=True)
    for kind in kinds:
        if kind not in _STRUCTURE and len(spelling.get(kind, ())) != 1 and not over:
            yield Repair("replace", 3, ((kind, ""),), drop=True, invented=True)


def apply(machine: Machine, token: Token, repair: Repair) -> bool:
    """Make a repair; False (and the machine is of no more use) if it does not fit."""
    if repair.drop:
        resume = repair.until if repair.until >= 0 else token.end
    elif machine.last is None or (repair.insert and repair.insert[-1][0] == "_END"):
        resume = token.start
    else:
        resume = machine.last.end
    for kind, text in repair.insert:
        at = (token.start, resume) if repair.drop else (resume, resume)
        if not machine.take(Token(kind, text, *at)):
            return False
        machine.settle()
    machine.position = resume
    return True


def _progress(machine: Machine, token: Token, repair: Repair) -> int:
    """For how many tokens the parse goes on after a repair: `AHEAD` if to the statement's end, -1 if not at all."""
    trial = machine.fork()
    spelling = machine.tables.spelling
    if not apply(trial, token, repair):
        return -1
    for count in range(AHEAD):
        following = trial.next()
        if count == 0 and following.start == token.start and following.kind == "NAME" and token.kind in spelling:
            # A word of the language would only be taken for a name because of what was put before it.
            return -1
        if not trial.take(following):
            return count
        if following.kind in _STOPS and following.end > token.start:
            return AHEAD
    return AHEAD


def best(machine: Machine, token: Token, kinds: list[str]) -> Repair | None:
    """The repair that carries furthest for its cost, or None if none carries far enough to be believed."""
    found: Repair | None = None
    worth = 0.0
    limit = 120
    for source in (_mistaken, _misplaced, _missing):
        for repair in source(machine, token, kinds):
            if AHEAD - repair.cost <= worth:
                continue
            limit -= 1
            if limit < 0:
                return found
            score = _progress(machine, token, repair) - repair.cost
            if score > max(worth, 1):
                found, worth = repair, score
    return found
