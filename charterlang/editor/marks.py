"""What an editor shows beside the text: hints on what the law fills in and how things stand, and lenses above."""

from __future__ import annotations

from collections.abc import Iterator

from charterlang._records import record
from charterlang.editor.hover import level_words, tie_words
from charterlang.editor.places import Place
from charterlang.editor.workspace import View
from charterlang.model.entities import Entity

SHOW_COALITION = "charter.showCoalition"
PREVIEW = "charter.preview"
BUILD = "charter.build"


@record(order=True)
class Hint:
    """A few words that belong behind an offset, and more of them for who asks."""

    offset: int
    text: str
    tip: str = ""


@record
class Lens:
    """A line above a declaration: what it says, and the command it runs with which arguments."""

    place: Place
    title: str
    command: str
    arguments: tuple[str, ...]


def hints(view: View, start: int = 0, end: int | None = None) -> tuple[Hint, ...]:
    """What the statute fills in, and how well each value stands, behind the names in a stretch of the file."""
    last = len(view.text) if end is None else end
    found = dict.fromkeys((*_statutory(view), *_levels(view)))
    return tuple(sorted(hint for hint in found if start <= hint.offset <= last))


def _name_end(view: View, name: str) -> int | None:
    """Where the declared name of an element ends in this file."""
    symbol = view.names.symbols.get(name)
    if symbol is None or symbol.span is None or symbol.span.file != view.path:
        return None
    return view.place(symbol.span).end


def _statutory(view: View) -> Iterator[Hint]:
    """What the legal form gives a body that the charter does not."""
    for entity in view.charter.entities.values():
        end = _name_end(view, entity.id)
        given = _given(entity)
        if end is not None and given:
            cites = "\n".join(f"{what}: {source}" for what, source in given)
            yield Hint(end, f"by law: {', '.join(what for what, _ in given)}", cites)
        for each in entity.classes:
            place = _name_end(view, each.id)
            if place is not None and each.voting is not None and each.voting.source:
                words = {"each": "one vote per member", "share": "votes by share"}.get(each.voting.kind, "votes")
                yield Hint(place, f"by law: {words}", each.voting.source)


def _given(entity: Entity) -> tuple[tuple[str, str], ...]:
    """What the law fills in, in words, each with its citation."""
    given = [(organ.title or organ.name, organ.source) for organ in entity.organs if organ.source]
    given += [(f"{power.act.action} the articles", power.source) for power in entity.powers if power.source]
    if entity.dissolution is not None and entity.dissolution.source:
        given.append(("where assets go in the end", entity.dissolution.source))
    return tuple(given)


def _levels(view: View) -> Iterator[Hint]:
    """The level of each value, behind its name, the weakest subject first."""
    if view.verdicts is None:
        return
    for value in view.charter.values:
        end = _name_end(view, value)
        stands = view.verdicts.of(value)
        if end is not None and stands:
            weakest = min(stands, key=lambda each: -1 if each.level is None else int(each.level))
            tip = "\n".join(f"{view.charter.label(each.subject)}: {level_words(each.level)}" for each in stands)
            yield Hint(end, level_words(weakest.level), tip)


def lenses(view: View) -> tuple[Lens, ...]:
    """Above values, commons and firms how they stand; above the head of the charter what can be made of it."""
    return tuple(sorted((*_verdict_lenses(view), *_paper_lenses(view)), key=lambda lens: (lens.place, lens.title)))


def _verdict_lenses(view: View) -> Iterator[Lens]:
    if view.verdicts is None:
        return
    label = view.charter.label
    root = view.reading.path
    for verdict in view.verdicts.values:
        for name, words in ((verdict.value, f"of {label(verdict.subject)}"), (verdict.subject, verdict.value)):
            place = _name_place(view, name)
            if place is not None:
                title = f"{words}: {level_words(verdict.level)}"
                yield Lens(place, title, SHOW_COALITION, (root, verdict.value, verdict.subject))
    for tie in view.verdicts.ties:
        place = _name_place(view, tie.firm)
        if place is not None and not tie.harmless:
            yield Lens(place, f"{tie.value}: {tie_words(tie)}", SHOW_COALITION, (root, tie.value, tie.firm))


def _name_place(view: View, name: str) -> Place | None:
    symbol = view.names.symbols.get(name)
    if symbol is None or symbol.span is None or symbol.span.file != view.path:
        return None
    return view.place(symbol.span)


def _paper_lenses(view: View) -> Iterator[Lens]:
    for block in view.document.blocks:
        if block.keyword == "charter" and block.tree is not None and view.path == view.reading.path:
            start = block.start + block.tree.start
            place = Place(view.path, start, start + len("charter"))
            yield Lens(place, "preview the picture and the papers", PREVIEW, (view.path,))
            yield Lens(place, "write the papers", BUILD, (view.path,))
            return
