"""The notice each party gets of a clearing: which of its debts and claims were struck off, and what is left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from charterlang.ties.clearing import Clearing, Position, Settled


def notices(clearings: Iterable[Clearing]) -> dict[str, str]:
    """A notice in plain text for each party, by the name of its file."""
    parts: dict[str, list[str]] = {}
    for clearing in clearings:
        owes: dict[str, list[Settled]] = {}
        owed: dict[str, list[Settled]] = {}
        for each in clearing.settled:
            owes.setdefault(each.obligation.debtor, []).append(each)
            owed.setdefault(each.obligation.creditor, []).append(each)
        for position in clearing.positions:
            told = _in_one_currency(clearing, position, owes.get(position.party, ()), owed.get(position.party, ()))
            parts.setdefault(position.party, []).append(told)
    names: dict[str, str] = {}
    for party in sorted(parts):
        names[_file_name(party, names)] = party
    return {name: _notice(party, parts[party]) for name, party in names.items()}


def _file_name(party: str, taken: Iterable[str]) -> str:
    """A file name that any system takes, and that no other party has, whether or not letter case counts."""
    plain = re.sub(r"[^\w-]+", "-", party).strip("-_")[:80] or "party"
    used = {name.casefold() for name in taken}
    name, number = f"notice-{plain}.txt", 1
    while name.casefold() in used:
        number += 1
        name = f"notice-{plain}-{number}.txt"
    return name


def _notice(party: str, parts: Sequence[str]) -> str:
    head = f"NOTICE OF SET-OFF\n\nTo {party}\n"
    close = (
        "What is struck off is settled by this set-off, as if it had been paid on the day of this notice, where the\n"
        "parties agreed to it. Say so at once if a debt listed here is disputed, not yours, or already paid.\n"
    )
    return "\n".join((head, *parts, close))


def _in_one_currency(clearing: Clearing, position: Position, owes: Sequence[Settled], owed: Sequence[Settled]) -> str:
    unit = f" {clearing.currency}" if clearing.currency else ""
    lines: list[str] = []
    for head, each_of in (("What you owe", owes), ("What you are owed", owed)):
        if not each_of:
            continue
        lines.append(f"{head}{f', in {clearing.currency}' if clearing.currency else ''}:")
        for each in each_of:
            debt = each.obligation
            other = debt.creditor if head == "What you owe" else debt.debtor
            credit = f", {each.credited:,f} paid by mutual credit" if each.credited else ""
            due = f", due {debt.due}" if debt.due else ""
            lines.append(
                f"  {debt.id}  {'to' if head == 'What you owe' else 'from'} {other}{due}: {debt.amount:,f}, "
                f"{each.cleared:,f} struck off{credit}, {each.remaining:,f} left"
            )
        lines.append("")
    side = "are owed" if position.net >= 0 else "owe"
    lines.append(
        f"In all you still owe {position.debts_left:,f}{unit} and are still owed {position.claims_left:,f}{unit}."
    )
    if position.balance:
        lines.append(f"Your balance of mutual credit changes by {position.balance:+,f}{unit}.")
    lines.append(f"On balance you {side} {abs(position.net):,f}{unit}, as before.\n")
    return "\n".join(lines)
