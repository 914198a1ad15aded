"""What may be written at a place: words of the language by what the parser would take, names by what would do there.

Which names would do is not listed here: a stand-in is written at the place, its block is lowered as always, and the
model says what it wanted of the stand-in.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from charterlang._records import record
from charterlang.editor.names import scope_at
from charterlang.editor.places import Place
from charterlang.editor.wording import form_markdown, help_markdown, help_of, licence_markdown, tables
from charterlang.editor.workspace import ENDING, View, Workspace
from charterlang.model.lower import lower
from charterlang.model.mention import BODY_KINDS, Mention, Wants
from charterlang.model.names import described
from charterlang.model.vocabulary import Table
from charterlang.syntax import Expectation, completions, parse
from charterlang.syntax.document import Block

_STAND_IN = "zqx-stand-in"
_WORD = re.compile(r"[^\s{}()\[\],;\"#]*\Z")
_USE_TEXT = re.compile(r'^[ \t]*use[ \t]+"([^"\r\n]*)\Z')
_ENDINGS = ("", " never", f" requires {_STAND_IN}-too", " requires never", ' "…"')
_MOST = 400


@record
class Item:
    """One thing that could be written: `text` goes to `place`; `kind` says what it is.

    `kind` is keyword, name, action, word, form, licence, library, file or declaration; `order` sorts (lower first). A
    `snippet` has places to fill in, marked `${1:what}`.
    """

    label: str
    kind: str
    text: str
    place: Place
    detail: str = ""
    documentation: str = ""
    order: int = 5
    snippet: bool = False


def complete(workspace: Workspace, view: View, offset: int) -> tuple[Item, ...]:
    """What may be written at an offset, in the place of the word that is begun there."""
    line = view.text[view.text.rfind("\n", 0, offset) + 1 : offset]
    begun = _WORD.search(line)
    place = Place(view.path, offset - len(begun[0] if begun else ""), offset)
    path = _USE_TEXT.match(line)
    if path is not None:
        return tuple(_files(workspace, view, Place(view.path, offset - len(path[1]), offset)))
    found: dict[tuple[str, str], Item] = {}
    for item in _items(view, offset, place):
        found.setdefault((item.label, item.kind), item)
    return tuple(sorted(found.values(), key=lambda item: (item.order, item.label)))


def _items(view: View, offset: int, place: Place) -> Iterator[Item]:
    expected = completions(view.document, offset)
    for each in expected:
        if each.words:
            yield from _keywords(each, place)
        elif each.kind == "FORM":
            yield from _forms(place)
        elif each.kind == "SPDX":
            yield from _licences(place)
        elif each.kind == "LIBRARY":
            yield from _library(place)
    if any(each.kind == "NAME" for each in expected):
        yield from _names(view, offset, place)


def _keywords(expectation: Expectation, place: Place) -> Iterator[Item]:
    found = help_of(expectation.rules)
    words = help_markdown(found) if found is not None else ""
    detail = found.shape if found is not None else ""
    for word in expectation.words:
        if word[0].isalpha():
            yield Item(word, "keyword", word, place, detail, words, 2)
            if not expectation.body and expectation.rules and word in _SKELETONS:
                yield Item(f"{word} …", "declaration", _SKELETONS[word], place, detail, words, 4, snippet=True)


def _forms(place: Place) -> Iterator[Item]:
    from charterlang import law
    from charterlang.law.places import place_name

    for form_id in law.forms():
        entry = law.form_entry(form_id)
        if entry is not None:
            where = place_name(entry.jurisdiction)
            yield Item(form_id, "form", form_id, place, f"{entry.native_name} ({where})", entry.english, 1)


def _licences(place: Place) -> Iterator[Item]:
    from charterlang import law

    for licence_id in law.licences():
        yield Item(licence_id, "licence", licence_id, place, "licence", "", 1)


def _library(place: Place) -> Iterator[Item]:
    from charterlang.model.library import parts

    for part in parts():
        yield Item(part, "library", part, place, "standard library", "", 1)


def _files(workspace: Workspace, view: View, place: Place) -> Iterator[Item]:
    """Charters that a `use` could bring in, named from the folder of this one."""
    here = posixpath.dirname(view.path)
    known = set(workspace.charters)
    if os.path.isdir(here):
        known.update(posixpath.join(here, name) for name in sorted(os.listdir(here)) if name.endswith(ENDING))
    for path in sorted(known - {view.path}):
        name = posixpath.relpath(path, here or ".")
        yield Item(name, "file", name, place, "charter", "", 1)


def documented(item: Item) -> Item:
    """An item with the documentation that is only worth looking up for one that is looked at."""
    words = item.documentation
    if item.kind == "form":
        words = form_markdown(item.label) or words
    elif item.kind == "licence":
        words = licence_markdown(item.label) or words
    return Item(item.label, item.kind, item.text, item.place, item.detail, words, item.order, item.snippet)


# --- names -----------------------------------------------------------------------------------------------------------


def _names(view: View, offset: int, place: Place) -> Iterator[Item]:
    """Words and names that would do where a NAME can stand."""
    wanted = wanted_at(view, offset, place)
    if isinstance(wanted, Table):
        kind = "action" if wanted.phrase == "action" else "word"
        for entry in wanted:
            yield Item(entry.word, kind, entry.word, place, wanted.phrase, entry.meaning, 1)
    elif isinstance(wanted, Wants):
        scope = scope_at(view, offset)
        elements = view.charter.elements
        for count, (name, symbol) in enumerate(view.names.visible(scope, wanted)):
            if count >= _MOST:
                break
            title = getattr(elements.get(symbol.id), "title", "")
            own = bool(scope) and symbol.id.startswith(f"{scope}.")
            detail = f"{described(symbol.kind)}{f': {title}' if title else ''}"
            yield Item(name, "name", name, place, detail, "", 0 if own else 1)
        if wanted.kinds >= BODY_KINDS and not wanted.plain and "part" in wanted.kinds:
            for part in ("articles", "purpose", "asset-lock"):
                yield Item(part, "name", part, place, "a part of the articles", "", 3)


def wanted_at(view: View, offset: int, place: Place) -> Wants | Table | None:
    """What a name at an offset must be: what the model wants of one, or a table of words; None if it may be anything.

    What stands behind it on its line is first taken as it is, then as if the line ended there.
    """
    block = view.document.block_at(offset)
    start, end = place.start - block.start, place.end - block.start
    before, after = block.text[:start], block.text[end:]
    rest = re.match(r"[\w.-]*", after)
    after = after[rest.end() if rest else 0 :]
    line_end = re.search(r"[\r\n}]|\Z", after)
    below = after[line_end.start() if line_end else len(after) :]
    for text in (after, *(f"{ending}{below}" for ending in _ENDINGS)):
        found = _wanted(f"{before}{_STAND_IN}{text}", start)
        if found is not None:
            return found
    return None


def _wanted(text: str, at: int) -> Wants | Table | None:
    """What a block wants of the stand-in at an offset."""
    document = parse("x", text).value
    if len(document.blocks) != 1:
        return None
    block: Block = document.blocks[0]
    declaration = lower("x", block)
    if declaration is None:
        return None
    for finding in declaration.findings:
        if finding.code == "NAM111" and finding.span is not None and finding.span.start == at:
            phrase = finding.message.partition("is no ")[2].partition(" that the language")[0]
            if phrase in tables():
                return tables()[phrase]
    return next((mention.wants for mention in _mentions(declaration) if mention.span.start == at), None)


def _mentions(value: Any) -> Iterator[Mention]:
    """Every name that is still to be resolved in what a block declares."""
    if isinstance(value, Mention):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _mentions(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _mentions(getattr(value, each.name))


_SKELETONS = {
    "charter": 'charter "${1:Title}" {\n  edition       1\n  jurisdiction  ${2:DE}\n  language      ${3:en}\n}',
    "value": 'value ${1:name} "${2:A sentence the community stands by.}" {\n  kind ${3:openness}\n}',
    "commons": 'commons ${1:name} "${2:Title}" {\n  kind     ${3:knowledge}\n  licence  ${4:CC-BY-SA-4.0}\n}',
    "association": (
        'association ${1:name} "${2:Title}" {\n  form      ${3:de.ev}\n  purpose   "${4:To protect …}"\n'
        "  protects  ${5:commons}\n\n  members ${6:members} {\n    open to anyone\n    vote one per member\n  }\n\n"
        "  assembly ${7:assembly} of ${6:members} {\n    decides by majority\n  }\n\n  powers {\n"
        "    amend articles requires ${7:assembly} by 3/4\n  }\n}"
    ),
    "firm": (
        'firm ${1:name} "${2:Title}" {\n  form  ${3:de.eg}\n  uses  ${4:commons}\n\n  members ${5:workers} {\n'
        "    vote one per member\n  }\n\n  duties {\n    contribute ${6:10%} of surplus to ${7:association}\n  }\n}"
    ),
    "agreement": 'agreement ${1:name} "${2:Title}" {\n  between ${3:one}, ${4:other}\n  term    ${5:5 years}\n}',
    "provision": 'provision ${1:name} "${2:Title}" {\n  need "${3:What people need}"\n  decided by ${4:body}\n}',
    "flow": "flow ${1:name} from ${2:one} to ${3:other} ${4:500 EUR} per ${5:month}",
    "expect": "expect ${1:value} is at least ${2:community}",
}
"""Declarations to fill in, by their keyword."""
