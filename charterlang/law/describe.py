"""Rows put in words: sections of a heading and lines, for a terminal, a hover or a paper to lay out as it likes."""

from __future__ import annotations

from collections.abc import Iterable

from charterlang._records import record
from charterlang.law.form_rows import Form, FormRule
from charterlang.law.licence_rows import Licence
from charterlang.law.places import place_name
from charterlang.law.rows import trust
from charterlang.law.shelf import the_shelf


@record
class Section:
    """A heading and what stands under it, one fact a line."""

    heading: str
    lines: tuple[str, ...]


def describe_form(form_id: str) -> tuple[Section, ...] | None:
    """A legal form in words, its sources last; None for an unknown id."""
    form = the_shelf().form(form_id)
    if form is None:
        return None
    english = form.english if form.english != form.native_name else ""
    return _sections(
        ("Form", (form.native_name + _aside(english), f"{form.kind}, {place_name(form.jurisdiction)}")),
        ("May be", _roles(form)),
        ("Statutes", form.statutes),
        ("Distribution", (form.distribution.rule, *(cap.words() + _aside(cap.note) for cap in form.distribution.caps))),
        ("Asset lock", _lock(form)),
        ("Voting", (form.voting.rule, *form.voting.limits)),
        ("Founders and board", _numbers(form)),
        ("Organs", tuple(organ.name + (" (in some cases)" if organ.conditional else "") for organ in form.organs)),
        ("Amendment", _amendment(form)),
        ("The constitution must cover", form.required_clauses),
        ("Prescribed text", _prescribed(form)),
        ("Veto of an outside body", (form.outside_veto.possible + _aside(form.outside_veto.how),)),
        ("Registered with", (form.registrar,)),
        ("Rules", tuple(_rule(rule) for rule in form.checks)),
        ("Provisions", (*(f"{name}: {where}" for name, where in form.provisions.items()), *form.sections)),
        ("Changes in the law", form.law_changes),
        ("Note", (form.note,)),
        ("Not verified", form.unverified or ()),
        ("Sources", (*_sources((form.source, *form.sources)), trust(form.last_verified, form.confidence))),
    )


def describe_licence(licence_id: str) -> tuple[Section, ...] | None:
    """A licence in words, its sources last; None for an id that is not in the table."""
    licence = the_shelf().licence(licence_id)
    if licence is None:
        return None
    about = the_shelf().licences_about()
    return _sections(
        ("Licence", (licence.name, licence.family + (f", kept by {licence.steward}" if licence.steward else ""))),
        ("SPDX", (licence.spdx or "no SPDX id",)),
        ("Written for", licence.domains),
        ("Called open by", _approvals(licence)),
        ("Commercial use", (licence.commercial_use,)),
        ("Comes back", (f"{licence.reciprocity}: {about.reciprocity_values[licence.reciprocity]}",)),
        ("Users must", licence.obligations),
        ("Granted", (f"{licence.term}: {licence.term_basis}",)),
        ("Beware", (about.openness_warning,) if licence.is_copyfair else ()),
        ("Note", (licence.note,)),
        ("Sources", (*_sources(licence.sources), trust(licence.last_verified, licence.confidence))),
    )


def describe_instrument(instrument_id: str) -> tuple[Section, ...] | None:
    """An instrument in words, its sources last; None for an unknown id."""
    instrument = the_shelf().instrument(instrument_id)
    if instrument is None:
        return None
    about = the_shelf().instruments_about()
    edge = f"{instrument.edge.held_by} holds it over {instrument.edge.bound}"
    weak = tuple(": ".join(filter(None, (each.form, each.reason))) for each in instrument.forms_weak_or_excluded)
    failed = tuple(f"{each.case} ({each.year}): {each.lesson}" for each in instrument.failure_cases)
    cited = (*instrument.sources, *(each.source for each in instrument.failure_cases))
    return _sections(
        ("Instrument", (instrument.name,)),
        ("Binds", (instrument.binds,)),
        (
            "Who holds it",
            (instrument.right_holder, edge + (", and the other way round" if instrument.edge.mutual else "")),
        ),
        ("Locks", tuple(f"{lock}: {about.locks[lock]}" for lock in instrument.locks)),
        ("Strength", (f"{instrument.strength}: {about.strength_scale[instrument.strength]}",)),
        ("Enforced by", (instrument.enforcement,)),
        ("Undone by", (instrument.undo.who, f"needs the holder's consent: {instrument.undo.needs_holder_consent}")),
        ("Lasts", (instrument.duration,)),
        ("Public register", (instrument.public_register,)),
        ("Its clause must state", instrument.clause_points),
        ("Goes with", ("any form" if instrument.any_form else "", *instrument.forms_supporting, instrument.forms_note)),
        ("Weak or barred with", weak),
        ("What went wrong", failed),
        ("Note", (instrument.note,)),
        ("Sources", (*_sources(cited), f"confidence {instrument.confidence}")),
    )


def _sections(*drafts: tuple[str, Iterable[str]]) -> tuple[Section, ...]:
    """Sections from drafts, without empty lines and empty sections."""
    made = (Section(heading, tuple(line for line in lines if line)) for heading, lines in drafts)
    return tuple(section for section in made if section.lines)


def _roles(form: Form) -> tuple[str, ...]:
    """Which circles the form may fill, and whether it is a non-profit."""
    words = {"association": "an association that protects a commons", "firm": "a firm that earns around it"}
    return (*(words[role] for role in form.roles), "non-profit" if form.nonprofit else "not a non-profit by law")


def _lock(form: Form) -> tuple[str, ...]:
    """The asset lock in words."""
    lock = form.asset_lock
    last = f"what is left goes to: {'; '.join(lock.recipients)}" if lock.recipients else ""
    return (lock.kind, f"can it be removed: {lock.removable}", last, lock.note)


def _numbers(form: Form) -> tuple[str, ...]:
    """Founders and board in words; an unknown number is said to be unknown."""
    counts = (("founders", form.founders_min, ""), ("board", form.board_min, form.board_min_basis))
    return tuple(
        f"{who}: how many is not known here, so ask" if least is None else f"{who}: at least {least}{_aside(basis)}"
        for who, least, basis in counts
    )


def _amendment(form: Form) -> tuple[str, ...]:
    """How the constitution changes, in words."""
    rule = form.amendment
    share = (
        f"{rule.threshold} of {rule.basis or 'votes'}" if rule.threshold else "no share fixed by law: the charter says"
    )
    return (share, rule.basis if not rule.threshold else "", rule.rule, *rule.extra_consents, form.cites("amendment"))


def _prescribed(form: Form) -> tuple[str, ...]:
    """What the law wants the text to say."""
    text = form.prescribed_text
    if text is None:
        return ()
    how = {True: "these very words", False: "in words of your own", None: ""}[text.exact_wording]
    return (f"{text.provision}{_aside(how)}", *text.points, text.note)


def _rule(rule: FormRule) -> str:
    """A rule of the form in one line."""
    milder = f"; {rule.alternative.value} when {rule.alternative.when}" if rule.alternative else ""
    value = ", ".join(str(each) for each in rule.value) if isinstance(rule.value, tuple) else str(rule.value)
    said = f"{rule.field} {rule.op}" if rule.value is True else f"{rule.field} {rule.op} {value}"
    return f"{rule.code} ({rule.severity}): {said}{milder}"


def _approvals(licence: Licence) -> tuple[str, ...]:
    """Who calls it open, and who is not known to."""
    flags = licence.approvals
    held = (("OSI", flags.osi), ("FSF", flags.fsf_libre), ("Open Definition", flags.open_definition))
    words = {True: "yes", False: "no", None: "not known"}
    return tuple(f"{name}: {words[value]}" for name, value in held)


def _sources(ids: Iterable[str]) -> tuple[str, ...]:
    """Sources in words, each once, with how far each was read."""
    rows = (the_shelf().source(each) for each in dict.fromkeys(ids))
    return tuple(f"{row.title} ({row.how_read})" for row in rows if row)


def _aside(words: str) -> str:
    """Words in brackets after a fact, or nothing."""
    return f" ({words})" if words else ""
