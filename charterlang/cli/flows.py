"""`charter flows`: whether value comes back to a commons, where its means come from, and when they run out."""

from __future__ import annotations

import json
import sys
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any

import typer

from charterlang.cli.charters import compiled
from charterlang.cli.options import CharterFile, Quiet, one_of
from charterlang.cli.terminal import style

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.compiler import Compilation
    from charterlang.measures.value_flows import Flows, Funding, Hurt, Loop, Loss
    from charterlang.source import Span

FORMATS = ("text", "json")


def flows(
    file: CharterFile,
    format_: Annotated[
        str,
        typer.Option(
            "--format", "-f", help="How the answer is written.", metavar="|".join(FORMATS), callback=one_of(FORMATS)
        ),
    ] = "text",
    quiet: Quiet = False,
) -> None:
    """Say whether value comes back, and whether means run out.

    For each firm and commons what the firm takes in, what it returns and what it owes; for each body where its means
    come from, and how long they last if one giver leaves, or two. The exit code is 0 whatever the answer.
    """
    from charterlang.measures.value_flows import value_flows

    compilation = compiled(file, quiet=quiet)
    found = value_flows(compilation.context)
    if format_ == "json":
        json.dump(as_json(compilation, found), sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    else:
        sys.stdout.write(as_text(compilation, found, style().width))


def as_json(compilation: Compilation, found: Flows) -> dict[str, Any]:
    """The analysis as plain data: amounts by the year as strings, shares as strings such as `0.031`."""
    from charterlang.measures.value_flows import captured_by_currency

    def place(span: Span | None) -> str:
        return compilation.sources.where(span) if span is not None and span.file in compilation.sources else ""

    def loss(each: Loss) -> dict[str, Any]:
        return {
            "givers": each.givers,
            "lost": _money(each.lost),
            "share": _share(each.share),
            "gap": _money(each.gap),
            "months": each.months,
        }

    return {
        "charter": compilation.file,
        "captured": {unit: _money(amount) for unit, amount in captured_by_currency(found.loops).items()},
        "loops": [
            {
                "firm": each.firm,
                "commons": each.commons,
                "currency": each.currency,
                "income": _money(each.income),
                "returned": _money(each.returned),
                "share": None if each.share is None else _share(each.share),
                "enforceable": each.closed,
                "owed": [duty.id for duty in each.owed],
                "owed_money": None if each.owed_money is None else _money(each.owed_money),
                "makes": each.makes,
                "captured": _money(each.captured),
                "line": place(each.span),
            }
            for each in found.loops
        ],
        "funding": [
            {
                "body": each.body,
                "currency": each.currency,
                "income": _money(each.income),
                "spending": _money(each.spending),
                "givers": {name: _money(amount) for name, amount in each.givers},
                "outside": _share(each.outside),
                "effective_sources": None if each.sources is None else _share(each.sources),
                "balance": None if each.balance is None else _money(each.balance),
                "months": each.months,
                "losses": [loss(one) for one in each.losses],
                "line": place(each.span),
            }
            for each in found.funding
        ],
        "affected": [
            {
                "provision": each.provision,
                "party": each.party,
                "by": each.by,
                "remedies": each.remedies,
                "heard_in": each.heard_in,
                "answered": each.answered,
                "line": place(each.span),
            }
            for each in found.hurt
        ],
        "single_supplier": [need.id for need in found.single],
        "rents": [{"flow": flow.id, "to": flow.target, "line": place(flow.span)} for flow in found.rents],
        "unconverted": [{"flow": flow.id, "into": unit, "line": place(flow.span)} for flow, unit in found.unconverted],
    }


def as_text(compilation: Compilation, found: Flows, width: int) -> str:
    """The analysis in sentences."""
    from charterlang.render.columns import harmless, wrap

    context = compilation.context
    parts: list[tuple[str, list[str]]] = [
        ("Does value come back?", [_loop(context, each) for each in found.loops]),
        ("Where do the means come from?", [line for each in found.funding for line in _funding(context, each)]),
        ("Who is touched by it?", [_touched(context, each) for each in found.hurt]),
        (
            "What hangs on one supplier?",
            [f"{need.label} is met in one way only; if that fails, nothing meets it." for need in found.single],
        ),
        (
            "Who is paid for nothing that is told?",
            [
                f"{context.label(flow.target)} is paid by {context.label(flow.source)} ({flow.id})."
                for flow in found.rents
            ],
        ),
        (
            "What could not be counted?",
            [
                f"{flow.id} is in {flow.money.currency}, and no rate into {unit} is declared; "
                f"`rate 1 {flow.money.currency} is … {unit}` in its currency would."
                for flow, unit in found.unconverted
            ],
        ),
    ]
    lines: list[str] = []
    for head, said in parts:
        if said:
            lines += [head]
            for each in said:
                first, *rest = wrap(each, width - 4)
                lines += [f"  {first}", *(f"    {line}" for line in rest)]
            lines.append("")
    return (
        harmless("\n".join(lines)) if lines else "The charter tells of no firm that uses a commons, and of no flow.\n"
    )


def _loop(context: Context, each: Loop) -> str:
    from charterlang.checks.flo.amounts import sum_words
    from charterlang.checks.words import percent

    firm, commons = context.label(each.firm), context.label(each.commons)
    returned = sum_words(each.returned, each.currency) if each.returned else "nothing"
    if each.income:
        share = f" ({percent(each.share)})" if each.share else ""
        said = (
            f"{firm} takes in {sum_words(each.income, each.currency)} a year and returns {returned}{share} to {commons}"
        )
    else:
        said = f"{firm} uses {commons}; its income is not told, and it returns {returned}"
    if each.captured:
        labour = "; it takes part in the making, as far as it likes" if each.makes else ""
        return f"{said}. Nobody can claim a part: {sum_words(each.captured, each.currency)} a year captured{labour}."
    if not each.closed:
        return f"{said}. Nobody could enforce a return."
    owed = f" {sum_words(each.owed_money, each.currency)} a year is owed." if each.owed_money is not None else ""
    short = each.owed_money is not None and each.returned < each.owed_money
    lack = " The flows told fall short of it." if short else ""
    return f"{said}.{owed}{lack} The return can be enforced."


def _touched(context: Context, each: Hurt) -> str:
    from charterlang.checks.words import listing

    said = f"{context.label(each.party)}, by {each.by or context.label(each.provision)}"
    answers = [f"{listing([context.label(name) for name in each.remedies])} makes it good"] if each.remedies else []
    answers += [f"they are heard in {context.label(each.heard_in)}"] if each.heard_in else []
    return f"{said}: {listing(answers)}." if answers else f"{said}: nothing makes it good, and they are heard nowhere."


def _funding(context: Context, each: Funding) -> list[str]:
    from charterlang.checks.flo.amounts import sum_words
    from charterlang.checks.words import capital, listing, percent

    body, unit = context.label(each.body), each.currency
    said = [f"{body} takes in {sum_words(each.income, unit)} a year and pays out {sum_words(each.spending, unit)}."]
    if each.givers and each.income:
        told = [f"{percent(amount / each.income)} from {context.label(name)}" for name, amount in each.givers]
        said.append(f"{capital(listing(told))}; {percent(each.outside)} from outside the circles.")
    if each.balance is None:
        said.append(
            "What it holds in reserve is not told, so nobody can say when it runs out: `balance 50000 EUR` would."
        )
    else:
        said.append(f"Its reserve of {sum_words(each.balance, unit)} {_lasting(each.months)}.")
    for number in (1, 2):
        worst = each.worst(number)
        if worst is None or len(each.givers) < number:
            continue
        who = listing([context.label(name) for name in worst.givers])
        gap = f" and is {sum_words(worst.gap, unit)} a year short" if worst.gap else ""
        end = "" if each.balance is None else f"; the reserve then {_lasting(worst.months)}"
        said.append(f"Without {who} it loses {percent(worst.share)} of its income{gap}{end}.")
    return said


def _lasting(months: int | None) -> str:
    from charterlang.checks.words import many

    if months is None:
        return "lasts"
    return f"lasts {many(months, 'month')}" if months else "does not last a month"


def _money(amount: Fraction) -> str:
    return str(int(amount)) if amount.denominator == 1 else f"{float(amount):.2f}"


def _share(share: Fraction) -> str:
    return f"{float(share):.4f}".rstrip("0").rstrip(".") or "0"
