"""On whose side a party stands, in a given breach and in the part it plays there."""

from __future__ import annotations

from charterlang.model.decisions import Act
from charterlang.model.entities import Entity, MemberClass
from charterlang.powers.program import Key
from charterlang.powers.terms import SAME_ACT, SMALL_CLASS
from charterlang.powers.verdicts import Side
from charterlang.powers.world import World

_WORDS = {
    "commercial": Side.COMMERCIAL,
    "insider": Side.INSIDER,
    "community": Side.COMMUNITY,
    "guardian": Side.GUARDIAN,
    "public": Side.GUARDIAN,
}


def would_gain(group: MemberClass, breach: Act) -> bool:
    """Whether the members of a class would share the proceeds of a breach (a windfall): no guard against it."""
    words = SAME_ACT.get(breach.action, frozenset()) | {breach.action}
    for act in group.gains_from:
        if act.action in words and (act.thing in ("", breach.thing, group.entity) or breach.thing == group.entity):
            return True
    return False


def is_for_sale(group: MemberClass) -> bool:
    """Whether votes go with a stake that can be bought: shares or tokens without a cap or a bar on transfer."""
    if group.transferable is False:
        return False
    voting = group.voting
    if voting is not None and voting.cap is not None:
        return False
    if any(per in {"holder", "member", "person", "shareholder"} for _, _, per in group.limits):
        return False
    if group.kind == "shares":
        return voting is None or voting.kind in {"share", "fixed"}
    return voting is not None and voting.kind == "share"


def _class_side(group: MemberClass) -> Side:
    if group.side in _WORDS:
        return _WORDS[group.side]
    if is_for_sale(group):
        return Side.COMMERCIAL
    door = group.door
    if group.count is not None and group.count <= SMALL_CLASS and (group.closed or (door is not None and door.at_will)):
        # a small circle that lets in whom it likes perpetuates itself
        return Side.INSIDER
    return Side.COMMUNITY


def _party_side(entity: Entity, role: str, *, actor: bool) -> Side:
    """The side of an entity that nobody is said to control."""
    guarding = role == "consent" and not actor
    if entity.side in _WORDS:
        side = _WORDS[entity.side]
        if side is Side.GUARDIAN and not guarding:
            return Side.INSIDER
        return side
    kind = entity.kind
    if kind == "investor":
        return Side.COMMERCIAL
    if kind == "firm":
        return Side.INSIDER if entity.nonprofit else Side.COMMERCIAL
    if kind == "party":
        return Side.COMMUNITY
    if guarding and (kind in {"association", "public"} or entity.independent):
        return Side.GUARDIAN
    return Side.INSIDER


def side_of(world: World, key: Key, breach: Act, acting: frozenset[str]) -> Side:
    """The side of a leaf of the power system in a breach.

    `acting` are the parties that take part in the breach by acting: their own consent is no guard against them.
    """
    kind, name = key[0], key[1]
    charter = world.charter
    if kind == "outsiders":
        return Side.OUTSIDERS
    if kind == "sitting":
        organ = charter.organs[name]
        if organ.side in _WORDS:
            return _WORDS[organ.side]
        return Side.GUARDIAN if key[2] == "consent" and name not in acting else Side.INSIDER
    if kind == "agree":
        if name in charter.classes:
            group = charter.classes[name]
            return Side.COMMERCIAL if would_gain(group, breach) else _class_side(group)
        if name in charter.organs:
            members = [charter.classes[each] for each in charter.organs[name].classes if each in charter.classes]
            if any(would_gain(group, breach) for group in members):
                return Side.COMMERCIAL
            sides = {_class_side(group) for group in members}
            return sides.pop() if len(sides) == 1 else Side.COMMUNITY
    entity = charter.entities.get(name)
    if entity is None:
        return Side.INSIDER
    return _party_side(entity, str(key[2]) if kind == "party" else "act", actor=name in acting)


def may_gain(world: World, key: Key) -> bool:
    """Whether there is any breach from which the members behind a leaf would gain."""
    if key[0] != "agree":
        return False
    charter = world.charter
    if key[1] in charter.classes:
        return bool(charter.classes[key[1]].gains_from)
    organ = charter.organs.get(key[1])
    names = organ.classes if organ is not None else ()
    return any(charter.classes[name].gains_from for name in names if name in charter.classes)


def is_contingent(world: World, key: Key, breach: Act) -> bool:
    """Whether a leaf is commercial only because its members would gain from this breach."""
    if key[0] != "agree":
        return False
    charter = world.charter
    if key[1] in charter.classes:
        return would_gain(charter.classes[key[1]], breach)
    organ = charter.organs.get(key[1])
    names = organ.classes if organ is not None else ()
    return any(would_gain(charter.classes[name], breach) for name in names if name in charter.classes)


def is_private(world: World, name: str) -> bool:
    """Whether a holder is a private party, answerable to no community: a firm, an investor, a person."""
    entity = world.charter.entities.get(world.owner_of(name))
    if entity is None:
        return False
    if entity.side:
        return entity.side in {"commercial", "insider"}
    return entity.kind in {"firm", "investor", "person"} and not entity.nonprofit
