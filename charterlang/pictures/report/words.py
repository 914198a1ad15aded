"""What the report says of coalitions, levels and places."""

from __future__ import annotations

from collections.abc import Sequence

from charterlang.model.charter import Charter
from charterlang.powers.verdicts import Member, Protection, Side
from charterlang.source import Sources, Span
from charterlang.ties import words


def breach_words(charter: Charter, protection: Protection) -> str:
    """What would break a value: `close future versions of Brindle`."""
    return protection.breach or words.act(charter, protection.act)


def member_words(charter: Charter, member: Member) -> str:
    """One party of a group and how much of it must agree: `3/4 of maintainers`."""
    party = charter.label(member.party)
    if member.side is Side.OUTSIDERS:
        return f"outsiders who join {party}"
    said = {
        "": party,
        "sitting": f"those who now sit in {party}",
        "majority": f"a majority of {party}",
        "all": f"all of {party}",
    }
    return said.get(member.strength, f"{member.strength} of {party}")


def listed(parts: Sequence[str]) -> str:
    """`a, b and c`."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""


def sentence(text: str) -> str:
    """A sentence with a capital letter and a full stop."""
    whole = text[:1].upper() + text[1:]
    return whole if whole.endswith((".", "?", "!", ":")) else whole + "."


def place(span: Span | None, sources: Sources | None) -> str:
    """`line 46`, with the name of the file where it is not the charter's own; "" where nothing is known."""
    if span is None or sources is None or span.file not in sources:
        return ""
    first = next(iter(sources)).path
    line = f"line {sources.start(span).line}"
    return line if span.file == first else f"{span.file}, {line}"
