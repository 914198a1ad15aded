"""Who owes whom how much: a table of obligations, read with every slip named by its line."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from decimal import Decimal

from charterlang._records import record

NEEDED = ("debtor", "creditor", "amount")
OPTIONAL = ("id", "currency", "due")

_AMOUNT = re.compile(r"\d+(\.\d+)?", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOST_DIGITS = 15


@record
class Obligation:
    """One debt. `line` is where it stands in its table; `due` is a date as `2026-03-31`, or empty."""

    id: str
    debtor: str
    creditor: str
    amount: Decimal
    currency: str
    due: str
    line: int


@record
class Slip:
    """A line of a table that cannot be taken as it stands, and what to do. Line 1 is the one with the column names."""

    line: int
    message: str
    help: str = ""


def read_obligations(text: str, currency: str = "") -> tuple[list[Obligation], list[Slip]]:
    """The obligations of a CSV table with the columns debtor, creditor, amount, and perhaps id, currency, due.

    Columns may stand in any order, others are passed over. A line without a currency is in `currency`; one without
    an id is named by its line. Where there are slips, the obligations are only those without one.
    """
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    found: list[Obligation] = []
    slips: list[Slip] = []
    try:
        head = [name.strip().casefold() for name in next(rows, [])]
        missing = [name for name in NEEDED if name not in head]
        if missing:
            names = " and ".join(f"`{name}`" for name in missing)
            return [], [Slip(1, f"the table has no column {names}", f"name the columns: {','.join(NEEDED)}")]
        twice = next((name for name in (*NEEDED, *OPTIONAL) if head.count(name) > 1), "")
        if twice:
            return [], [Slip(1, f"two columns are called `{twice}`", "keep the one that is meant")]
        place = {name: head.index(name) if name in head else -1 for name in (*NEEDED, *OPTIONAL)}
        lines_of: dict[str, int] = {}
        for row in rows:
            line = rows.line_num
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(head):
                told = f"this line has {len(row)} cells, and the table has {len(head)} columns"
                slips.append(Slip(line, told, "a comma within a cell wants the cell in double quotes"))
                continue
            cells = {name: row[at].strip() if at >= 0 else "" for name, at in place.items()}
            slip = _slip(cells, line, lines_of)
            if slip is not None:
                slips.append(slip)
                continue
            if cells["id"]:
                lines_of[cells["id"]] = line
            found.append(
                Obligation(
                    cells["id"] or f"line-{line}",
                    cells["debtor"],
                    cells["creditor"],
                    Decimal(cells["amount"]),
                    cells["currency"] or currency,
                    cells["due"],
                    line,
                )
            )
    except csv.Error as problem:
        slips.append(Slip(rows.line_num, f"the table cannot be read on from here ({problem})", "close every quote"))
    return found, slips


def _slip(cells: dict[str, str], line: int, lines_of: dict[str, int]) -> Slip | None:
    """What is wrong with a line, if anything."""
    amount, due, name = cells["amount"], cells["due"], cells["id"]
    if not cells["debtor"] or not cells["creditor"]:
        side = "debtor" if not cells["debtor"] else "creditor"
        return Slip(line, f"nobody is named as {side}", "an obligation needs one who owes and one who is owed")
    if cells["debtor"] == cells["creditor"]:
        return Slip(line, f"{cells['debtor']} owes this to itself", "name the other side, or leave the line out")
    if not _AMOUNT.fullmatch(amount):
        if amount.startswith("-") and _AMOUNT.fullmatch(amount[1:]):
            return Slip(line, f"the amount {amount} is below nought", "let debtor and creditor change places")
        return Slip(line, f"`{amount}` is no amount", "write digits with a point before the cents: 1234.50")
    if not amount.strip("0."):
        return Slip(line, "the amount is nought", "leave the line out")
    if sum(character.isdigit() for character in amount) > _MOST_DIGITS:
        return Slip(line, f"the amount {amount} has more than {_MOST_DIGITS} digits", "use a larger unit")
    if due and not (_DATE.fullmatch(due) and _is_day(due)):
        return Slip(line, f"`{due}` is no day of the calendar", "write the day as 2026-03-31")
    if name and name in lines_of:
        return Slip(
            line, f"the id {name} stands already in line {lines_of[name]}", "a debt counted twice is cleared twice"
        )
    return None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
