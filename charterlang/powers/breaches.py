"""What breaks a value: for each kind, the acts that would, upon the things and bodies of this charter.

Each kind of value has one function. A breach is an act and one or more ways of doing it; a way is a conjunction of
propositions
of the power system. What a value's kind does not list, a charter may list itself (`breached by`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from charterlang._records import record
from charterlang.model.decisions import Act
from charterlang.model.entities import Entity
from charterlang.model.things import Commons, Value
from charterlang.powers.bearers import can_be_sold, carriers, leaders, pays_out, substance
from charterlang.powers.program import Key
from charterlang.powers.sides import is_private
from charterlang.powers.terms import OPEN_LOCKS, OPERATING, role_of
from charterlang.powers.titles import is_irrevocable, main_licences, title_holders
from charterlang.powers.world import World

MONEY_VALUES = frozenset({"asset-lock"})


@record
class Breach:
    """One way to break a value of a subject.

    `ways` are alternatives, each a conjunction of keys; `words` say what happens ("close future versions of Brindle");
    `operating` marks a breach by running things badly, which a community that can leave survives; `within` restricts
    who counts
    as breaking it ("outside": commercial parties and the State only, because the body's own people running it is no
    breach).
    """

    act: Act
    words: str
    ways: tuple[tuple[Key, ...], ...] = ()
    operating: bool = False
    relicensing: bool = False
    within: str = ""
    missing: str = ""


Lister = Callable[[World, Value, "Commons | Entity"], Iterator[Breach]]


def may(action: str, thing: str) -> Key:
    """The key for an act being done."""
    return ("may", action, thing, "act")


def _label(world: World, name: str) -> str:
    return world.charter.label(name)


def _simple(world: World, action: str, thing: str, words: str, **more: object) -> Breach:
    breach = Breach(Act(action, thing), words, ((may(action, thing),),), operating=action in OPERATING)
    return replace(breach, **more) if more else breach  # type: ignore[arg-type]


def _written(
    world: World, subject: Commons | Entity, bodies: list[Entity], actions: frozenset[str]
) -> Iterator[Breach]:
    """Acts of these kinds that the charter itself writes a power for, on the subject, its bodies or its things."""
    things = {subject.id, *(body.id for body in bodies), *substance(world, subject)}
    if isinstance(subject, Commons):
        things |= {asset.id for asset in world.assets(subject.id)}
    for power in world.charter.powers:
        if power.act.action in actions and power.act.thing in things:
            yield _simple(
                world, power.act.action, power.act.thing, f"{power.act.action} {_label(world, power.act.thing)}"
            )


# --- one function a kind ---------------------------------------------------------------------------------------------


def openness(world: World, value: Value, subject: Commons | Entity) -> Iterator[Breach]:
    """Future versions closed by title, broad grant, or permissive licence with name and channel; access shut."""
    if not isinstance(subject, Commons):
        return
    label = subject.label
    yield _simple(
        world, "relicense", subject.id, f"close future versions of {label}", relicensing=True,
        missing=f"say who holds the title (`copyright held by …`, `contributions under …`) or write a power for "
        f"`relicense {subject.id}`",
    )  # fmt: skip
    if not is_irrevocable(subject):
        yield _simple(
            world, "close", subject.id, f"shut access to {label}",
            operating=bool(main_licences(subject)),
            missing=f"write a power for `close {subject.id}`, or say who keeps it (`channel held by …`)",
        )  # fmt: skip


def reciprocity(world: World, value: Value, subject: Commons | Entity) -> Iterator[Breach]:
    """As openness; without a licence, the proceeds shared out or the body converted."""
    if not isinstance(subject, Commons):
        yield from _money(world, subject, [subject], ("distribute", "convert"))
        return
    if subject.licences or subject.contributions or subject.copyright:
        yield from openness(world, value, subject)
    else:
        yield from _money(world, subject, carriers(world, subject), ("distribute", "convert"))
        yield from _written(world, subject, carriers(world, subject), frozenset({"close", "change", "relicense"}))


ADDRESSES = frozenset({"domain", "registry", "website", "site"})
"""Channels that are part of a name: where people look for the work. A repository can be moved without the name."""


def identity(world: World, value: Value, subject: Commons | Entity) -> Iterator[Breach]:
    """Mark, domain or registry carried off, or withheld: each alone."""
    if isinstance(subject, Commons):
        held = world.assets(subject.id, "name", "channel")
    else:
        held = [asset for asset in world.charter.assets.values() if subject.id in world.holders(asset.id)]
    assets = [asset for asset in held if role_of(asset.kind) == "name" or asset.kind in ADDRESSES]
    for asset in assets:
        silent = f"say who holds {asset.id} (`held by …`) or write a power for `transfer {asset.id}`"
        yield _simple(world, "transfer", asset.id, f"carry off {asset.label}", missing=silent)
        words = f"withhold {asset.label} from the community"
        yield _simple(world, "withhold", asset.id, words, operating=False, missing=silent)
    if not assets:
        yield Breach(
            Act("transfer", subject.id), f"carry off the name of {subject.label}",
            missing=f"declare the name (`asset {subject.id}-mark {{ kind trademark; of {subject.id}; held by … }}`)",
        )  # fmt: skip


def _money(world: World, subject: Commons | Entity, bodies: list[Entity], actions: tuple[str, ...]) -> Iterator[Breach]:
    """Fundamental acts upon the bodies that hold the money."""
    words = {
        "sell": "sell",
        "convert": "convert",
        "merge": "merge away",
        "distribute": "share out the assets of",
        "dissolve": "wind up and share out",
    }
    for body in bodies:
        for action in actions:
            if action == "dissolve" and not pays_out(world, body):
                continue
            if action == "sell" and not can_be_sold(world, body):
                continue
            yield _simple(world, action, body.id, f"{words[action]} {body.label}")


def asset_lock(world: World, value: Value, subject: Commons | Entity) -> Iterator[Breach]:
    """Sold, converted, merged, shared out, or wound up to a body that shares it out."""
    bodies = carriers(world, subject)
    for thing in substance(world, subject):
        yield _simple(world, "sell", thing, f"sell {_label(world, thing)}")
    yield from _money(world, subject, bodies, ("sell", "convert", "merge", "distribute", "dissolve"))
    if isinstance(subject, Commons) and world.powers("sell", subject.id):
        yield _simple(world, "sell", subject.id, f"sell {subject.label}")


def stewardship(world: World, value: Value, subject: Commons | Entity) -> Iterator[Breach]:
    """Converted, sold, steered by commercial parties, turned to another purpose, or opened to commerce."""
    bodies = carriers(world, subject)
    for body in bodies:
        yield _simple(world, "convert", body.id, f"convert {body.label}")
        if can_be_sold(world, body):
            yield _simple(world, "sell", body.id, f"sell {body.label}")
        yield _simple(world, "amend", f"{body.id}.articles.purpose", f"change the purpose of {body.label}")
        yield _steered(body)
    if isinstance(subject, Commons) and not bodies:
        yield from _led(world, subject)
    for thing in substance(world, subject):
        yield _simple(world, "sell", thing, f"sell {_label(world, thing)}")
    yield from _written(
        world, subject, bodies, frozenset({"introduce", "transfer", "sell", "contract-out", "outsource"})
    )


def mission_lock(world: World, value: Value, subject: Commons | Entity) -> Iterator[Breach]:
    """Purpose or policy amended, certification dropped, converted, or control sold."""
    bodies = carriers(world, subject)
    for body in bodies:
        yield _simple(world, "amend", f"{body.id}.articles.purpose", f"change the purpose of {body.label}")
        yield _simple(world, "convert", body.id, f"convert {body.label}")
        if can_be_sold(world, body):
            yield _simple(world, "sell", body.id, f"sell control of {body.label}")
    if isinstance(subject, Commons) and not bodies:
        yield from _led(world, subject)
    yield from _written(world, subject, bodies, frozenset({"drop", "change", "introduce", "amend"}))


def community_control(world: World, value: Value, subject: Commons | Entity) -> Iterator[Breach]:
    """The deciding organ filled or abolished without the class; the keys in private hands; converted or sold."""
    bodies = carriers(world, subject)
    for body in bodies:
        yield Breach(Act("act", body.id), f"decide for {body.label}", ((("acts", body.id, "act", False),),))
        yield _simple(world, "convert", body.id, f"convert {body.label}")
        if can_be_sold(world, body):
            yield _simple(world, "sell", body.id, f"sell {body.label}")
        yield Breach(
            Act("amend", f"{body.id}.articles.organs"), f"abolish or refill the organs of {body.label}",
            ((("amend", body.id, "organs", "act"),),),
        )  # fmt: skip
    if isinstance(subject, Commons):
        for asset in world.assets(subject.id, "name", "channel", "title"):
            if any(is_private(world, holder) for holder in world.holders(asset.id)):
                operating = role_of(asset.kind) == "channel"
                yield _simple(world, "act", asset.id, f"use {asset.label} against the community", operating=operating)
        if subject.channel_held_by and is_private(world, subject.channel_held_by):
            yield _holder(
                world, "withhold", subject.id, subject.channel_held_by, f"shut the channel of {subject.label}"
            )
        named, spread = title_holders(world, subject)
        if named and not spread and all(is_private(world, name) for name in named):
            yield _simple(world, "relicense", subject.id, f"close future versions of {subject.label}", relicensing=True)
    yield from _written(world, subject, bodies, frozenset({"appoint", "remove", "elect", "admit", "change", "move"}))


def _holder(world: World, action: str, thing: str, holder: str, words: str) -> Breach:
    body: Key = ("acts", holder, "act", False) if holder in world.charter.entities else ("party", holder, "act")
    return Breach(Act(action, thing), words, ((body,),), operating=True)


def _steered(body: Entity) -> Breach:
    """A body steered by outside parties: its own people running it is no breach."""
    way: tuple[Key, ...] = (("acts", body.id, "act", False),)
    return Breach(Act("act", body.id), f"take the lead of {body.label}", (way,), within="outside")


def _led(world: World, subject: Commons) -> Iterator[Breach]:
    """A commons that no body carries, steered by an outside party that leads its work; a community can leave that."""
    for leader in leaders(world, subject):
        yield replace(_steered(leader), operating=True)


def independence(world: World, value: Value, subject: Commons | Entity) -> Iterator[Breach]:
    """Outside control or sale of the holder; channel in private hands; a sole supplier. Not the mark alone."""
    bodies = carriers(world, subject)
    for body in bodies:
        yield _steered(body)
        if can_be_sold(world, body):
            yield _simple(world, "sell", body.id, f"sell {body.label}")
    for thing in substance(world, subject):
        yield _simple(world, "sell", thing, f"sell {_label(world, thing)}")
    if isinstance(subject, Commons):
        if not bodies:
            yield from _led(world, subject)
        # what the bodies and people of the commons keep themselves is in nobody else's hands
        own = {body.id for body in bodies} | {leader.id for leader in _people(world, subject)}
        for asset in world.assets(subject.id, "channel"):
            for holder in world.holders(asset.id):
                if is_private(world, holder) and holder not in own:
                    yield _simple(world, "withhold", asset.id, f"shut {asset.label} to the community", operating=True)
        if subject.channel_held_by and is_private(world, subject.channel_held_by):
            yield _holder(
                world, "withhold", subject.id, subject.channel_held_by, f"shut the channel of {subject.label}"
            )
    for name in (subject.id, *(body.id for body in bodies)):
        for dependence in world.dependences_on.get(name, ()):
            if dependence.kind == "supplies" and dependence.exclusive:
                yield _holder(
                    world, "stop", name, dependence.source, f"withdraw what {_label(world, name)} cannot get elsewhere"
                )
    yield from _written(world, subject, bodies, frozenset({"appoint", "remove", "sell"}))


def _people(world: World, subject: Commons) -> list[Entity]:
    """Persons who lead the work: their keeping of the channel is its own people's, not an outsider's."""
    return [
        leader for leader in leaders(world, subject) if leader.kind == "person" and leader.id == subject.released_by
    ]


def continuity(world: World, value: Value, subject: Commons | Entity) -> Iterator[Breach]:
    """The main payer or employer leaves; ended, moved or wound up; the channel withdrawn."""
    bodies = carriers(world, subject)
    inside = {body.id for body in bodies}
    for name in (subject.id, *(body.id for body in bodies)):
        for dependence in world.dependences_on.get(name, ()):
            if dependence.source in inside or not (dependence.is_majority or dependence.exclusive):
                continue
            verb = {"pays": "stop paying for", "employs": "withdraw the people who make", "supplies": "stop supplying"}
            words = f"{verb.get(dependence.kind, 'leave')} {_label(world, name)}"
            yield replace(_holder(world, "stop", name, dependence.source, words), operating=dependence.kind != "pays")
    for body in bodies:
        yield _simple(world, "dissolve", body.id, f"wind up {body.label}", operating=True)
        if body.near_default or any(debt.near_default for debt in body.debts):
            yield _simple(world, "sell", body.id, f"sell {body.label} in its insolvency")
    if isinstance(subject, Commons):
        channels = [holder for asset in world.assets(subject.id, "channel") for holder in world.holders(asset.id)]
        channels += [name for name in (subject.channel_held_by, subject.released_by) if name]
        for holder in dict.fromkeys(channels):
            if is_private(world, holder):
                yield _holder(world, "withhold", subject.id, holder, f"withdraw the channel of {subject.label}")
    yield from _written(world, subject, bodies, frozenset({"move", "stop", "terminate", "close", "end"}))


def affordability(world: World, value: Value, subject: Commons | Entity) -> Iterator[Breach]:
    """Sold, converted, or the price set or its rule amended."""
    bodies = carriers(world, subject)
    things = substance(world, subject)
    for thing in things:
        yield _simple(world, "sell", thing, f"sell {_label(world, thing)}")
    for body in bodies:
        yield _simple(world, "convert", body.id, f"convert {body.label}")
        if can_be_sold(world, body):
            yield _simple(world, "sell", body.id, f"sell {body.label}")
    yield from _written(world, subject, bodies, frozenset({"price", "set", "raise"}))
    for agreement in world.charter.agreements.values():
        if subject.id in agreement.upholds or value.id in agreement.upholds:
            yield _simple(world, "amend", agreement.id, f"amend {agreement.label}")


def data_control(world: World, value: Value, subject: Commons | Entity) -> Iterator[Breach]:
    """Data sold or transferred, terms amended, or sold in an insolvency, without the subjects' collective consent."""
    bodies = carriers(world, subject)
    things = substance(world, subject)
    for thing in things:
        yield _simple(world, "sell", thing, f"sell {_label(world, thing)}")
    if isinstance(subject, Commons) and not things:
        yield _simple(world, "sell", subject.id, f"sell {subject.label}")
    for body in bodies:
        if can_be_sold(world, body):
            yield _simple(world, "sell", body.id, f"sell {body.label}")
        for agreement in world.agreements_of.get(body.id, ()):
            if agreement.kind in {"privacy-policy", "terms", "terms-of-use", "data-agreement", "privacy"}:
                yield _simple(world, "amend", agreement.id, f"amend {agreement.label}")
    yield from _written(world, subject, bodies, frozenset({"change", "transfer", "amend", "export"}))


def exit_right(world: World, value: Value, subject: Commons | Entity) -> Iterator[Breach]:
    """No right to fork, to export or to leave with one's share, or one that somebody may take away."""
    if isinstance(subject, Commons) and (is_irrevocable(subject) or subject.exit_by):
        yield _simple(world, "close", subject.id, f"take away the right to leave {subject.label}", operating=True)
        return
    ways: list[tuple[Key, ...]] = [(("acts", body.id, "act", True),) for body in carriers(world, subject)]
    yield Breach(
        Act("close", subject.id), f"keep people from leaving {subject.label} with what is theirs", tuple(ways),
        missing=f"say what those who leave may take along: `exit by fork, export` in {subject.id}",
    )  # fmt: skip


LISTS: dict[str, Lister] = {
    "openness": openness,
    "reciprocity": reciprocity,
    "identity": identity,
    "asset-lock": asset_lock,
    "stewardship": stewardship,
    "mission-lock": mission_lock,
    "community-control": community_control,
    "independence": independence,
    "continuity": continuity,
    "affordability": affordability,
    "data-control": data_control,
    "exit": exit_right,
}
"""The breach list of each kind of value; `care` is judged on provisions, in `powers.care`."""

LOCKED_FOR: dict[str, frozenset[str]] = {
    "asset-lock": frozenset({"use", "purpose", "value"}),
    "stewardship": OPEN_LOCKS,
    "mission-lock": OPEN_LOCKS,
    "openness": OPEN_LOCKS,
    "affordability": OPEN_LOCKS,
    "reciprocity": OPEN_LOCKS,
    "data-control": OPEN_LOCKS,
    "community-control": frozenset({"control"}),
    "independence": frozenset({"control"}),
}
"""Which locks guard a value of each kind; a lock on the thing does not decide who steers its holder."""

WITHIN_PURPOSE = frozenset(
    {"act", "contract-out", "outsource", "lease", "license", "appoint", "remove", "elect", "admit", "stop", "withhold"}
)
"""Acts that leave a thing its purpose: a lock on use or purpose says what it is for, not who runs it."""

BARRED_BY_USE = frozenset({"sell", "transfer", "distribute", "close"})
"""Acts upon a thing that a lock on its use or purpose forbids whatever value is asked about."""


def breaches(world: World, value: Value, subject: Commons | Entity) -> list[Breach]:
    """All breaches of a value of a subject, each act once, in a fixed order."""
    found: dict[Act, Breach] = {}
    if value.breaches:
        for act in value.breaches:
            words = f"{act.action} {_label(world, act.thing)}" if act.thing else act.action
            if act.thing:
                # to act on a thing breaks a value where outsiders come to steer it, not where its own holder uses it
                within = "outside" if act.action == "act" else ""
                found.setdefault(act, _simple(world, act.action, act.thing, words, within=within))
            else:
                for body in carriers(world, subject):
                    whole = Act(act.action, body.id)
                    found.setdefault(whole, _simple(world, act.action, body.id, f"{act.action} {body.label}"))
    else:
        lister = LISTS.get(value.kind)
        for breach in lister(world, value, subject) if lister else ():
            earlier = found.get(breach.act)
            if earlier is None or (earlier.within and not breach.within):
                found[breach.act] = breach
            elif earlier.ways != breach.ways and earlier.within == breach.within:
                found[breach.act] = replace(earlier, ways=tuple(dict.fromkeys((*earlier.ways, *breach.ways))))
    return list(found.values())
