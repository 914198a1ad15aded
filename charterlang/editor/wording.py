"""The words of the language as an editor explains them: the help of the grammar, the tables of words, rows of law."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from charterlang.model import actions, kinds
from charterlang.model.vocabulary import Table
from charterlang.syntax.automaton import Help, load

if TYPE_CHECKING:
    from charterlang.law.describe import Section


@functools.cache
def help_of_rules() -> Mapping[str, Help]:
    """What the grammar says of its rules, by rule name."""
    return load().help


def help_of(rules: Iterable[str]) -> Help | None:
    """The help of the innermost rule that has one."""
    known = help_of_rules()
    return next((known[rule] for rule in rules if rule in known), None)


def help_markdown(found: Help) -> str:
    """The help of a rule: how it is written, what it says."""
    says = found.says[:1].upper() + found.says[1:] + ("" if found.says.endswith(".") else ".")
    shape = f"```charter\n{found.shape}\n```\n" if found.shape else ""
    return "\n".join((f"{shape}{says}", *found.more)).strip()


@functools.cache
def tables() -> Mapping[str, Table]:
    """The tables of words, by the phrase that messages use for their sort ("kind of value")."""
    found = [each for module in (kinds, actions) for each in vars(module).values() if isinstance(each, Table)]
    return {each.phrase: each for each in found}


def sections_markdown(title: str, sections: Iterable[Section]) -> str:
    """A row of law: a heading and its facts."""
    parts = [f"**{title}**"]
    for section in sections:
        facts = "\n".join(f"- {line}" for line in section.lines)
        parts.append(f"*{section.heading}*\n{facts}" if section.heading else facts)
    return "\n\n".join(parts)


def form_markdown(form_id: str) -> str | None:
    """The facts of a legal form, None for one that no table knows."""
    from charterlang.law.describe import describe_form

    sections = describe_form(form_id)
    return sections_markdown(f"legal form `{form_id}`", sections) if sections else None


def licence_markdown(licence_id: str) -> str | None:
    """The facts of a licence, None for one that no table knows."""
    from charterlang.law.describe import describe_licence

    sections = describe_licence(licence_id)
    return sections_markdown(f"licence `{licence_id}`", sections) if sections else None
