"""What statutes, licences and instruments say: typed tables over data files.

The tables hold what the rest of the compiler takes as given. A legal form's row says what the law fills in where a
charter is silent, what it forbids, and what the papers must contain; a licence's row says what users of a commons
must do and whether it may be called open; the matrix says which material may enter which; an instrument's row says
what a legal tie locks and who can undo it; the principles are the questions every charter is asked.

**Reading them.** Ask by id: `form("uk.cbs")`, `licence("CC-BY-SA-4.0")`, `instrument("golden-share")`. An id that is
not known gives None, and `nearest_forms` and its like say what was meant. Files are read when first needed, one
jurisdiction at a time, and rows are validated when first read. `charterlang.law.describe` puts a row in words.

**Adding a form** is adding a row: to `data/forms/JURISDICTION.json`, then `python -m charterlang.law.index`. Adding a
licence is adding a row to `data/licences.json` and its cells to `data/compatibility.json`, in its own row and in every
other; where nobody has said, the cell is "U:none". Every row names its sources (`data/sources.json`), the year of the
text that was read, and how far it is to be trusted. The tests tell what was forgotten.

**Fail closed.** A number the law does not fix, or that nobody has read, is null in the data and None here, and what
rests on it asks: it never guesses a founder, a seat or a majority. A compatibility nobody has ruled on is U, unknown,
which is not yes. An approval that is null must not be claimed.

**Unverified.** A fact is unverified when it was recalled rather than read: its row cites the source "unverified", or
lists it under `unverified`, or has confidence low. Such facts may be used, but are marked wherever they show, since a
lawyer must check them before anyone signs. `last_verified` is the year of the text that was read; what changed after
it is not known here. None of this is legal advice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charterlang.law.economics import Economics
    from charterlang.law.form_rows import Form, FormsAbout
    from charterlang.law.instrument_rows import Instrument, InstrumentsAbout
    from charterlang.law.licence_rows import Licence, LicencesAbout
    from charterlang.law.principles import OpenGovernanceIndex, Ostrom
    from charterlang.law.rows import Source
    from charterlang.law.shelf import FormEntry, Shelf

__all__ = [
    "economic_facts",
    "form",
    "form_entry",
    "forms",
    "forms_about",
    "instrument",
    "instruments",
    "instruments_about",
    "licence",
    "licences",
    "licences_about",
    "nearest_forms",
    "nearest_instruments",
    "nearest_licences",
    "open_governance_index",
    "ostrom",
    "source",
    "sources",
]


def _shelf() -> Shelf:
    """The shelf, imported when first needed."""
    from charterlang.law.shelf import the_shelf

    return the_shelf()


def form(form_id: str) -> Form | None:
    """The legal form of this id, or None; reads only the file of its jurisdiction."""
    return _shelf().form(form_id)


def forms() -> tuple[str, ...]:
    """The ids of all legal forms, sorted; reads only the index."""
    return tuple(_shelf().form_index())


def form_entry(form_id: str) -> FormEntry | None:
    """What the index says of a form (names, jurisdiction, kind, roles, confidence): for lists, without its file."""
    return _shelf().form_index().get(form_id)


def forms_about() -> FormsAbout:
    """What is true of the whole table of forms: the order of locks, cautions and remarks."""
    return _shelf().forms_about()


def nearest_forms(text: str, limit: int = 5) -> list[str]:
    """The ids of forms that `text` may mean: by spelling of the id, or by words of name, kind and country."""
    from charterlang.law.nearest import nearest
    from charterlang.law.places import place_names

    entries = _shelf().form_index().values()
    names = {
        entry.id: (entry.native_name, entry.english, entry.kind, *entry.roles, *place_names(entry.jurisdiction))
        for entry in entries
    }
    return nearest(text, names, limit)


def licence(licence_id: str) -> Licence | None:
    """The licence of this id (an SPDX id, or a `LicenseRef-` of the table), or None. Letter case does not matter."""
    shelf = _shelf()
    found = shelf.licence(licence_id)
    if found is None:
        wanted = licence_id.casefold()
        same = next((known for known in shelf.licence_ids() if known.casefold() == wanted), None)
        found = shelf.licence(same) if same else None
    return found


def licences() -> tuple[str, ...]:
    """The ids of all licences in the table."""
    return _shelf().licence_ids()


def licences_about() -> LicencesAbout:
    """What is true of the whole table of licences."""
    return _shelf().licences_about()


def nearest_licences(text: str, limit: int = 5) -> list[str]:
    """The ids of licences in the table that `text` may mean, by spelling of the id or by words of the name."""
    from charterlang.law.nearest import nearest

    rows = _shelf().table("licences")["licences"]
    return nearest(text, {row["id"]: (row["name"], row["family"]) for row in rows}, limit)


def instrument(instrument_id: str) -> Instrument | None:
    """The instrument of this id, or None."""
    return _shelf().instrument(instrument_id)


def instruments() -> tuple[str, ...]:
    """The ids of all instruments."""
    return _shelf().instrument_ids()


def instruments_about() -> InstrumentsAbout:
    """What each lock means, the scale of strength, and how ties add up."""
    return _shelf().instruments_about()


def nearest_instruments(text: str, limit: int = 5) -> list[str]:
    """The ids of instruments that `text` may mean."""
    from charterlang.law.nearest import nearest

    rows = _shelf().table("instruments")["instruments"]
    return nearest(text, {row["id"]: (row["name"],) for row in rows}, limit)


def ostrom() -> Ostrom:
    """Ostrom's design principles and the co-operative principles, as questions."""
    return _shelf().ostrom()


def open_governance_index() -> OpenGovernanceIndex:
    """The Open Governance Index, as questions with anchors for scoring."""
    return _shelf().open_governance_index()


def economic_facts() -> Economics:
    """The six economic questions, measures with their usual bounds, and precedents."""
    return _shelf().economics()


def source(source_id: str) -> Source | None:
    """The source of this id, or None."""
    return _shelf().source(source_id)


def sources() -> tuple[str, ...]:
    """The ids of all sources."""
    return _shelf().source_ids()
