"""Who controls whom: classes, seats, organs, owners, and the constitution behind them.

Rules of law written here (analysis of control):
- A body passes a decision when enough of its votes or seats agree; members who are not named are one party that can
  be asked for a
  majority, a supermajority, or unanimity.
- Whoever holds a majority of the votes appoints the board, and so acts; through any chain of holdings.
- An entity whose owners or organs are described is no party of its own. Only one whose control nobody describes is.
- A sitting organ is a party of its own, beside its electors, for final acts it decides alone, and for everything if
  it alone may
  amend the rule that elects it. An organ that fills its own seats, and an office for life, always are.
- Who may amend a body's constitution controls the body.
"""

from __future__ import annotations

from fractions import Fraction

from charterlang.model.decisions import Deciding
from charterlang.model.entities import Entity, Holding, MemberClass, Organ
from charterlang.powers.entry import can_be_packed
from charterlang.powers.measures import ALL, MAJORITY, Measure, measure, whole_weights
from charterlang.powers.program import Key, Program, Writer
from charterlang.powers.terms import SMALL_CLASS

ONE = Fraction(1)
ZERO = Fraction(0)


# --- classes ---------------------------------------------------------------------------------------------------------


def parts_of(group: MemberClass) -> list[tuple[str, Fraction]]:
    """The named holders of a class and the part of its votes each casts; the unnamed rest is what is missing to 1.

    Holders without a stated share hold equal parts of what is left if they are members (one vote each) or if no share
    at all
    is stated; a cap on votes per holder is applied.
    """
    named = [holding for holding in group.holdings if holding.holder]
    if not named:
        return []
    stated = sum((_votes(holding) or ZERO for holding in named), ZERO)
    silent = [holding for holding in named if _votes(holding) is None]
    whole = ONE
    if silent and group.voting is not None and group.voting.kind == "each" and group.count:
        whole = min(ONE, Fraction(len(named), group.count))
    each = max(whole - stated, ZERO) / len(silent) if silent else ZERO
    cap = group.voting.cap if group.voting is not None else None
    found = []
    for holding in named:
        votes = _votes(holding)
        part = each if votes is None else votes
        found.append((holding.holder, min(part, cap) if cap is not None else part))
    return found


def _votes(holding: Holding) -> Fraction | None:
    return holding.share if holding.votes is None else holding.votes


def write_class(program: Program, key: Key) -> None:
    """A class agrees: its named holders reach the measure, or it is won as one party, entered, or let in at the door.

    A `settled` class fills staggered seats: one voting round does not turn them, so nobody wins it by joining.
    """
    _, name, how, role = key
    group = program.world.charter.classes[name]
    parts = parts_of(group)
    if parts:
        rest = ONE - sum((part for _, part in parts), ZERO)
        keys: list[Key] = [("acts", holder, role, False) for holder, _ in parts]
        weights = [part for _, part in parts]
        if rest > ZERO:
            keys.append(("agree", name, how))
            weights.append(rest)
        whole = whole_weights(weights)
        inputs = [(_holder(program, key), weight) for key, weight in zip(keys, whole, strict=True)]
        program.gate(key, inputs, how.need(sum(whole)), ("votes", name))
    else:
        program.rule(key, [("agree", name, how)], ("class", name))
        if key[0] == "class" and can_be_packed(group, how):
            program.rule(key, [("outsiders", name)], ("enters", name))
    door = group.door
    if door is not None and door.admitted_by is not None and door.at_will:
        closed = group.closed or not door.anyone or (group.count is not None and group.count <= SMALL_CLASS)
        if closed and not _self_admitting(program, group):
            admits = program.decision(door.admitted_by, f"{name}/door", role, final=False)
            program.rule(key, [admits], ("door", name))
    for employer in group.affiliated_with:
        program.rule(key, [program.body(employer, None, role, final=False)], ("affiliated", name, employer))


def _holder(program: Program, key: Key) -> Key:
    """A holder that is itself a class or an organ agrees as such; a bare name is a party."""
    if key[0] != "acts":
        return key
    return program.body(key[1], None, key[2], final=False)


def _self_admitting(program: Program, group: MemberClass) -> bool:
    """Whether the class itself (or a body it elects) admits its members: nobody else's door."""
    decision = group.door.admitted_by if group.door else None
    if not isinstance(decision, Deciding):
        return False
    organ = program.world.charter.organs.get(decision.body)
    return decision.body == group.id or (organ is not None and any(line.by == group.id for line in organ.seat_lines))


# --- meetings of several classes -------------------------------------------------------------------------------------


def has_votes(entity: Entity, group: MemberClass) -> bool:
    """Whether a class votes: as its text says, else if it elects or meets somewhere, or no organ decides without it."""
    if group.voting is not None:
        return group.voting.kind != "none"
    organs = [organ for organ in entity.organs if not organ.advisory]
    if any(group.id in organ.classes or any(line.by == group.id for line in organ.seat_lines) for organ in organs):
        return True
    return group.kind == "shares" or not any(organ.seat_lines or organ.self_filling for organ in organs)


def has_voters(entity: Entity) -> bool:
    """Whether any class of an entity votes."""
    return any(has_votes(entity, group) for group in entity.classes)


def voting_classes(entity: Entity) -> list[tuple[MemberClass, Fraction]]:
    """The classes of an entity that vote, and the part of all votes each has.

    Classes that vote by head weigh by their counts; fixed shares count as stated and the others divide the rest.
    """
    voting = [group for group in entity.classes if has_votes(entity, group)]
    if len(voting) == 1 and (voting[0].voting is None or voting[0].voting.share is None):
        return [(voting[0], ONE)]
    fixed = {
        group.id: group.voting.share for group in voting if group.voting is not None and group.voting.share is not None
    }
    left = max(ONE - sum(fixed.values(), ZERO), ZERO)
    free = [group for group in voting if group.id not in fixed]
    heads = sum(group.count or 0 for group in free)
    by_head = all(group.count for group in free) and all(group.kind == "members" for group in free)
    found = []
    for group in voting:
        if group.id in fixed:
            found.append((group, fixed[group.id]))
        elif by_head:
            found.append((group, left * Fraction(group.count or 0, heads)))
        else:
            found.append((group, left / len(free)))
    return found


def write_meeting(program: Program, key: Key) -> None:
    """The owners or members of an entity decide together."""
    _, name, how, role = key
    entity = program.world.charter.entities[name]
    classes = voting_classes(entity)
    if entity.held_by and not classes:
        _write_owners(program, key, entity.held_by, how, role)
        return
    _write_electorate(program, key, classes, how, role, ("meeting", name))


def _write_owners(program: Program, key: Key, holdings: tuple[Holding, ...], how: Measure, role: str) -> None:
    silent = sum(1 for holding in holdings if _votes(holding) is None)
    stated = sum((_votes(holding) or ZERO for holding in holdings), ZERO)
    each = max(ONE - stated, ZERO) / silent if silent else ZERO
    weights = [each if (votes := _votes(holding)) is None else votes for holding in holdings]
    rest = max(ONE - sum(weights, ZERO), ZERO)
    whole = whole_weights([*weights, rest])
    inputs = [
        (program.body(holding.holder, None, role, final=False), weight)
        for holding, weight in zip(holdings, whole, strict=False)
    ]
    program.gate(key, inputs, how.need(sum(whole)), ("owners", key[1]))


def _write_electorate(
    program: Program, key: Key, classes: list[tuple[MemberClass, Fraction]], how: Measure, role: str, why: Key
) -> None:
    """Several classes vote together: all agree, or one is large enough alone, or named holders have enough."""
    if not classes:
        return
    each: list[Key] = [("class", group.id, how, role) for group, _ in classes]
    program.rule(key, each, why)
    if len(classes) == 1:
        return
    weights: list[Fraction] = []
    inputs: list[Key] = []
    for group, weight in classes:
        parts = parts_of(group)
        if not parts:
            if weight > ZERO and how.share / weight <= ONE and not (how.strict and how.share == weight):
                alone = Measure(how.share / weight, how.strict)
                program.rule(key, [("class", group.id, alone, role)], ("outvotes", key[1], group.id))
            inputs.append(("class", group.id, ALL, role))
            weights.append(weight)
            continue
        for holder, part in parts:
            inputs.append(program.body(holder, None, role, final=False))
            weights.append(weight * part)
        rest = ONE - sum((part for _, part in parts), ZERO)
        if rest > ZERO:
            inputs.append(("class", group.id, MAJORITY, role))
            weights.append(weight * rest)
    whole = whole_weights(weights)
    program.gate(key, list(zip(inputs, whole, strict=True)), how.need(sum(whole)), why)


# --- organs ----------------------------------------------------------------------------------------------------------


def write_organ(program: Program, key: Key) -> None:
    """An organ decides: the classes that meet in it, those who fill enough of its seats, or the organ as it sits."""
    _, name, how, role, final = key
    organ = program.world.charter.organs[name]
    if organ.kind == "assembly" or (organ.classes and not organ.seat_lines):
        _write_assembly(program, key, organ, how, role)
    else:
        _write_seats(program, key, organ, how, role)
    if organ.self_filling == ONE or organ.for_life:
        program.rule(
            key, [("sitting", name, role)], ("sits", name, "fills itself" if organ.self_filling else "for life")
        )
    elif organ.kind != "assembly" and (final or _amends_its_election(program, organ)):
        program.rule(key, [("sitting", name, role)], ("sits", name, "final" if final else "amends its election"))
    program.rule(key, [("amend", organ.entity, "organs", role)], ("amends", organ.entity, name))


def _write_assembly(program: Program, key: Key, organ: Organ, how: Measure, role: str) -> None:
    """An assembly of classes votes by head; entities and parties in it have a vote each; consent needs everyone."""
    charter = program.world.charter
    names = organ.classes
    if not names:
        entity = charter.entities[organ.entity]
        if has_voters(entity):
            program.rule(key, [("meeting", organ.entity, how, role)], ("assembly", organ.id))
        else:
            program.rule(key, [("sitting", organ.id, role)], ("sits", organ.id, "nobody is said to sit in it"))
        return
    groups = [charter.classes[name] for name in names if name in charter.classes]
    others = [name for name in names if name not in charter.classes]
    if groups and not others:
        heads = sum(group.count or 0 for group in groups)
        counted = all(group.count for group in groups)
        classes = [
            (group, Fraction(group.count or 0, heads) if counted else Fraction(1, len(groups))) for group in groups
        ]
        if len(groups) > 1 and not any(group.holdings for group in groups):
            program.rule(key, [("agree", organ.id, how)], ("assembly", organ.id))
        _write_electorate(program, key, classes, how, role, ("assembly", organ.id))
        return
    inputs: list[tuple[Key, int]] = [(("class", group.id, how, role), 1) for group in groups]
    inputs += [(program.body(name, None, role, final=False), 1) for name in others]
    program.gate(key, inputs, how.need(len(inputs)), ("assembly", organ.id))


def seat_shares(organ: Organ) -> tuple[list[tuple[str, Fraction, bool]], Fraction]:
    """Who fills which part of an organ's seats (filler, part, filled by itself), and the part nobody is said to fill.

    `most` counts as just over half, `half` as half, `some` as what the others leave.
    """
    lines = organ.seat_lines
    total = organ.seats or sum(line.number or 0 for line in lines)
    found: list[tuple[str, Fraction, bool]] = []
    vague: list[str] = []
    for line in lines:
        if line.number is not None and total:
            part = Fraction(line.number, total)
        elif line.share is not None:
            part = line.share
        else:
            words = {"most": Fraction(51, 100), "half": Fraction(1, 2), "all": ONE}
            if line.word not in words:
                vague.append(line.by)
                continue
            part = words[line.word]
        found.append((line.by, min(part, ONE), line.by == organ.id))
    if organ.self_filling is not None and organ.self_filling < ONE:
        found.append((organ.id, organ.self_filling, True))
    left = max(ONE - sum((part for _, part, _ in found), ZERO), ZERO)
    found.extend((by, left / len(vague), False) for by in vague)
    return found, ZERO if vague else left


def _write_seats(program: Program, key: Key, organ: Organ, how: Measure, role: str) -> None:
    """Enough seats agree; a seat is its filler's; seats nobody is said to fill fall to the members or owners."""
    if organ.self_filling == ONE:
        return
    shares, left = seat_shares(organ)
    shares += [
        (holding.holder, holding.share or Fraction(1, len(organ.held_by)), False)
        for holding in organ.held_by
        if not organ.seat_lines
    ]
    if organ.held_by and not organ.seat_lines:
        left = ZERO
    entity = program.world.charter.entities.get(organ.entity)
    inputs: list[Key] = []
    staggered = organ.staggered or (bool(organ.seat_lines) and all(line.staggered for line in organ.seat_lines))
    for by, _, itself in shares:
        filler = ("sitting", organ.id, role) if itself else program.body(by, None, role, final=False)
        inputs.append(("settled", *filler[1:]) if staggered and filler[0] == "class" else filler)
    weights = [part for _, part, _ in shares]
    if left > ZERO:
        weights.append(left)
        if entity is not None and (has_voters(entity) or entity.held_by):
            inputs.append(("meeting", organ.entity, MAJORITY, role))
        else:
            inputs.append(("sitting", organ.id, role))
    whole = [2 * weight for weight in whole_weights(weights)]
    if organ.casting_vote and sum(whole):
        for place, (by, _, _) in enumerate(shares):
            if by == organ.casting_vote:
                whole[place] += 1
                break
    program.gate(key, list(zip(inputs, whole, strict=True)), how.need(sum(whole)), ("seats", organ.id))


def _amends_its_election(program: Program, organ: Organ) -> bool:
    """Whether the organ alone may amend the constitution that elects it."""
    world = program.world
    thing = f"{organ.entity}.articles"
    powers = world.powers("amend", f"{thing}.organs") or world.powers("amend", thing)
    return any(isinstance(power.decision, Deciding) and power.decision.body == organ.id for power in powers)


# --- entities --------------------------------------------------------------------------------------------------------


def acting_organ(entity: Entity) -> Organ | None:
    """The organ that acts for an entity where no power says so: its first board, office or assembly that decides."""
    deciding = [organ for organ in entity.organs if not organ.advisory]
    for kind in ("board", "office", "assembly"):
        for organ in deciding:
            if organ.kind == kind:
                return organ
    return None


def write_acts(program: Program, key: Key) -> None:
    """An entity acts: by its power to act, its acting organ, its owners or members; else it is a party itself."""
    _, name, role, final = key
    entity = program.world.charter.entities.get(name)
    if entity is None:
        program.rule(key, [program.body(name, None, role, final=final)], ("is", name))
        return
    written = False
    powers = [power for power in program.world.powers("act", name) if not program.world.forbidden([power])]
    for power in powers:
        written = True
        decided = program.decision(power.decision, power.id, role, final=final)
        program.rule(key, [decided], ("power", power.id))
    organ = acting_organ(entity)
    if not powers and organ is not None:
        written = True
        how = measure(organ.rule)
        program.rule(key, [("organ", organ.id, how, role, final)], ("acts for", organ.id, name))
    owners = bool(entity.held_by) or has_voters(entity)
    if owners and organ is None and not powers:
        written = True
        program.rule(key, [("meeting", name, MAJORITY, role)], ("owned", name))
    if entity.controlled_by is not None:
        written = True
        program.rule(
            key, [program.decision(entity.controlled_by, f"{name}/control", role, final=final)], ("controlled", name)
        )
    if entity.represents and entity.replaceable:
        written = True
        for group in entity.represents:
            program.rule(key, [program.body(group, MAJORITY, role, final=False)], ("represents", name, group))
    if written:
        program.rule(key, [("amend", name, "powers", role)], ("amends", name, name))
    else:
        program.rule(key, [("party", name, role)], ("undescribed", name))


CONTROL: dict[str, Writer] = {
    "class": write_class,
    "settled": write_class,
    "meeting": write_meeting,
    "organ": write_organ,
    "acts": write_acts,
}
"""Who writes the rules of control."""
