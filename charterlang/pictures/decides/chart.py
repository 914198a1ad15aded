"""What the picture of who decides shows: parties, bodies, and powers, each with those who take part in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from charterlang._records import record
from charterlang.model.charter import Charter
from charterlang.model.decisions import Act, Consent, Deciding, Decision, Either, Never, SomeOf, leaves
from charterlang.model.entities import Entity
from charterlang.powers.verdicts import Level, Verdicts
from charterlang.powers.wording import decision_words
from charterlang.ties import words
from charterlang.ties.graph import ties
from charterlang.ties.model import Places, circle_of


@record
class Body:
    """Whoever takes part: a party or class (`organ` False), or an organ. `note` is the small print beneath its name."""

    id: str
    title: str
    note: str
    circle: str
    organ: bool


@record
class Block:
    """Acts that one decision settles, with the level at which each stands; `how` is the decision in words.

    `holder` is whose text it stands in, `title` how that is called. `never` marks acts that nobody may do; `by_law`
    what the charter leaves to the statute.
    """

    id: str
    holder: str
    title: str
    circle: str
    acts: tuple[tuple[str, Level | None, bool], ...]
    how: str
    never: bool = False
    by_law: bool = False


@record
class Arrow:
    """From who fills, or decides, to what; `words` stand at its end.

    `consent` is for who is only asked, `either` for one of several who are enough.
    """

    source: str
    target: str
    words: str = ""
    consent: bool = False
    either: bool = False


@record
class Chart:
    """All that is shown, in the order of the charter; `omitted` powers are left out for want of room."""

    title: str
    bodies: tuple[Body, ...]
    blocks: tuple[Block, ...]
    arrows: tuple[Arrow, ...]
    omitted: int = 0


MOST_BLOCKS = 36
"""How many blocks of powers are shown; beyond that those of associations and those that stand worst come first."""


def chart(charter: Charter, verdicts: Verdicts | None = None) -> Chart:
    """What the picture of a charter shows; with `verdicts`, acts carry the level that stands against them."""
    places = Places(charter)
    gathered = [*_blocks(places, _levels(verdicts)), *_unwritten(places, verdicts)]
    shown = _shown(gathered)
    kept = {block.id for block, _ in shown}
    arrows = [arrow for _, found in shown for arrow in found]
    arrows = list({(arrow.source, arrow.target, arrow.words): arrow for arrow in arrows}.values())
    arrows += _filling(places, {arrow.source for arrow in arrows})
    taking_part = {end for arrow in arrows for end in (arrow.source, arrow.target)} - kept
    bodies = [_body(places, name) for name in places.nodes if name in taking_part]
    omitted = sum(len(block.acts) for block, _ in gathered if block.id not in kept)
    return Chart(
        charter.header.title or "Charter", tuple(bodies), tuple(block for block, _ in shown), tuple(arrows), omitted
    )


def _levels(verdicts: Verdicts | None) -> Mapping[Act, Level]:
    """The lowest level found against each act."""
    found: dict[Act, Level] = {}
    for verdict in verdicts.values if verdicts is not None else ():
        for protection in verdict.protections:
            if protection.level is not None:
                found[protection.act] = min(found.get(protection.act, protection.level), protection.level)
    return found


def _shown(gathered: list[tuple[Block, list[Arrow]]]) -> list[tuple[Block, list[Arrow]]]:
    if len(gathered) <= MOST_BLOCKS:
        return gathered
    rank = {"association": 0, "commons": 0, "meeting": 1, "firm": 2}

    def weight(place: int) -> tuple[int, int, int]:
        block = gathered[place][0]
        levels = [level for _, level, _ in block.acts if level is not None]
        return int(min(levels)) if levels else 9, rank.get(block.circle, 3), place

    return [gathered[place] for place in sorted(sorted(range(len(gathered)), key=weight)[:MOST_BLOCKS])]


# --- powers ----------------------------------------------------------------------------------------------------------


def _blocks(places: Places, levels: Mapping[Act, Level]) -> Iterator[tuple[Block, list[Arrow]]]:
    """Powers of one text that are decided alike, in one block, with an arrow from each that takes part."""
    charter = places.charter
    alike: dict[tuple[str, str, bool], list[tuple[Act, Decision, str]]] = {}
    for power in charter.powers:
        how = decision_words(charter, power.decision)
        alike.setdefault((power.holder, how, bool(power.source)), []).append((power.act, power.decision, power.id))
    for provision in charter.provisions.values():
        if provision.decided_by is not None:
            how = decision_words(charter, provision.decided_by)
            key = (provision.id, how, False)
            alike.setdefault(key, []).append((Act("decide", provision.id), provision.decided_by, provision.id))
    for (holder, how, by_law), found in alike.items():
        decision = found[0][1]
        never = isinstance(decision, Never)
        acts = tuple((words.act(charter, act, holder), levels.get(act), act in levels) for act, _, _ in found)
        name = f"block {found[0][2]}"
        node = places.nodes.get(holder)
        block = Block(
            name, holder, charter.label(holder), str(node.circle) if node else "outside", acts,
            "never" if never else how, never, by_law,
        )  # fmt: skip
        yield block, list(_deciding(places, decision, name))


def _unwritten(places: Places, verdicts: Verdicts | None) -> Iterator[tuple[Block, list[Arrow]]]:
    """Breaches that no power speaks of, with those who can bring them about as the law stands."""
    charter = places.charter
    written = {power.act for power in charter.powers}
    alike: dict[tuple[str, tuple[tuple[str, str], ...]], dict[Act, tuple[str, Level]]] = {}
    for verdict in verdicts.values if verdicts is not None else ():
        for protection in verdict.protections:
            node = places.node(protection.act.thing)
            group = tuple((member.party, member.strength) for member in protection.coalition)
            if protection.act.action == "affect":  # whom a provision touches: there is no power to do it
                continue
            if protection.act in written or protection.level is None or not group or not protection.steps or not node:
                continue
            holder = places.nodes[node].owner or node
            found = alike.setdefault((holder, group), {})
            known = found.get(protection.act)
            level = protection.level if known is None else min(known[1], protection.level)
            found[protection.act] = (protection.breach or words.act(charter, protection.act, holder), level)
    for (holder, group), acts in alike.items():
        name = f"block {holder} {' '.join(f'{much} {party}' for party, much in group)}"
        rows = tuple((text, level, True) for text, level in acts.values())
        how = "nothing is written of it: as the law stands"
        block = Block(name, holder, charter.label(holder), str(places.nodes[holder].circle), rows, how, by_law=False)
        arrows = [
            Arrow(party, name, strength.removeprefix("all")) for party, strength in group if party in places.nodes
        ]
        yield block, arrows


def _deciding(places: Places, decision: Decision, block: str) -> Iterator[Arrow]:
    either = isinstance(decision, Either | SomeOf)
    for leaf in leaves(decision):
        name = leaf.of if isinstance(leaf, Consent) else leaf.body
        said = words.rule(leaf.rule).removeprefix("by ")
        for body in _acting(places, name):
            yield Arrow(body, block, said, isinstance(leaf, Consent), either)


def _acting(places: Places, name: str) -> Iterator[str]:
    """Who decides when `name` does: itself, or for an entity whose bodies are described the organ that acts for it."""
    charter = places.charter
    entity = charter.entities.get(name)
    if entity is None:
        if name in places.nodes:
            yield name
        return
    for power in entity.powers:
        if power.act == Act("act", name):
            found = [leaf.body for leaf in leaves(power.decision) if isinstance(leaf, Deciding)]
            yield from (body for body in found if body in places.nodes)
            if found:
                return
    organs = [organ for organ in entity.organs if organ.kind in {"board", "office"}] or list(entity.organs)
    if organs:
        yield organs[0].id
    elif entity.classes:
        yield from (group.id for group in entity.classes)
    else:
        yield name


# --- who fills what --------------------------------------------------------------------------------------------------


def _filling(places: Places, wanted: set[str]) -> Iterator[Arrow]:
    """Who fills the bodies that take part, who fills those, and so on."""
    into: dict[str, list[tuple[str, str, str]]] = {}
    for tie in ties(places.charter):
        if tie.kind in {"elects", "appoints", "sits in", "owns"} and tie.target != tie.source:
            into.setdefault(tie.target, []).append((tie.source, tie.kind, tie.text))
    queue = sorted(wanted, key=list(places.nodes).index)
    seen = set(queue)
    for name in queue:
        node = places.nodes[name]
        if node.family not in {"organ", "class"}:
            continue
        for source, kind, text in into.get(name, ()):
            filler = source
            if places.nodes[source].family == "party" and node.family == "organ":
                filler = next(_acting(places, source), source)
            if filler == name:
                continue
            said = text.replace(" seats", "").replace(" seat", "") if kind in {"elects", "appoints"} else text
            yield Arrow(filler, name, said)
            if filler not in seen:
                seen.add(filler)
                queue.append(filler)


def _body(places: Places, name: str) -> Body:
    charter, node = places.charter, places.nodes[name]
    entity = charter.entities.get(node.owner or name)
    circle = str(circle_of(charter, entity)) if entity is not None else str(node.circle)
    return Body(name, node.label, _note(charter, name, entity), circle, node.family == "organ")


def _note(charter: Charter, name: str, entity: Entity | None) -> str:
    """The small print: how many, how they decide, of which body."""
    parts: list[str] = []
    if name in charter.classes:
        group = charter.classes[name]
        parts.append(
            f"{group.count:,} {'members' if group.kind == 'members' else 'holders'}" if group.count else group.kind
        )
    elif name in charter.organs:
        organ = charter.organs[name]
        seats = f"{organ.seats} seats" if organ.seats else ""
        parts += [seats or organ.kind, words.rule(organ.rule)]
    elif entity is not None:
        if entity.count and entity.count > 1:
            parts.append(f"{entity.count:,} people")
        elif entity.kind in {"public", "investor"}:
            parts.append("public body" if entity.kind == "public" else "investor")
    said = ", ".join(filter(None, parts))
    if entity is not None and entity.id != name:
        return f"{entity.label}: {said}" if said else entity.label
    return said
