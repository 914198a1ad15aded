"""All scores of a charter, each with its evidence."""

from __future__ import annotations

from charterlang.checks.context import Context
from charterlang.measures.answers import Score
from charterlang.measures.openness import open_governance
from charterlang.measures.principles import cooperative_principles, design_principles
from charterlang.measures.questions import six_questions, stakeholders

_MADE_THINGS = frozenset(
    {"software", "code", "documentation", "data", "knowledge", "design", "hardware", "standard", "encyclopedia"}
)


def scores(context: Context) -> tuple[Score, ...]:
    """The six questions; for each commons Ostrom, stakeholders and openness; the principles for each body of its own.

    The Open Governance Index is asked of commons that have a licence: its questions are about things that are copied.
    """
    found = [six_questions(context)]
    for commons in context.charter.commons.values():
        found += [design_principles(context, commons), stakeholders(context, commons)]
        if commons.licences or commons.kind in _MADE_THINGS:
            found.append(open_governance(context, commons))
    found += [cooperative_principles(context, body) for body in context.facts.own]
    return tuple(found)
