"""The rights in a commons: who could close its future versions, shut access to it, or sell what it consists of.

Rules of law written here:
- Future versions are relicensed by whoever holds the title: the copyright holders together; where contributions come
  in under an
  agreement that allows it, or by assignment, the one who receives them. Titles spread among many need them all.
- A permissive licence lets anybody ship future versions under other terms; whoever holds both name and channel makes
  those
  versions the project's own. Two different holders watch each other.
- A grant restricted to open licences is no power to close.
- Published versions under an irrevocable licence stay open; access can be shut only to what no such licence covers.
"""

from __future__ import annotations

from typing import Protocol

from charterlang.model.things import Commons, Licence
from charterlang.powers.measures import ALL
from charterlang.powers.program import Key, Program
from charterlang.powers.sides import is_private
from charterlang.powers.terms import IRREVERSIBLE
from charterlang.powers.world import World


class Guards(Protocol):
    """What else an act needs when one actor does it."""

    def __call__(self, program: Program, action: str, thing: str, actor: str) -> list[Key]:
        """The keys of consents and waivers."""


def main_licences(commons: Commons) -> list[Licence]:
    """The licences of the commons as a whole."""
    return [licence for licence in commons.licences if not licence.material]


def is_permissive(commons: Commons) -> bool:
    """Whether anybody may put later versions under other terms: the licence asks nothing, or little, back."""
    from charterlang.law import spdx

    asked = [spdx.reciprocity(licence.expression) for licence in main_licences(commons)]
    return bool(asked) and all(answer == "none" for answer in asked)


def stays_open(licence: Licence) -> bool:
    """Whether what is published under a licence stays under it for good: as the charter says, else as its text does.

    Where the text of an open licence is silent (MIT, GPL-2.0), copies already out stay usable by everyone who has
    them, and
    nobody is known to have called them back; so silence counts as staying. Not so for licences that are not open.
    """
    if licence.irrevocable is not None:
        return licence.irrevocable
    from charterlang.law import spdx

    said = spdx.irrevocable(licence.expression).value
    return bool(spdx.is_open(licence.expression)) if said is None else said


def is_irrevocable(commons: Commons) -> bool:
    """Whether irrevocable licences cover the whole of the commons."""
    licences = main_licences(commons)
    if not licences:
        return False
    covering = [licence for licence in commons.licences if stays_open(licence)]
    if not any(not licence.material for licence in covering):
        return False
    for licence in licences:
        if licence.covers and stays_open(licence) and not _covers_kind(commons, licence.covers):
            return False
    return all(stays_open(licence) for licence in licences)


def _covers_kind(commons: Commons, covers: tuple[str, ...]) -> bool:
    """Whether a licence restricted to some materials still covers what this commons is."""
    wanted = {"software": {"code", "software"}, "data": {"data"}, "design": {"designs", "hardware"}}.get(commons.kind)
    if wanted is None:
        return {"code", "data", "documentation", "media"} <= set(covers) if commons.kind == "platform" else True
    return bool(wanted & set(covers))


def write_commons_act(program: Program, key: Key, *, written: bool, guards: Guards) -> None:
    """The rules for an act upon a commons that follow from its titles and holders."""
    _, action, name, role = key
    commons = program.world.charter.commons[name]
    if action == "relicense":
        _write_titles(program, key, commons, role, guards)
        _write_permissive(program, key, commons, role)
    elif action == "close":
        if not is_irrevocable(commons):
            _write_keepers(program, key, commons, role, guards)
    elif not written:
        _write_keepers(program, key, commons, role, guards)


def title_holders(world: World, commons: Commons) -> tuple[list[str], list[str]]:
    """Who holds the title to future versions: named parties, and classes whose every member holds a part."""
    named: list[str] = []
    spread: list[str] = []
    title = commons.copyright
    terms = commons.contributions
    if title is not None:
        named += [holding.holder for holding in title.holdings]
        spread += title.spread
    for asset in world.assets(commons.id, "title"):
        named += [holding.holder for holding in asset.holdings]
    if terms is not None and terms.terms in {"cla", "assignment", "fiduciary"} and terms.to:
        if not terms.only_open and terms.terms != "fiduciary":
            named.append(terms.to)
            spread = []
    elif terms is not None and terms.terms in {"dco", "inbound=outbound", "none"} and not is_permissive(commons):
        spread += [name for name in commons.produced_by if name not in named]
    return list(dict.fromkeys(named)), list(dict.fromkeys(spread))


def _write_titles(program: Program, key: Key, commons: Commons, role: str, guards: Guards) -> None:
    world = program.world
    terms = commons.contributions
    if commons.copyright is not None and commons.copyright.none:
        return
    named, spread = title_holders(world, commons)
    if terms is not None and terms.only_open:
        return
    own = [power for power in world.powers("relicense", commons.id) if power.holder in named]
    if (not named and not spread) or own:
        return
    needs: list[Key] = []
    for holder in named:
        needs.append(program.body(holder, None, role, final=True))
        needs.extend(guards(program, "relicense", commons.id, holder))
    needs.extend(_everyone(program, holder, role) for holder in spread)
    if len(named) > 1 and not spread:
        first = needs[0]
        needs = [first, *(("acts", holder, "consent", True) for holder in named[1:])]
        needs += [extra for holder in named for extra in guards(program, "relicense", commons.id, holder)]
    program.rule(key, needs, ("title", commons.id, tuple(named), tuple(spread)))


def _everyone(program: Program, name: str, role: str) -> Key:
    """Every member of a class or party that holds a part of the title."""
    charter = program.world.charter
    if name in charter.classes:
        return ("class", name, ALL, role)
    entity = charter.entities.get(name)
    if entity is not None and not entity.described and entity.kind in {"party", "person"}:
        return ("agree", name, ALL)
    return program.body(name, None, role, final=True)


def _write_permissive(program: Program, key: Key, commons: Commons, role: str) -> None:
    """Name and channel in one hand close the future of a permissively licensed commons."""
    if not is_permissive(commons):
        return
    world = program.world
    names = [holder for asset in world.assets(commons.id, "name") for holder in world.holders(asset.id)]
    channels = [holder for asset in world.assets(commons.id, "channel") for holder in world.holders(asset.id)]
    channels += [name for name in (commons.channel_held_by, commons.released_by) if name]
    for name in dict.fromkeys(names):
        for channel in dict.fromkeys(channels):
            if name == channel:
                body = program.body(name, None, role, final=True)
                program.rule(key, [body], ("permissive", commons.id, name))
            else:
                pairs = [(name, channel), (channel, name)]
                # where one is a private party, it is the one who would close, and the other is asked
                private = [pair for pair in pairs if is_private(world, pair[0]) and not is_private(world, pair[1])]
                for actor, other in private or pairs:
                    acting = program.body(actor, None, role, final=True)
                    agreeing = program.body(other, None, "consent", final=True)
                    program.rule(key, [acting, agreeing], ("permissive", commons.id, actor, other))


def keepers(world: World, commons: Commons) -> list[tuple[str, str]]:
    """Who keeps what the commons consists of, and through what: land, data, service; else its title or protector."""
    found: list[tuple[str, str]] = []
    for asset in world.assets(commons.id, "substance", "infrastructure"):
        found += [(holder, asset.id) for holder in world.holders(asset.id)]
    if not found:
        found += [(holder, commons.id) for holder in world.holders(commons.id)]
    if not found:
        for asset in world.assets(commons.id, "channel"):
            found += [(holder, asset.id) for holder in world.holders(asset.id)]
        found += [(name, commons.id) for name in (commons.channel_held_by,) if name]
    if not found:
        found += [(entity.id, commons.id) for entity in world.protectors.get(commons.id, ())]
    return list(dict.fromkeys(found))


def _write_keepers(program: Program, key: Key, commons: Commons, role: str, guards: Guards) -> None:
    _, action, name, _ = key
    final = action in IRREVERSIBLE
    for holder, through in keepers(program.world, commons):
        needs = [program.body(holder, None, role, final=final), *guards(program, action, name, holder)]
        if through != name:
            if program.world.forbidden(program.world.powers(action, through)):
                continue
            if program.world.powers(action, through):
                program.rule(key, [("may", action, through, role)], ("through", name, through))
                continue
            needs += guards(program, action, through, holder)
        program.rule(key, needs, ("keeps", name, holder, through))
