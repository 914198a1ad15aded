"""What the picture of three circles shows: a card for each body and thing, and one line for each two that are tied.

Classes and organs stand within the card of their body, keys within the card of their holder. Of several ties between
two cards the strongest gives the line its style; what the others say goes into its words.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.model.charter import Charter
from charterlang.model.decisions import Deciding, leaves
from charterlang.model.entities import Entity
from charterlang.pictures.circles.folding import fold, strongest
from charterlang.pictures.circles.parts import STYLES, Card, Line, Scene, Style
from charterlang.pictures.numbers import short
from charterlang.powers.verdicts import Verdicts
from charterlang.ties.graph import Levels, ties
from charterlang.ties.kinds import KINDS
from charterlang.ties.model import Places, Tie, circle_of

_STYLE_OF = {
    "protects": "protects",
    "uses": "uses",
    "owes": "binds",
    "licenses": "binds",
    "may veto": "guards",
    "watches": "guards",
    "owns": "owns",
    "votes": "owns",
    "holds": "owns",
    "elects": "owns",
    "appoints": "owns",
    "sits in": "owns",
    "acts for": "owns",
    "admits": "owns",
    "represents": "owns",
    "decides": "owns",
    "may amend": "owns",
    "flows": "value",
    "funds": "value",
    "lends": "value",
    "employs": "value",
    "supplies": "value",
    "remedies": "value",
    "receives on dissolution": "heir",
    "produces": "makes",
    "operates": "makes",
    "belongs to": "makes",
}
_IN_PROVISIONING = frozenset({"supplies", "funds", "decides", "affects", "remedies", "may veto"})


def scene(charter: Charter, verdicts: Verdicts | None = None) -> Scene:
    """What the picture of a charter shows."""
    places = Places(charter)
    cards = {card.id: card for card in _cards(charter)}
    lines = list(_lines(places, Levels(verdicts), cards))
    cards, lines, folded = fold(cards, lines)
    shown = strongest(lines)
    header = charter.header
    subtitle = ", ".join(filter(None, (header.version and f"version {header.version}", header.jurisdiction)))
    values = tuple(
        (verdict.value, _sentence(charter, verdict.value), charter.label(verdict.subject), verdict.level)
        for verdict in (verdicts.values if verdicts is not None else ())
    )
    return Scene(
        header.title or "Charter",
        subtitle,
        tuple(cards.values()),
        tuple(shown),
        values,
        folded,
        len(lines) - len(shown),
    )


def _sentence(charter: Charter, value: str) -> str:
    found = charter.values.get(value)
    return found.title if found is not None else ""


# --- cards -----------------------------------------------------------------------------------------------------------


def _cards(charter: Charter) -> Iterator[Card]:
    for commons in charter.commons.values():
        licence = ", ".join(dict.fromkeys(licence.expression for licence in commons.licences))
        notes = tuple(filter(None, (commons.produces or commons.kind.replace("-", " "), licence)))
        yield Card(commons.id, "commons", commons.label, notes, said=commons.produces)
    for entity in charter.entities.values():
        circle = str(circle_of(charter, entity))
        notes = tuple(_entity_notes(charter, entity))
        faint = entity.external or circle == "outside"
        yield Card(entity.id, circle, entity.label, notes, faint, said=entity.purpose)
    for provision in charter.provisions.values():
        bodies = []
        if provision.decided_by is not None:
            bodies = [charter.label(_named(leaf)) for leaf in leaves(provision.decided_by)]
        notes = (f"decided by {_and(tuple(dict.fromkeys(bodies)))}",) if bodies else ()
        yield Card(provision.id, "meeting", provision.label, notes, said=provision.need)


def _named(leaf: object) -> str:
    return leaf.body if isinstance(leaf, Deciding) else str(getattr(leaf, "of", ""))


def _entity_notes(charter: Charter, entity: Entity) -> Iterator[str]:
    """The small print of a body: what it is, who its people are, which keys it holds."""
    if entity.form:
        from charterlang.law import form_entry

        found = form_entry(entity.form)
        if found is not None:
            yield found.english
    elif entity.kind in {"public", "investor", "fund"}:
        yield "public body" if entity.kind == "public" else str(entity.kind)
    people = [
        f"{group.count:,} {charter.label(group.id)}" if group.count else charter.label(group.id)
        for group in entity.classes
        if group.kind == "members"
    ]
    if people:
        yield _and(tuple(people))
    elif entity.count and entity.count > 1:
        yield f"{entity.count:,} people"
    keys = [
        asset.kind.replace("-", " ") or charter.label(asset.id)
        for asset in charter.assets.values()
        if any(holding.holder == entity.id for holding in asset.holdings)
    ]
    if keys:
        yield f"holds {_and(tuple(dict.fromkeys(keys)))}"


def _and(parts: tuple[str, ...]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""


# --- lines -----------------------------------------------------------------------------------------------------------


def _lines(places: Places, levels: Levels, cards: dict[str, Card]) -> Iterator[Line]:
    """One line for each two cards that are tied, in the order of their first tie."""
    gathered: dict[frozenset[str], list[tuple[Tie, str, str]]] = {}
    for tie in ties(places.charter):
        for source, target in _ends(places, tie, cards):
            if source != target:
                gathered.setdefault(frozenset((source, target)), []).append((tie, source, target))
    for found in gathered.values():
        line = _line(places, levels, found, cards)
        if line is not None:
            yield line


def _ends(places: Places, tie: Tie, cards: dict[str, Card]) -> Iterator[tuple[str, str]]:
    """The cards at the two ends of a tie; a key stands in the card of its holder."""
    ends = []
    for name in (tie.source, tie.target):
        asset = places.charter.assets.get(name)
        if asset is not None:
            found = asset.holdings[0].holder.partition(".")[0] if asset.holdings else ""
        else:
            found = name if name in cards else places.nodes[name].owner
        ends.append(found)
    if all(end in cards for end in ends):
        yield ends[0], ends[1]


def _line(places: Places, levels: Levels, found: list[tuple[Tie, str, str]], cards: dict[str, Card]) -> Line | None:
    """The line for all ties between two cards."""
    styled = []
    for tie, source, target in found:
        style = _style(tie, cards[source], cards[target])
        if style is not None:
            styled.append((style, tie, source, target))
    if not styled:
        return None
    order = list(STYLES)
    styled.sort(key=lambda each: (order.index(each[0].name), each[1].kind == "remedies"))
    style, _, source, target = styled[0]
    same = [each for each in styled if each[0] is style]
    guarded = next((goal for other, _, _, goal in styled if other.name == "guards"), "")
    shown = [levels.of(tie) for other, tie, _, _ in styled if other is style]
    known = [level for level in shown if level is not None]
    label = places.charter.label
    said = tuple(
        dict.fromkeys(
            KINDS[tie.kind].sentence.format(source=label(tie.source), target=_target(places, tie))
            + (f": {tie.text}" if tie.text else "")
            for _, tie, _, _ in styled
        )
    )
    return Line(
        source,
        target,
        style,
        min(known) if known else None,
        _phrases(places.charter, [(other, tie) for other, tie, _, _ in styled]),
        said,
        both=any((start, end) == (target, source) for _, _, start, end in same) and style.name == "binds",
        guarded=guarded if style.name != "guards" else "",
    )


def _target(places: Places, tie: Tie) -> str:
    return places.nodes[tie.target].label


def _style(tie: Tie, source: Card, target: Card) -> Style | None:
    if "meeting" in {source.circle, target.circle}:
        return STYLES["provides"] if tie.kind in _IN_PROVISIONING else None
    name = _STYLE_OF.get(tie.kind, "")
    if "commons" in {source.circle, target.circle} and name in {"owns", "value", "binds", "guards"}:
        name = "makes"
    return STYLES.get(name)


def _phrases(charter: Charter, found: list[tuple[Style, Tie]]) -> tuple[str, ...]:
    """The words beside a line: duties first, then consents, shares, sums; each once, and none that the style says."""
    phrases: list[str] = []
    verbs: list[str] = []
    consents = [tie.text for style, tie in found if tie.kind == "may veto" and style.name != "provides"]
    for style, tie in found:
        if tie.kind in {"owes", "licenses", "owns", "elects", "appoints", "lends"}:
            phrases.append(tie.text)
        elif tie.kind == "flows" and tie.amount is not None:
            sum_ = f"{short(tie.amount)} {tie.currency}" + (f" a {tie.per}" if tie.per else "")
            phrases.append(sum_ + (" in kind" if tie.in_kind else ""))
        elif tie.kind == "holds" and tie.target in charter.entities:
            phrases.append("holds it")
        elif tie.kind == "may veto" and style.name != "provides":
            if consents:
                phrases.append("consent to " + _and(tuple(dict.fromkeys(consents))))
                consents = []
        elif tie.kind == "receives on dissolution":
            phrases.append("on dissolution")
        elif tie.kind == "sits in":
            phrases.append(f"sits in {charter.label(tie.target)}")
        elif tie.kind in {"produces", "uses", "protects"}:
            verbs.append({"produces": "makes", "uses": "uses", "protects": "protects"}[tie.kind])
        elif tie.kind in {"supplies", "affects"}:
            phrases.append("from the commons" if tie.text == "commons" else tie.text)
        elif tie.kind == "remedies":
            phrases.append("makes good")
        elif tie.kind == "funds":
            phrases.append(tie.text or "pays")
        elif tie.kind == "decides" and style.name == "provides":
            phrases.append("decides")
    keys = [charter.assets[tie.source].kind for _, tie in found if tie.source in charter.assets and not verbs]
    if keys:
        phrases.append(f"holds the {_and(tuple(dict.fromkeys(kind.replace('-', ' ') for kind in keys)))}")
    if verbs:
        phrases.insert(0, f"{_and(tuple(dict.fromkeys(verbs)))} it")
    return tuple(dict.fromkeys(filter(None, phrases)))
