"""`charter tally`: a vote on a provision, counted by the rule the charter gives, and its minute."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from charterlang.cli.charters import compiled, misuse
from charterlang.cli.main import FINDINGS
from charterlang.cli.options import Quiet, one_of, unknown
from charterlang.cli.terminal import style

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.measures.ballots import Box
    from charterlang.measures.tally import Count

FORMATS = ("text", "json")


def tally(
    provision: Annotated[str, typer.Argument(metavar="PROVISION", help="What is decided, as the charter names it.")],
    ballots: Annotated[
        str, typer.Argument(metavar="BALLOTS.csv", help="Columns voter, ballot; perhaps class and reason.")
    ],
    charter: Annotated[str, typer.Option("--charter", "-c", metavar="FILE", help="The charter.")],
    roll: Annotated[
        str, typer.Option("--roll", metavar="ROLL.csv", help="Who may vote: a column voter. Others are refused.")
    ] = "",
    format_: Annotated[
        str,
        typer.Option("--format", "-f", help="How it is written.", metavar="|".join(FORMATS), callback=one_of(FORMATS)),
    ] = "text",
    quiet: Quiet = False,
) -> None:
    """Count a vote as the charter says, and write the minute.

    A ballot is yes, no, abstain or object, or names options: `A` or `A; B` or `A > B > C`, as the provision's `ballot`
    asks. The exit code is 1 if ballots are refused, the quorum is missed or options are tied; else 0.
    """
    from charterlang.measures.ballots import electorate, read_ballots
    from charterlang.measures.tally import (
        OPTION_METHODS,
        Count,
        CounterMissing,
        count_options,
        count_yes_no,
        quorate,
        rule_called,
    )
    from charterlang.model.decisions import Deciding

    context = compiled(charter, quiet=quiet).context
    found = context.charter.provisions.get(provision)
    if found is None:
        raise misuse(unknown(provision, context.charter.provisions))
    if not isinstance(found.decided_by, Deciding):
        raise misuse(f"{found.label} is not decided by one body alone; this counts the vote of one body")
    body = found.decided_by.body
    organ = context.charter.organs.get(body)
    members = context.charter.classes.get(body)
    own = organ or members
    method = found.ballot if found.ballot in OPTION_METHODS else ""
    named = rule_called(found.ballot)
    if found.ballot and not method and named is None:
        raise misuse(f"nothing here counts by `{found.ballot}`; what can be counted: {', '.join(OPTION_METHODS)}")
    rule = found.decided_by.rule or named or (own.rule if own else None)
    parts = electorate(context.charter, body)
    try:
        names = [(row["voter"] or "").strip() for row in csv.DictReader(io.StringIO(_text(roll)))] if roll else None
        box = read_ballots(_text(ballots), context.charter, parts, names)
    except KeyError:
        raise misuse(f"{roll} has no column `voter`") from None
    except (ValueError, csv.Error) as problem:
        raise misuse(f"{ballots}: {problem}") from None
    quorum = (rule.quorum if rule else None) or (own.quorum if own else None) or (own.turnout if own else None)
    enough, said = quorate(box, parts, quorum)
    try:
        count = count_options(box, method) if method else count_yes_no(box, parts, rule)
    except CounterMissing:
        raise misuse(f"`{method}` is counted by a library; install it: pip install 'charterlang[voting]'") from None
    if not enough:
        count = Count("void", (), count.working)
    by = method or (rule.kind if rule else "majority")
    if format_ == "json":
        print(json.dumps(_as_json(provision, body, by, box, count, said), ensure_ascii=False, indent=2))
    else:
        sys.stdout.write(_minute(context, provision, body, by, box, count, said))
    if box.refused or count.outcome in {"void", "tied"}:
        raise typer.Exit(FINDINGS)


def _as_json(provision: str, body: str, by: str, box: Box, count: Count, said: str) -> dict[str, Any]:
    return {
        "provision": provision,
        "body": body,
        "method": by,
        "outcome": count.outcome,
        "chosen": count.chosen,
        "counted": len(box.counted),
        "refused": [{"line": each.line, "voter": each.voter, "why": each.why} for each in box.refused],
        "quorum": said,
        "working": count.working,
    }


def _minute(context: Context, provision: str, body: str, by: str, box: Box, count: Count, said: str) -> str:
    """The minute of the vote, in plain words."""
    from charterlang.checks.words import listing, sentence
    from charterlang.render.columns import harmless, wrap

    need = context.charter.provisions[provision]
    ends = {
        "carried": "The proposal is carried.",
        "rejected": "The proposal is not carried.",
        "chosen": f"Chosen: {listing(count.chosen)}.",
        "tied": f"Tied: {listing(count.chosen)}. The body decides anew between them.",
        "void": "The vote is void: nothing is decided.",
    }
    room = style().width - 4
    lines = [f"MINUTE of {context.label(body)} on: {need.label}", ""]
    lines += wrap(f"{sentence(need.need)} Decided by {by}. {said}" if need.need else f"Decided by {by}. {said}", room)
    lines += ["", *(f"  {line}" for each in count.working for line in wrap(each, room))]
    if box.refused:
        lines += ["", "Ballots that do not count:"]
        lines += [f"  line {each.line}: {each.why}" for each in box.refused]
    lines += ["", ends[count.outcome]]
    return harmless("\n".join(lines)) + "\n"


def _text(path: str) -> str:
    from charterlang.source import LocalFiles, Unreadable, decode

    try:
        return decode(path, LocalFiles().read(path))
    except Unreadable as problem:
        raise misuse(f"cannot read {path}: {problem.reason}") from None
