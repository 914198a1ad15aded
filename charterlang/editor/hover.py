"""What something means, in Markdown: a name with its protections, a word of the language, a row of law, a code."""

from __future__ import annotations

from collections.abc import Iterator

from charterlang._records import record
from charterlang.editor.names import leaf_at, named_at
from charterlang.editor.places import Place
from charterlang.editor.wording import form_markdown, help_markdown, help_of, licence_markdown, tables
from charterlang.editor.workspace import View
from charterlang.model.actions import ACTIONS
from charterlang.model.decisions import Power
from charterlang.model.entities import Entity, MemberClass, Organ
from charterlang.model.names import described
from charterlang.model.things import Commons, Duty, Value
from charterlang.powers.verdicts import Level, Protection, TieVerdict, ValueVerdict
from charterlang.powers.wording import act_words
from charterlang.syntax import Leaf, Node


@record
class Hover:
    """What to show, and the place it is about."""

    place: Place
    markdown: str


def hover(view: View, offset: int) -> Hover | None:
    """What stands at an offset, explained; None where there is nothing to say."""
    names = named_at(view, offset)
    leaf = leaf_at(view, offset)
    base = view.document.block_at(offset).start
    if names and not (leaf is not None and leaf.kind != "NAME"):
        text = "\n\n---\n\n".join(element_markdown(view, use.id) for use in names[:4])
        return Hover(names[0].place, text)
    if leaf is None:
        return None
    text = _leaf_markdown(view, offset, leaf)
    return Hover(Place(view.path, base + leaf.start, base + leaf.end), text) if text else None


def _leaf_markdown(view: View, offset: int, leaf: Leaf) -> str:
    """What a word that is no name of the charter means."""
    around = [part.kind for part in reversed(view.document.path_at(offset)) if isinstance(part, Node)]
    if leaf.kind == "FORM":
        return form_markdown(leaf.text) or ""
    if leaf.kind == "SPDX":
        return licence_markdown(leaf.text) or ""
    if leaf.kind == "NAME":
        if around[:1] == ["allow"]:
            return code_markdown(leaf.text)
        return _word_markdown(leaf.text, around)
    if leaf.kind in {"STRING", "INTEGER", "DECIMAL", "DATE", "PERCENT", "FRACTION"}:
        return ""
    found = help_of(around)
    return help_markdown(found) if found is not None and leaf.text[0].isalpha() else ""


def _word_markdown(word: str, around: list[str]) -> str:
    """A word of one of the tables: an action, a kind, a test."""
    chosen = [ACTIONS] if around[:1] == ["act"] else [each for each in tables().values() if word in each]
    for each in chosen:
        entry = each.find(word)
        if entry is not None:
            others = f" Also written {', '.join(f'`{other}`' for other in entry.synonyms)}." if entry.synonyms else ""
            return f"`{entry.word}` ({each.phrase}): {entry.meaning}{others}"
    return ""


def code_markdown(code: str) -> str:
    """The page of a code, up to its examples."""
    from charterlang.checks.explain import explain

    page = explain(code)
    return page.partition("## Example")[0].strip() if page else ""


# --- elements --------------------------------------------------------------------------------------------------------


def element_markdown(view: View, name: str) -> str:
    """An element of the charter: what it is, what it says of itself, and how it is protected."""
    symbol = view.names.symbols.get(name)
    kind = view.names.kind(name)
    element = view.charter.elements.get(name)
    title = getattr(element, "title", "")
    head = f"**{name}**, {described(kind)}" if kind and kind not in {"element", "duty"} else f"**{name}**"
    lines = [head + (f": {title}" if title else "")]
    if symbol is None and element is None and ".articles" in name:
        lines.append("A part of what the body is constituted by; whoever may amend it may change what it says.")
    lines += _facts(view, name)
    lines += list(_protections(view, name))
    return "\n\n".join(line for line in lines if line)


def _facts(view: View, name: str) -> Iterator[str]:
    element = view.charter.elements.get(name)
    if isinstance(element, Value):
        entry = tables()["kind of value"].find(element.kind)
        yield f"Kind `{element.kind}`. {entry.meaning}" if entry is not None else ""
    elif isinstance(element, Commons):
        licences = ", ".join(f"`{licence.expression}`" for licence in element.licences)
        yield f"Licence {licences}." if licences else "No licence is named."
        protectors = [each.label for each in view.charter.entities.values() if name in each.protects]
        yield f"Protected by {', '.join(protectors)}." if protectors else "Nobody protects it."
    elif isinstance(element, Entity):
        yield _form_line(element)
        yield f"Purpose: {element.purpose}" if element.purpose else ""
    elif isinstance(element, MemberClass):
        yield f"{element.count} of them." if element.count else ""
        if element.voting is not None and element.voting.source:
            yield f"Votes as the law says ({element.voting.source})."
    elif isinstance(element, Organ):
        who = ", ".join(view.charter.label(each) for each in element.classes)
        yield f"Of {who}." if who else ""
        yield f"{element.seats} seats." if element.seats else ""
        yield f"Not in the charter: the law gives it ({element.source})." if element.source else ""
    elif isinstance(element, Power):
        yield f"Who may {act_words(view.charter, element.act)}."
        yield f"Not in the charter: the law says so ({element.source})." if element.source else ""
    elif isinstance(element, Duty):
        owed = ", ".join(view.charter.label(each) for each in element.creditors)
        yield f"Owed to {owed}." if owed else "Nobody can enforce it."


def _form_line(entity: Entity) -> str:
    """The legal form of a body in a line."""
    if not entity.form:
        return ""
    from charterlang import law

    entry = law.form_entry(entity.form)
    return f"Legal form `{entity.form}`: {entry.native_name} ({entry.english})." if entry is not None else ""


def _protections(view: View, name: str) -> Iterator[str]:
    """How the values of an element stand, from the weakest, and how a firm is tied."""
    if view.verdicts is None:
        return
    for verdict in view.verdicts.values:
        if name in (verdict.value, verdict.subject):
            yield verdict_markdown(view, verdict)
    for tie in view.verdicts.ties:
        if tie.firm == name and not tie.harmless:
            yield f"Tie to `{tie.value}`: {tie_words(tie)}."
    used = [
        protection
        for verdict in view.verdicts.values
        for protection in verdict.protections
        if name in protection.elements and protection.level is not None and name in _power_ids(view)
    ]
    if used:
        yield "What rests on it:\n" + "\n".join(
            f"- {each.value}: {each.breach}, {level_words(each.level)}" for each in used[:8]
        )


def _power_ids(view: View) -> frozenset[str]:
    return frozenset(power.id for power in view.charter.powers)


def level_words(level: Level | None) -> str:
    """A level as it is shown beside a headline: "entrenched (4)"."""
    return "not examined" if level is None else f"{level.word} ({int(level)})"


def tie_words(tie: TieVerdict) -> str:
    """Whether a firm is tied, in a few words."""
    return f"tied, {level_words(tie.level)}" if tie.tied else "not tied"


def verdict_markdown(view: View, verdict: ValueVerdict) -> str:
    """A value of something: its level, who could break it, how."""
    label = view.charter.label
    lines = [f"**{verdict.value}** of {label(verdict.subject)}: {level_words(verdict.level)}"]
    weakest = verdict.weakest
    if weakest is not None and weakest.level is not None:
        lines.append(f"Weakest against: {weakest.breach}. It takes {weakest.level.meaning}.")
        lines.append(coalition_markdown(view, weakest))
    elif weakest is not None and weakest.missing:
        lines.append(f"Nothing is known: {weakest.missing}.")
    return "\n\n".join(line for line in lines if line)


def coalition_markdown(view: View, protection: Protection) -> str:
    """Who could bring a breach about, and how, step by step."""
    lines = []
    if protection.coalition:
        who = ", ".join(
            f"{view.charter.label(member.party)}{f' ({member.strength})' if member.strength else ''}"
            for member in protection.coalition
        )
        lines.append(f"Who could: {who}.")
    lines += [f"{number}. {step.text}" for number, step in enumerate(protection.steps, 1)]
    lines += [f"- {step.text}" for step in protection.bars]
    lines += [f"To lift it to {level_words(each.lifts_to)}: {each.text}." for each in protection.repairs[:2]]
    return "\n".join(lines)
