"""A duty as the end of "to …": what its debtor shall do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charterlang.checks.phrases import act_phrase
from charterlang.checks.words import listing, percent

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.model.things import Duty


def duty_words(context: Context, duty: Duty) -> str:
    """What a duty asks of its debtor: `contribute 8 % of surplus`."""
    things = listing(context.facts.labels(duty.things)) or "what it makes"
    amount = _amount(duty)
    if duty.kind == "distribute":
        return f"pay out at most {amount}" if duty.share else "pay out nothing"
    if duty.kind in {"must-not", "grant-veto"}:
        acts = listing([act_phrase(context.charter, act) for act in duty.acts], "or")
        return f"not {acts}" if duty.kind == "must-not" else f"ask before it may {acts}"
    if duty.kind == "must":
        return f'"{duty.text}"'
    words = {
        "contribute": f"contribute {amount}",
        "pay": f"pay {amount}",
        "pay-floor": f"pay at least {amount}",
        "publish": f"publish {things}",
        "asset-lock": "keep its assets locked",
        "license": f"license {things}",
        "report": "report",
        "hire": "hire there",
        "restore": f"restore {duty.text or things}",
        "hand-over": f"hand over {things}",
        "keep": f"keep {duty.text or things}",
    }
    return words.get(duty.kind, duty.kind.replace("-", " "))


def _amount(duty: Duty) -> str:
    """How much: `8 % of surplus`, `500 EUR per month`."""
    if duty.share is not None:
        return f"{percent(duty.share)} of {duty.base or 'surplus'}"
    if duty.money is not None:
        per = f" per {duty.per}" if duty.per else ""
        return f"{duty.money.amount:,} {duty.money.currency}{per}"
    return "its part"
