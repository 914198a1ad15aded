"""Which rules there are, and running them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

from charterlang.checks.rule import Entry
from charterlang.checks.table import RULES
from charterlang.source import Finding

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.checks.rule import RuleModule, Subject

__all__ = ["Entry", "chosen", "entries", "find", "load", "run"]


def entries() -> tuple[Entry, ...]:
    """All rules, by code, without importing any: code, name, severity, what it looks at, its fault in a sentence."""
    return RULES


def find(name: str) -> Entry | None:
    """The rule of that code (letter case does not matter) or that name, or None."""
    return next((entry for entry in RULES if name.upper() == entry.code or name == entry.name), None)


def load(entry: Entry) -> RuleModule:
    """The file of a rule."""
    return cast("RuleModule", import_module(f"charterlang.checks.{entry.module}"))


def chosen(code: str, name: str, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Whether a finding is wanted: by its code, the start of its code (`POW`, `POW1`) or the name of its rule.

    The longest choice that fits decides; between equals `ignore` wins. An empty `select` wants everything.
    """

    def fit(choices: Sequence[str]) -> int:
        """How much of the code the best fitting choice names; -1 for none."""
        exact = len(code) + 1
        return max(
            (
                exact if choice == name else len(choice)
                for choice in choices
                if choice == name or code.startswith(choice.upper())
            ),
            default=-1,
        )

    wanted = fit(select) if select else 0
    return wanted > fit(ignore)


SUBJECTS: Mapping[Subject, Callable[[Context], bool]] = {
    "agreements": lambda context: bool(context.charter.agreements),
    "assets": lambda context: bool(context.charter.assets),
    "associations": lambda context: any(context.charter.of_kind("association")),
    "classes": lambda context: any(entity.classes for entity in context.charter.entities.values()),
    "commons": lambda context: bool(context.charter.commons),
    "contributions": lambda context: any(commons.contributions for commons in context.charter.commons.values()),
    "currencies": lambda context: bool(context.charter.currencies),
    "dissolutions": lambda context: any(entity.dissolution for entity in context.charter.entities.values()),
    "duties": lambda context: bool(context.charter.duties),
    "entities": lambda context: bool(context.charter.entities),
    "fallen values": lambda context: bool(context.fallen),
    "firms": lambda context: any(context.charter.of_kind("firm")),
    "flows": lambda context: bool(context.charter.flows),
    "forms": lambda context: any(entity.form for entity in context.charter.entities.values()),
    "licences": lambda context: any(commons.licences for commons in context.charter.commons.values()),
    "losses": lambda context: any(entity.losses for entity in context.charter.entities.values()),
    "notes": lambda context: bool(context.verdicts.notes),
    "organs": lambda context: any(entity.organs for entity in context.charter.entities.values()),
    "passed consents": lambda context: any(
        protection.passed for verdict in context.verdicts.values for protection in verdict.protections
    ),
    "powers": lambda context: bool(context.charter.powers),
    "provisions": lambda context: bool(context.charter.provisions),
    "surplus": lambda context: any(entity.surplus for entity in context.charter.entities.values()),
    "unexamined values": lambda context: any(
        protection.level is None for verdict in context.verdicts.values for protection in verdict.protections
    ),
    "untied firms": lambda context: bool(context.untied),
    "values": lambda context: bool(context.charter.values),
}
"""How to tell whether a charter has what a rule looks at: quickly, for it is asked before the rule is imported."""


def _findings(
    context: Context, select: Sequence[str], ignore: Sequence[str], extra: Iterable[RuleModule]
) -> Iterator[Finding]:
    """The findings of every chosen rule that has something to look at."""
    there: dict[str, bool] = {}

    def has(subject: Subject) -> bool:
        """Whether the charter has it; each is asked once."""
        if subject not in there:
            there[subject] = SUBJECTS[subject](context)
        return there[subject]

    for entry in RULES:
        early = entry.for_signing and not context.for_signing
        if not early and chosen(entry.code, entry.name, select, ignore) and any(map(has, entry.looks_at)):
            yield from load(entry).check(context)
    for module in extra:
        if chosen(module.RULE.code, module.RULE.name, select, ignore):
            yield from module.check(context)


def run(
    context: Context, select: Sequence[str] = (), ignore: Sequence[str] = (), extra: Iterable[RuleModule] = ()
) -> tuple[Finding, ...]:
    """What the rules find in a charter, as its reader meets it.

    `select` and `ignore` are as in `chosen`. `extra` are rules of others, with codes from 900 up. Allowances
    written in the charter are not applied here; see `charterlang.checks.allowances`.
    """
    found = dict.fromkeys(_findings(context, select, ignore, extra))
    return tuple(sorted(found, key=Finding.order))
