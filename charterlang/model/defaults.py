"""What the legal form fills in where a charter is silent.

Everything filled in carries the citation of its statute as `source`. A number that the table does not know is not
filled in. For a body that the charter only names (`external`) nothing is filled in but what concerns its money:
whether it may share it out, and who takes it in the end.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from charterlang._records import record
from charterlang.model.decisions import Act, Both, Deciding, Decision, Power, Rule
from charterlang.model.entities import Dissolution, Entity, MemberClass, Organ, SeatLine, Voting
from charterlang.model.things import Lock

if TYPE_CHECKING:
    from charterlang.law.form_rows import Form

MEMBERS_MEETING = "members-meeting"
SHAREHOLDERS_MEETING = "shareholders-meeting"
BOARD = "board"

_VOTING = {"one-member-one-vote": "each", "by-shares": "share"}
_ONE_MATTER = re.compile(r"^change of object|for a change of purposes or a merger only")
_BASES = (
    (re.compile(r"outstanding (shares|votes)|^capital|of shareholders"), "shares"),
    (re.compile(r"entitled to vote|all (members|votes)|^members$"), "members"),
    (re.compile(r"\bpresent\b"), "present"),
)


@record
class Filled:
    """An entity with what its form fills in; the power and the lock that come with it have no ids yet."""

    entity: Entity
    power: Power | None = None
    lock: Lock | None = None


def with_bodies(entity: Entity) -> Entity:
    """An entity with the votes, the meeting and the board that its form gives it; names in it may be unresolved."""
    form = _form(entity)
    if form is not None and not entity.external:
        entity = replace(entity, classes=tuple(_with_votes(each, form) for each in entity.classes))
        entity = _with_organs(entity, form)
    return _with_assemblies_filled(entity)


def with_defaults(entity: Entity) -> Filled:
    """An entity, names resolved, with the rest of what the law says where the charter does not."""
    form = _form(entity)
    if form is None:
        return Filled(entity)
    entity = replace(entity, nonprofit=form.nonprofit if entity.nonprofit is None else entity.nonprofit)
    if entity.dissolution is None and form.is_statutory_lock:
        recipients = Dissolution((), form.asset_lock.recipients, form.cites("dissolution"))
        entity = replace(entity, dissolution=recipients)
    return Filled(entity, None if entity.external else _amendment(entity, form), _lock(entity, form))


def _form(entity: Entity) -> Form | None:
    """The row of an entity's legal form, None where it has none or the table does not know it."""
    if not entity.form:
        return None
    from charterlang.law import form

    return form(entity.form)


def _lock(entity: Entity, form: Form) -> Lock | None:
    """The lock the law lays on what an entity owns; one that its members can end stands on the articles only."""
    if not form.is_statutory_lock:
        return None
    basis = "statute" if form.lock_beyond_members else "articles" if form.asset_lock.way_out == "members" else ""
    if not basis:
        return None
    return Lock("", entity.id, entity.id, ("value",), (basis,), part="assets", source=form.cites("asset_lock"))


def _with_votes(each: MemberClass, form: Form) -> MemberClass:
    """A class with the voting rule of the statute, if the charter gives none."""
    kind = _VOTING.get(form.voting.rule)
    if each.voting is not None or kind is None or (kind == "share" and each.kind != "shares"):
        return each
    return replace(each, voting=Voting(kind, source=form.cites("voting")))


def _voting_classes(entity: Entity) -> tuple[str, ...]:
    """The classes that meet in an assembly: members if there are any, else holders of shares; none without votes."""
    voting = [each for each in entity.classes if each.voting is None or each.voting.kind != "none"]
    members = [each.id for each in voting if each.kind == "members"]
    return tuple(members or [each.id for each in voting])


def _with_assemblies_filled(entity: Entity) -> Entity:
    """An assembly that does not say of whom is of all classes that vote."""
    classes = _voting_classes(entity)
    if not classes or all(organ.classes or organ.kind != "assembly" for organ in entity.organs):
        return entity
    organs = tuple(
        replace(organ, classes=classes) if organ.kind == "assembly" and not organ.classes else organ
        for organ in entity.organs
    )
    return replace(entity, organs=organs)


def _with_organs(entity: Entity, form: Form) -> Entity:
    """The meeting and the board that the law gives a body, where it names none and somebody could sit in them."""
    classes = _voting_classes(entity)
    kinds = {organ.kind for organ in form.default_organs}
    organs = list(entity.organs)
    source = form.cites("organs")
    meeting = next((organ.id for organ in organs if organ.kind == "assembly"), "")
    if not meeting and "assembly" in kinds and classes:
        shares = all(each.kind == "shares" for each in entity.classes)
        name = SHAREHOLDERS_MEETING if shares else MEMBERS_MEETING
        title = "Shareholders' meeting" if shares else "Members' meeting"
        added = _organ(entity, name, "assembly", title, source)
        organs.append(replace(added, classes=classes))
        meeting = added.id
    electors = (meeting,) if meeting else classes[:1] if len(classes) == 1 else ()
    if "board" in kinds and electors and not any(organ.kind in {"board", "office"} for organ in organs):
        added = _organ(entity, BOARD, "board", "Board", source)
        organs.append(replace(added, seat_lines=tuple(SeatLine(by, "elected", share=Fraction(1)) for by in electors)))
    return replace(entity, organs=tuple(organs))


def _organ(entity: Entity, name: str, kind: str, title: str, source: str) -> Organ:
    """An organ by law, under a name that is still free."""
    taken = {organ.name for organ in entity.organs} | {each.name for each in entity.classes}
    free = name if name not in taken else f"statutory-{name}"
    return Organ(f"{entity.id}.{free}", free, entity.id, kind, title, source=source)


def _amendment(entity: Entity, form: Form) -> Power | None:
    """The power to amend the articles, by the share the statute asks for, if the charter gives it to nobody."""
    articles = f"{entity.id}.articles"
    if any(power.act.action == "amend" and power.act.thing == articles for power in entity.powers):
        return None
    share, basis = form.amend_threshold, form.amendment.basis
    if share is None or _ONE_MATTER.search(basis):
        return None
    meeting = next((organ.id for organ in entity.organs if organ.kind == "assembly"), "")
    classes = _voting_classes(entity)
    members = meeting or (classes[0] if len(classes) == 1 else "")
    board = next((organ.id for organ in entity.organs if organ.kind == "board"), "")
    decision = _deciders(members, board, _rule(share, basis), basis)
    if decision is None:
        return None
    source = form.cites("amendment")
    return Power("", entity.id, Act("amend", articles), decision, basis="statute", source=source)


def _deciders(members: str, board: str, rule: Rule, basis: str) -> Decision | None:
    """Who decides by statute: the members, the board, or both; None if such a body is missing."""
    if basis.startswith("board and"):
        if members and board:
            return Both((Deciding(board), Deciding(members, rule)))
        return Deciding(board, rule) if board else None
    if "governing body" in basis.partition(";")[0]:
        return Deciding(board, replace(rule, basis="seats")) if board else None
    return Deciding(members, rule) if members else None


def _rule(share: Fraction, basis: str) -> Rule:
    """The share as a rule: half is a majority, the whole is unanimity."""
    kind = "majority" if share == Fraction(1, 2) else "unanimity" if share == 1 else "fraction"
    head = basis.partition(";")[0]
    counted = next((name for pattern, name in _BASES if pattern.search(head)), "votes")
    return Rule(kind, share, basis="members" if kind == "unanimity" else counted)
