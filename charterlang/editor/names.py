"""Names in a charter: what stands under the cursor, where it is declared and used, and giving it another name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from charterlang._records import record
from charterlang.editor.places import Change, Place, applied, by_file
from charterlang.editor.workspace import View, Workspace
from charterlang.model.load import load
from charterlang.model.lower import Symbol
from charterlang.source import MemoryFiles
from charterlang.syntax import Leaf, Node

NAME = re.compile(r"[^\W\d_](?:\w|-(?=\w))*")


@record
class Use:
    """A place where the element `id` is named, as `text`; `declares` where it is declared."""

    place: Place
    id: str
    text: str
    declares: bool


class CannotRename(Exception):  # noqa: N818  (it says what stands in the way)
    """A name that cannot be given; the message says why, in a sentence for its author."""


def uses(view: View) -> Iterator[Use]:
    """Every place in the charter where a name is declared or used."""
    names, sources = view.names, view.loaded.sources
    for symbol in names.symbols.values():
        if symbol.span is not None and symbol.kind not in {"duty", "element"} and symbol.span.file in sources:
            yield Use(view.place(symbol.span), symbol.id, symbol.id.rpartition(".")[2], declares=True)
    for reference in names.references:
        yield Use(view.place(reference.span), reference.id, reference.text, declares=False)


def named_at(view: View, offset: int) -> tuple[Use, ...]:
    """The names at an offset: several where a word such as `members` stands for more than one element."""
    here = view.document.block_at(offset).number
    found = []
    for symbol in view.names.symbols.values():
        span = symbol.span
        if span is not None and span.file == view.path and span.block == here and symbol.kind != "duty":
            place = view.place(span)
            if place.holds(offset):
                found.append(Use(place, symbol.id, symbol.id.rpartition(".")[2], declares=True))
    for reference in view.names.references:
        if reference.span.file == view.path and reference.span.block == here:
            use = Use(view.place(reference.span), reference.id, reference.text, declares=False)
            if use.place.holds(offset):
                found.append(_narrowed(view, use, offset))
    return tuple(dict.fromkeys(found))


def _narrowed(view: View, use: Use, offset: int) -> Use:
    """A use, or where the cursor is on `kitchen` of `kitchen.citizens`, what that stands for."""
    for owner in _owners(use.id.rpartition(".")[0]):
        part, whole = _part(use, owner), _part(use, use.id)
        if part is not None and part.holds(offset) and not (whole is not None and whole.holds(offset)):
            return Use(part, owner, owner.rpartition(".")[2], declares=False)
    return use


def scope_at(view: View, offset: int) -> str:
    """The entity in whose braces an offset lies, "" outside of entities."""
    tree = view.document.block_at(offset).tree
    for part in (tree, *(tree.children if tree is not None else ())):
        if isinstance(part, Node) and part.kind == "entity":
            name = part.leaf("NAME")
            return name.text if name is not None else ""
    return ""


def leaf_at(view: View, offset: int) -> Leaf | None:
    """The word at an offset, or just before it."""
    path = view.document.path_at(offset)
    last = path[-1] if path else None
    return last if isinstance(last, Leaf) else None


def definitions(view: View, offset: int) -> tuple[Place, ...]:
    """Where the name at an offset is declared; for what is not declared itself, where its owner is."""
    places = (declared_at(view, use.id) for use in named_at(view, offset))
    return tuple(dict.fromkeys(place for place in places if place is not None))


def declared_at(view: View, name: str) -> Place | None:
    """Where an id is declared, or what it belongs to; None where nothing of it is."""
    while name:
        symbol: Symbol | None = view.names.symbols.get(name)
        if symbol is not None and symbol.span is not None and symbol.span.file in view.loaded.sources:
            return view.place(symbol.span)
        name = name.rpartition(".")[0]
    return None


def references(view: View, offset: int, *, declaration: bool = True) -> tuple[Use, ...]:
    """Every place that names what is named at an offset, in all files of the charter, in order."""
    wanted = {use.id for use in named_at(view, offset)}
    found = {use for use in uses(view) if use.id in wanted and (declaration or not use.declares)}
    for use in uses(view):
        for name in wanted:
            part = _part(use, name) if use.id.startswith(f"{name}.") else None
            if part is not None:
                found.add(Use(part, name, name.rpartition(".")[2], declares=False))
    return tuple(sorted(found, key=lambda use: use.place))


def highlights(view: View, offset: int) -> tuple[Use, ...]:
    """The references that stand in the same file."""
    return tuple(use for use in references(view, offset) if use.place.path == view.path)


def linked(view: View, offset: int) -> tuple[Place, ...]:
    """The places of this file that change together when the name at an offset is typed over: all spelt alike."""
    try:
        place, old = renamed(view, offset)
    except CannotRename:
        return ()
    target = _target(view, offset)
    found = {
        part
        for use in uses(view)
        if use.place.path == view.path
        and (part := _part(use, target)) is not None
        and view.text[part.start : part.end] == old
    }
    return tuple(sorted(found)) if place in found else ()


def renamed(view: View, offset: int) -> tuple[Place, str]:
    """The place and the name that would be renamed at an offset; raises `CannotRename`."""
    for use in named_at(view, offset):
        for owner in _owners(use.id):
            part = _part(use, owner)
            if part is not None and part.holds(offset):
                symbol = view.names.symbols.get(owner)
                if symbol is None or symbol.span is None or symbol.kind in {"duty", "element"}:
                    break
                if symbol.span.file.startswith("std/"):
                    raise CannotRename(f"`{owner}` comes from the standard library; its name is not yours to change")
                return part, owner.rpartition(".")[2]
    raise CannotRename("there is no name here that this charter gives")


def _owners(name: str) -> Iterator[str]:
    """An id and what it lies in, innermost first."""
    while name:
        yield name
        name = name.rpartition(".")[0]


def _part(use: Use, name: str) -> Place | None:
    """Where in a use the own name of the id `name` is written: `kitchen` in `kitchen.citizens`; None if nowhere."""
    own = name.rpartition(".")[2]
    if use.id != name and not use.id.startswith(f"{name}."):
        return None
    written, path = use.text.split("."), use.id.split(".")
    if use.declares:
        return use.place if use.id == name else None
    index = name.count(".") - (len(path) - len(written))
    if not (0 <= index < len(written) and written[index] == own):
        index = 0
        if name.count(".") or written[0] != own:
            return None
    start = use.place.start + sum(len(part) + 1 for part in written[:index])
    return Place(use.place.path, start, start + len(own))


def rename(workspace: Workspace, view: View, offset: int, new: str) -> tuple[Change, ...]:
    """The changes, in all files, that give what is named at an offset the name `new`; raises `CannotRename`.

    The charter is read again with the new name: it must mean the same, every name standing for what it stood for.
    """
    _, old = renamed(view, offset)
    if not NAME.fullmatch(new):
        raise CannotRename(f"`{new}` is no name: letters, digits and hyphens, and a letter first")
    target = _target(view, offset)
    if new == old:
        return ()
    changes: dict[Change, None] = {}
    for root in dict.fromkeys((view.reading.path, *workspace.roots(view.path))):
        reading = workspace.reading(root)
        here = View(view.path, view.document, reading)
        mine = [Change(part, new) for use in uses(here) if (part := _part(use, target)) is not None]
        _check(workspace, here, mine, target, new)
        changes.update(dict.fromkeys(mine))
    return tuple(sorted(changes, key=lambda change: change.place))


def _target(view: View, offset: int) -> str:
    """The id that would be renamed at an offset."""
    place, old = renamed(view, offset)
    for use in named_at(view, offset):
        for owner in _owners(use.id):
            if _part(use, owner) == place and owner.rpartition(".")[2] == old:
                return owner
    return ""


def _check(workspace: Workspace, view: View, changes: list[Change], target: str, new: str) -> None:
    """Read the charter with the changes made, and refuse them if a name would mean something else."""
    owner = target.rpartition(".")[0]
    fresh = f"{owner}.{new}" if owner else new
    taken = view.names.symbols.get(fresh)
    if taken is not None:
        raise CannotRename(f"there is a {taken.kind} called `{new}` already")
    sources = view.loaded.sources
    texts = {path: applied(sources[path].text, mine) for path, mine in by_file(changes).items()}
    files = MemoryFiles(texts, workspace.files)
    again = load(view.reading.path, files, root=view.reading.settings.root or None, earlier=view.loaded)

    def after(name: str) -> str:
        return fresh + name[len(target) :] if name == target or name.startswith(f"{target}.") else name

    before = sorted((after(each.id), each.span.file, each.span.block) for each in view.names.references)
    now = sorted((each.id, each.span.file, each.span.block) for each in again.value.names.references)
    if before != now:
        raise CannotRename(f"with the name `{new}` some names of this charter would mean something else")
