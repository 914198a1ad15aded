"""`charter clear`: debts that cancel one another, struck off before any money moves."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from charterlang.cli.charters import STDIN, compiled, misuse
from charterlang.cli.main import FINDINGS
from charterlang.cli.options import Quiet, one_of
from charterlang.cli.terminal import progress

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from charterlang.ties.clearing import Clearing, Limits
    from charterlang.ties.obligations import Slip

FORMATS = ("text", "json", "csv")
COLUMNS = ("id", "debtor", "creditor", "currency", "due", "amount", "cleared", "credited", "remaining")
_MOST_LINES = 20
_MOST_BYTES = 1024 * 1024 * 1024


def clear(
    obligations: Annotated[
        str,
        typer.Argument(
            metavar="OBLIGATIONS.csv",
            help="Who owes whom: columns debtor, creditor, amount; perhaps id, currency, due.",
        ),
    ],
    format_: Annotated[
        str,
        typer.Option(
            "--format", "-f", help="How the answer is written.", metavar="|".join(FORMATS), callback=one_of(FORMATS)
        ),
    ] = "text",
    charter: Annotated[
        str, typer.Option("--charter", metavar="FILE", help="A charter whose mutual credit pays what circles leave.")
    ] = "",
    notices: Annotated[
        str, typer.Option("--notices", metavar="FOLDER", help="Write a notice for each party into this folder.")
    ] = "",
    quiet: Quiet = False,
) -> None:
    """Strike off debts that cancel one another.

    As much as can be settled without money is; nobody's net position changes and no debt grows. With `--charter`, what
    is left is paid by mutual credit within the charter's limits. The exit code is 1 if lines cannot be used, and then
    nothing is cleared; else 0.
    """
    from charterlang.ties.circulation import SolverMissing, TooLarge
    from charterlang.ties.clearing import clear as cleared
    from charterlang.ties.obligations import read_obligations

    limits, currency = _terms(charter) if charter else ({}, "")
    text = _text(obligations)
    with progress(f"clearing {obligations}", quiet=quiet):
        found, slips = read_obligations(text, currency)
        if slips:
            _refuse(obligations, slips, format_)
        try:
            result = cleared(found, limits)
        except SolverMissing:
            raise misuse(
                "so many debts want a faster solver; install it: pip install 'charterlang[clearing]'"
            ) from None
        except TooLarge:
            raise misuse("the amounts sum to more than can be counted exactly; use a larger unit") from None
    if notices:
        _write_notices(notices, result)
    if format_ == "json":
        data = as_json(result)
        # Each debt on a line of its own: a million of them laid out in full would take longer than to clear them.
        rows = ",\n    ".join(json.dumps(each, ensure_ascii=False) for each in data.pop("obligations"))
        head = json.dumps(data, ensure_ascii=False, indent=2).removesuffix("\n}")
        sys.stdout.write(f'{head},\n  "obligations": [{rows}]\n}}\n')
    elif format_ == "csv":
        sys.stdout.write(as_csv(result))
    else:
        sys.stdout.write(as_text(result))


def as_json(result: Sequence[Clearing]) -> dict[str, Any]:
    """The clearing as plain data: amounts are strings, so that no reader rounds them.

    `gross`, `cleared`, `credited`, `remaining`, `share` and `positions` speak of the one currency; where there are
    several, each is a mapping by currency. `positions` gives each party's claims less its debts, the same before and
    after.
    """
    facts = {
        each.currency: {
            "gross": f"{each.gross:f}",
            "cleared": f"{each.cleared:f}",
            "credited": f"{each.credited:f}",
            "remaining": f"{each.remaining:f}",
            "share": _share(each),
            "money_needed_before": f"{each.money_needed_before:f}",
            "money_needed_after": f"{each.money_needed_after:f}",
            "positions": {position.party: f"{position.net:f}" for position in each.positions},
            "credit": {position.party: f"{position.balance:f}" for position in each.positions if position.balance},
        }
        for each in result
    }
    empty = {"gross": "0", "cleared": "0", "credited": "0", "remaining": "0", "share": "0", "positions": {}}
    first: dict[str, Any] = next(iter(facts.values()), empty)
    totals = first if len(facts) < 2 else {key: {name: each[key] for name, each in facts.items()} for key in first}
    return {
        "currencies": list(facts),
        **totals,
        "obligations": [
            {
                "id": each.obligation.id,
                "debtor": each.obligation.debtor,
                "creditor": each.obligation.creditor,
                "currency": each.obligation.currency,
                "due": each.obligation.due,
                "amount": f"{each.obligation.amount:f}",
                "cleared": f"{each.cleared:f}",
                "credited": f"{each.credited:f}",
                "remaining": f"{each.remaining:f}",
            }
            for clearing in result
            for each in clearing.settled
        ],
    }


def as_csv(result: Sequence[Clearing]) -> str:
    """The settlement list: every debt, what was struck off, what was paid by credit, and what is left to pay."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for clearing in result:
        for each in clearing.settled:
            debt = each.obligation
            rows.writerow(
                (
                    debt.id, debt.debtor, debt.creditor, debt.currency, debt.due,
                    *(f"{amount:f}" for amount in (debt.amount, each.cleared, each.credited, each.remaining)),
                )
            )  # fmt: skip
    return out.getvalue()


def as_text(result: Sequence[Clearing]) -> str:
    """The clearing in a few lines for each currency, and who still pays whom where that is a short list."""
    from charterlang.checks.words import many
    from charterlang.render.columns import harmless

    if not result:
        return "Nobody owes anybody anything.\n"
    lines: list[str] = []
    for each in result:
        unit = f" {each.currency}" if each.currency else ""
        share, credit = _share(each), each.credited
        debts, parties = many(len(each.settled), "debt"), many(len(each.positions), "party", "parties")
        lines.append(f"{debts} among {parties}{f' in {each.currency}' if each.currency else ''}")
        rows = [("owed in all", each.gross, ""), ("struck off without money", each.cleared, f"{share}%")]
        rows += [("paid by mutual credit", credit, "")] if credit else []
        rows += [("left to pay", each.remaining, "")]
        breadth = max(len(f"{amount:,f}") for _, amount, _ in rows)
        lines += [
            f"  {words:<26}{amount:>{breadth},f}{unit}{f'  {more}' if more else ''}" for words, amount, more in rows
        ]
        needed = f"{each.money_needed_before:,f}{unit} before, {each.money_needed_after:,f}{unit} after"
        lines.append(f"  Money that must be at hand: {needed}.")
        left = [one for one in each.settled if one.remaining]
        if left and len(left) <= _MOST_LINES:
            lines.append("  Still to pay:")
            lines += [
                f"    {one.obligation.debtor} to {one.obligation.creditor}  {one.remaining:,f}{unit}"
                f"{f'  due {one.obligation.due}' if one.obligation.due else ''}  ({one.obligation.id})"
                for one in left
            ]
        elif left:
            lines.append(f"  {many(len(left), 'debt')} still to pay; `--format csv` lists them.")
        lines.append("")
    lines.append("Nobody's claims less debts have changed.")
    return harmless("\n".join(lines)) + "\n"


def _share(clearing: Clearing) -> str:
    """How much of what was owed needed no money, in percent with one digit behind the point."""
    from decimal import ROUND_HALF_EVEN, Decimal

    if not clearing.gross:
        return "0"
    share = 100 * (clearing.cleared + clearing.credited) / clearing.gross
    return str(share.quantize(Decimal("0.1"), ROUND_HALF_EVEN))


def _text(path: str) -> str:
    from charterlang.source import LocalFiles, Unreadable, decode

    try:
        return decode(path, sys.stdin.buffer.read() if path == STDIN else LocalFiles(limit=_MOST_BYTES).read(path))
    except Unreadable as problem:
        raise misuse(f"cannot read {path}: {problem.reason}") from None


def _refuse(path: str, slips: Sequence[Slip], format_: str) -> None:
    """Name the lines that cannot be used, and end."""
    if format_ == "json":
        told = [{"line": slip.line, "message": slip.message, "help": slip.help} for slip in slips]
        print(json.dumps({"file": path, "findings": told}, ensure_ascii=False, indent=2))
    for slip in slips:
        print(f"{path}:{slip.line}: {slip.message}", file=sys.stderr)
        if slip.help:
            print(f"    {slip.help}", file=sys.stderr)
    print("Nothing was cleared: a circle with a gap in it would be struck off wrongly.", file=sys.stderr)
    raise typer.Exit(FINDINGS)


def _terms(path: str) -> tuple[Mapping[str, Limits], str]:
    """A charter's limits of credit by currency, the narrowest where there are several, and its own currency."""
    from charterlang.ties.clearing import Limits

    charter = compiled(path).charter
    limits: dict[str, Limits] = {}
    for currency in charter.currencies.values():
        if currency.kind != "mutual-credit":
            continue
        down = [money.amount for kind, money, _ in currency.limits if kind in {"debit", "both", ""}]
        up = [money.amount for kind, money, _ in currency.limits if kind in {"credit", "both", ""}]
        if down:
            limits[currency.id] = Limits(min(down), min(up) if up else None)
    return limits, charter.header.currency


def _write_notices(folder: str, result: Sequence[Clearing]) -> None:
    from charterlang.output import InTheWay, NotWritable, write_folder
    from charterlang.ties.notices import notices

    try:
        write_folder(folder, {name: text.encode() for name, text in notices(result).items()})
    except (InTheWay, NotWritable) as problem:
        raise misuse(str(problem)) from None
