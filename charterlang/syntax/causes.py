"""Slips whose cause can be told for certain, each with what it takes to go on."""

from __future__ import annotations

import re

from charterlang._records import record
from charterlang.syntax.characters import CURRENCIES, PARTNERS, QUOTES, THOUSANDS, lookalike, named
from charterlang.syntax.machine import DEEPEST, Machine, Token
from charterlang.syntax.place import begins_declaration, declared, head, is_over
from charterlang.syntax.repairs import first_on_line, indent
from charterlang.syntax.slips import Change, Slip
from charterlang.syntax.vocabulary import vocabulary

_OPAQUE = re.compile(r'#[^\r\n]*|"""[\s\S]*?(?:"""|\Z)|"[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+"?')
_BRACES = re.compile(rf"{_OPAQUE.pattern}|[{{}}]")
_LINE = re.compile(r"[^\r\n]*")
_LONG = re.compile(r"[0-9]{16,}")
_NOUGHT = re.compile(r"[0-9]+[ \t]*/[ \t]*0+(?![0-9])")
_AMOUNT = re.compile(r"[ \t]*[0-9][0-9,]*(?:\.[0-9]+)?")
_SPACED_FRACTION = re.compile(r"([0-9]+)[ \t]*/[ \t]*([0-9]+)")
_DATE = re.compile(r"(?P<a>[0-9]{1,4})(?P<mark>[./-])(?P<b>[0-9]{1,2})(?P=mark)(?P<c>[0-9]{1,4})(?![0-9])")
_SWALLOWING = re.compile(r"(,|\band|\bor)[ \t]*(?:#[^\r\n]*)?(?:(?:\r\n?|\n)[ \t]*(?:#[^\r\n]*)?)+\Z")
_WORD = re.compile(r"[ \t]*([^\W\d_][\w-]*)")


@record
class Cause:
    """A slip of known cause, and how to go on.

    `mended` is the block's text, as long as before, with which to start again; `instead` is what to read where the
    slip is; with neither, the statement is skipped.
    """

    slip: Slip
    mended: str | None = None
    instead: Token | None = None


def certain(machine: Machine, token: Token) -> Cause | None:
    """The cause of the slip at `token`, if it can be told for certain."""
    if token.kind == "DEEP":
        text = "brackets stand within brackets too deep to follow"
        advice = f"a decision may nest {DEEPEST} brackets; give its parts to organs of their own"
        return Cause(Slip("SYN114", token.start, token.end, text, help=(advice,)))
    if token.kind == "BAD":
        return _number(machine, token) or _character(machine, token)
    return (
        _number(machine, token)
        or _unpaired(machine, token)
        or _swallowed(machine, token)
        or _after_the_end(machine, token)
    )


def _patched(text: str, start: int, end: int, instead: str = "") -> str:
    """The text with `start` to `end` written over, filled up with blanks."""
    return text[:start] + instead.ljust(end - start) + text[end:]


def _blanked(text: str, start: int) -> str:
    """The text with everything from `start` on blanked out, line ends kept."""
    return text[:start] + re.sub(r"[^\r\n]", " ", text[start:])


def _character(machine: Machine, token: Token) -> Cause:
    text, at = machine.text, token.start
    character = token.text
    if character == '"':
        return _unclosed_text(machine, at)
    if text.startswith(("//", "/*"), at):
        change = Change(at, at + 2, "#")
        slip = Slip("SYN105", at, at + 2, "a comment begins with `#`", "write `#`", fix="write `#`", changes=(change,))
        return Cause(slip, _patched(text, at, at + 2, "#"))
    if character in QUOTES:
        return _curly(text, at, character)
    if character in CURRENCIES:
        code = CURRENCIES[character]
        words = f"an amount names its currency by its letters, such as {code}"
        help_ = (f"an amount and its currency: 5000 {code}",)
        if machine.can_take("NAME"):
            slip = Slip(
                "SYN105", at, at + 1, words, f"write {code}", help_, f"write {code}", (Change(at, at + 1, f" {code}"),)
            )
            return Cause(slip, instead=Token("NAME", code, at, at + 1))
        amount = _AMOUNT.match(text, at + 1)
        if amount is None:
            return Cause(
                Slip("SYN105", at, at + 1, words, f"write {code} behind the number", help_), _patched(text, at, at + 1)
            )
        written = f"{re.sub(r'[^0-9.]', '', amount[0])} {code}"
        change = Change(at, amount.end(), written)
        return Cause(Slip("SYN105", at, amount.end(), words, f"write {written}", help_, f"write {written}", (change,)))
    known = lookalike(character, first_on_line(text, at))
    if known is not None:
        title = f"write `{known.instead}`" if known.instead else "take it away"
        change = Change(at, at + 1, known.instead)
        advice = (known.help,) if known.help else ()
        slip = Slip("SYN105", at, at + 1, known.message, known.label, advice, title, (change,))
        return Cause(slip, _patched(text, at, at + 1, known.instead))
    end = at + 1
    words = f"{named(character)} has no place outside a text in quotes"
    return Cause(Slip("SYN105", at, end, words, "take this away, or put the text in quotes"), _patched(text, at, end))


def _curly(text: str, at: int, character: str) -> Cause:
    """Quotation marks of another kind: all of them in the block are mended at once, up to the end of their line."""
    line = _LINE.match(text, at)
    end = line.end() if line else len(text)
    partners = PARTNERS.get(character, character)
    closing = next((place for place in range(at + 1, end) if text[place] in partners), -1)
    if closing < 0:
        closing = next((place for place in range(at + 1, end) if text[place] in QUOTES or text[place] == '"'), -1)
    if closing < 0:
        slip = Slip("SYN104", at, at + 1, "this text is never closed", 'a closing `"` is missing on this line')
        return Cause(slip, _patched(text, at, end))
    inner = text[at + 1 : closing]
    mended = _patched(text, at, closing + 1, f'"{inner.replace(chr(34), chr(39))}"')
    words = f"a text stands in straight quotation marks, not in `{character}`"
    changes = (Change(at, at + 1, '"'), Change(closing, closing + 1, '"'))
    return Cause(
        Slip("SYN105", at, closing + 1, words, 'write `"`', fix="write straight quotation marks", changes=changes),
        mended,
    )


def _unclosed_text(machine: Machine, at: int) -> Cause:
    text = machine.text
    if text.startswith('"""', at):
        slip = Slip(
            "SYN104",
            at,
            at + 3,
            "this long text is never closed",
            'a closing `"""` is missing',
            ('a text over several lines stands between `"""` and `"""`',),
        )
        return Cause(slip, instead=Token("STRING", text[at:].rstrip(), at, len(text)))
    line = _LINE.match(text, at)
    written = (line[0] if line else "").rstrip()
    if written.endswith("{"):
        written = written[:-1].rstrip()
    end = at + max(len(written), 1)
    slip = Slip(
        "SYN104",
        at,
        end,
        "this text is never closed",
        'a closing `"` is missing',
        ('a text on one line ends with `"`; over several lines it stands between `"""` and `"""`',),
        'close the text with `"`',
        (Change(end, end, '"'),),
    )
    return Cause(slip, instead=Token("STRING", f'{written}"', at, end))


def _number(machine: Machine, token: Token) -> Cause | None:
    """A number or a date as it is written elsewhere."""
    text = machine.text
    start = token.start
    if (
        machine.last
        and machine.last.kind in {"INTEGER", "DECIMAL"}
        and not text[machine.last.end : token.start].strip()
    ):
        start = machine.last.start
    if token.kind in {"INTEGER", "DECIMAL", "BAD", "NAME", "FRACTION"} and (date := _DATE.match(text, start)):
        return _date(machine, date) if machine.last is not None else None
    if token.kind == "NODAY":
        return Cause(Slip("SYN112", token.start, token.end, "there is no such day", "no calendar has it"))
    if token.text.isdigit() and (found := _LONG.match(text, start)):
        return Cause(Slip("SYN112", *found.span(), "this number is too long", "a number has at most 15 digits"))
    if found := _NOUGHT.match(text, start):
        return Cause(
            Slip("SYN112", *found.span(), "a fraction cannot have 0 below its line", "write a fraction such as 2/3")
        )
    if found := THOUSANDS.match(text, start):
        if found.end() <= token.start:
            return None
        plain = re.sub(r"[^0-9]", "", found[0])
        words = "a number is written without separators"
        slip = Slip(
            "SYN112",
            *found.span(),
            words,
            f"write {plain}",
            fix=f"write {plain}",
            changes=(Change(*found.span(), plain),),
        )
        return Cause(slip, _patched(text, *found.span(), plain))
    if token.text == "/" and (found := _SPACED_FRACTION.match(text, start)):
        plain = f"{found[1]}/{found[2]}"
        words = "a fraction is written without blanks"
        changes = (Change(*found.span(), plain),)
        slip = Slip("SYN112", *found.span(), words, f"write {plain}", fix=f"write {plain}", changes=changes)
        return Cause(slip, _patched(text, *found.span(), plain))
    return None


def _date(machine: Machine, found: re.Match[str]) -> Cause | None:
    first, second, third = found["a"], found["b"], found["c"]
    if len(first) == 4:
        year, month, day = first, second, third
    elif len(third) == 4:
        # Day first with dots or where the first number cannot be a month; else nobody can tell.
        sure = found["mark"] == "." or int(first) > 12
        year, month, day = (third, second, first) if sure else (third, "", "")
    else:
        return None
    valid = month and 1 <= int(month) <= 12 and 1 <= int(day) <= 31
    plain = f"{int(year):04}-{int(month):02}-{int(day):02}" if valid else ""
    label = f"write {plain}" if plain else "write the year first, then month and day"
    changes = (Change(*found.span(), plain),) if plain else ()
    slip = Slip(
        "SYN112",
        *found.span(),
        "a date is written year-month-day, such as 2026-03-01",
        label,
        fix=label,
        changes=changes,
    )
    if len(plain) <= found.end() - found.start() and plain:
        return Cause(slip, _patched(machine.text, *found.span(), plain))
    return Cause(slip)


def _unpaired(machine: Machine, token: Token) -> Cause | None:
    """A text that ends where the next one was to begin, because its own closing mark is missing."""
    text = machine.text
    if machine.last is None or machine.last.kind != "STRING" or text[machine.last.end : token.start].strip(" \t"):
        return None
    start = max(text.rfind("\n", 0, token.start), text.rfind("\r", 0, token.start)) + 1
    line = _LINE.match(text, start)
    marks = [found.start() for found in _OPAQUE.finditer(line[0] if line else "") if found[0] == '"' or _open(found[0])]
    if not marks or machine.last.text.startswith('"""'):
        return None
    at = start + marks[-1]
    words = "the quotation marks on this line do not pair up"
    help_ = ('a quotation mark within a text is written \\"',)
    return Cause(Slip("SYN104", at, at + 1, words, "no mark closes the text that begins here", help_))


def _open(written: str) -> bool:
    return written.startswith('"') and not (len(written) > 1 and written.endswith('"'))


def _swallowed(machine: Machine, token: Token) -> Cause | None:
    """A comma (or `and`, `or`) at the end of a line took the next statement for part of its list."""
    if not machine.opened:
        return None
    text = machine.text
    start = max(text.rfind("\n", 0, token.start), text.rfind("\r", 0, token.start)) + 1
    word = _WORD.match(text, start)
    joint = _SWALLOWING.search(text, machine.opened[-1][1], start)
    if word is None or joint is None:
        return None
    row = machine.tables.rows[machine.states[machine.opened[-1][0] - 1]]
    opens = isinstance(row, dict) and any(kind in row for kind in machine.tables.words.get(word[1], ()))
    if not opens:
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
        related=((word.start(1), word.end(1), "a new statement seems to begin here"),),
    )
    return Cause(slip, _patched(text, at, end))


def _after_the_end(machine: Machine, token: Token) -> Cause | None:
    """Something follows a declaration that is complete."""
    if machine.opened or begins_declaration(machine) or token.kind in {"_END", "$END"}:
        return None
    if not is_over(machine.acceptable()):
        return None
    text, at, last = machine.text, token.start, machine.last
    if not first_on_line(text, at) and token.kind != "RBRACE":
        return None
    if token.kind == "RBRACE":
        slip = Slip(
            "SYN108",
            at,
            token.end,
            "one `}` too many",
            "nothing is open that this could close",
            fix="take it away",
            changes=(Change(at, token.end, ""),),
        )
        return Cause(slip, text[:at] + text[at:].replace("}", " "))
    words = vocabulary().bodies.get(declared(machine), ())
    if last is not None and last.kind == "RBRACE" and token.text in words:
        slip = Slip(
            "SYN108",
            last.start,
            last.end,
            "this `}` closes the declaration, but its statements go on beneath it",
            "one `}` too many",
            fix="take it away",
            changes=(Change(last.start, last.end, ""),),
            related=((at, token.end, "this statement stands outside"),),
        )
        return Cause(slip, _patched(text, last.start, last.end))
    line = _LINE.match(text, at)
    end = at + len((line[0] if line else token.text).rstrip())
    slip = Slip("SYN111", at, end, "this stands outside any declaration", "", (declarations(),))
    return Cause(slip, _blanked(text, at))


def declarations() -> str:
    """The words that open a declaration, as a help line."""
    return f"a declaration begins in the first column with one of: {', '.join(vocabulary().declarations)}"


def unclosed(machine: Machine) -> Slip:
    """The text ends while braces are open: the one whose closing brace seems to have closed another is named."""
    text = machine.text
    brace = _left_open(text) or machine.opened[-1][1]
    end = len(text.rstrip())
    closing = "".join(f"\n{' ' * indent(text, at)}}}" for _, at, _ in reversed(machine.opened))
    return Slip(
        "SYN103",
        brace,
        brace + 1,
        f"the `{{` of {head(text, brace)} is never closed",
        "opened here",
        ("every `{` has its `}`, on a line of its own or at the end of the same line",),
        "close it with `}`",
        (Change(end, end, closing),),
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
    words = "this declaration has more slips than can be listed; the rest of it was not read"
    return Slip("SYN115", token.start, token.end, words, "reading stopped here", ("mend those above and check again",))


__all__ = ["Cause", "certain", "declarations", "too_many", "unclosed"]
