"""Care: whom a provision affects, and whether they have a voice in it or a remedy that holds."""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.model.decisions import Act, Consent, Deciding, leaves
from charterlang.model.entities import Entity, Organ
from charterlang.model.things import Affected, Commons, Provision, Value
from charterlang.powers.measures import ALL, measure
from charterlang.powers.verdicts import Level, Member, Protection, Side, Step
from charterlang.powers.world import World


def has_voice(world: World, provision: Provision, affected: Affected) -> Organ | str:
    """The organ in which an affected party takes part in the decision, or the name of its own consent; "" if none."""
    charter = world.charter
    names = {affected.party, world.owner_of(affected.party)}
    names |= {group.id for group in charter.classes.values() if group.entity == affected.party}
    if affected.heard_in and affected.heard_in in charter.organs:
        return charter.organs[affected.heard_in]
    if provision.decided_by is None:
        return ""
    for leaf in leaves(provision.decided_by):
        if isinstance(leaf, Consent):
            if leaf.of in names:
                return leaf.of
            continue
        if isinstance(leaf, Deciding):
            if leaf.body in names:
                return leaf.body
            organ = charter.organs.get(leaf.body)
            if organ is not None and (names & set(organ.classes) or any(line.by in names for line in organ.seat_lines)):
                return organ
    return ""


def has_remedy(affected: Affected) -> bool:
    """Whether anything makes good what an affected party loses: a thing, a party's duty; words alone are a promise."""
    return bool(affected.remedies or affected.duty_of)


def care_protections(world: World, value: Value, subject: Commons | Entity) -> Iterator[Protection]:
    """One protection for each party that a provision affects."""
    charter = world.charter
    touched = [(provision, affected) for provision in charter.provisions.values() for affected in provision.affects]
    if not touched:
        yield Protection(
            value.id, subject.id, Act("affect", subject.id), None, breach="leave somebody worse off",
            missing="write a `provision` and say whom it affects and what makes it good (`affects … remedied by …`)",
        )  # fmt: skip
    for provision, affected in touched:
        yield _protection(world, value, subject, provision, affected)


def _protection(
    world: World, value: Value, subject: Commons | Entity, provision: Provision, affected: Affected
) -> Protection:
    charter = world.charter
    label = charter.label(affected.party)
    harm = f" ({affected.by})" if affected.by else ""
    voice = has_voice(world, provision, affected)
    remedy = has_remedy(affected)
    steps: list[Step] = [
        Step(f"{provision.label} affects {label}{harm}", affected.span, (provision.id, affected.party))
    ]
    coalition: tuple[Member, ...] = ()
    level = Level.COMMUNITY
    if isinstance(voice, Organ):
        equal = measure(voice.rule) == ALL
        level = Level.ENTRENCHED if equal else Level.COMMUNITY
        how = "decides by consent, so nothing passes against them" if equal else "decides with their votes"
        steps.append(Step(f"they sit in {charter.label(voice.id)}, which {how}", voice.span, (voice.id,)))
        coalition = (Member(affected.party, Side.COMMUNITY),)
    elif voice:
        steps.append(Step(f"{charter.label(voice)} must agree", affected.span, (voice,)))
        coalition = (Member(affected.party, Side.COMMUNITY),)
    if remedy:
        names = [*affected.remedies, *affected.duty_of]
        text = " and ".join(charter.label(name) for name in names)
        steps.append(Step(f"what they lose is made good by {text}", affected.span, tuple(names)))
    if not voice and not remedy:
        level = Level.EXPOSED
        promise = "; words alone are a promise nobody can enforce" if affected.remedy_text else ""
        steps.append(Step(f"they have neither a voice in the decision nor a remedy{promise}", affected.span))
    return Protection(
        value.id,
        subject.id,
        Act("affect", affected.party),
        level,
        breach=f"leave {label} worse off",
        coalition=coalition,
        steps=tuple(steps),
        elements=tuple(dict.fromkeys(name for step in steps for name in step.elements)),
        span=affected.span,
    )
