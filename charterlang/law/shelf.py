"""The shelf of data files: each file is read when first asked for, each row is validated when first asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from charterlang.law.economics import Economics
    from charterlang.law.form_rows import Form, FormsAbout
    from charterlang.law.instrument_rows import Instrument, InstrumentsAbout
    from charterlang.law.licence_rows import Licence, LicenceException, LicencesAbout
    from charterlang.law.principles import OpenGovernanceIndex, Ostrom
    from charterlang.law.rows import Row, Source

_R = TypeVar("_R", bound="Row")
_DATA = Path(__file__).parent / "data"


def read_data(name: str) -> bytes:
    """The bytes of a data file of this package, by its path below `data/`."""
    return (_DATA / name).read_bytes()


class FormEntry(NamedTuple):
    """What the index says of a form, enough to list and to find it."""

    id: str
    jurisdiction: str
    native_name: str
    english: str
    kind: str
    roles: tuple[str, ...]
    confidence: str


class Shelf:
    """All the tables, over `read`, which gives a data file's bytes by its path below `data/`.

    Nothing is read before it is asked for, nothing is read twice, and rows come out validated. A name that no table
    knows gives None; a row that does not fit its model raises `law.rows.Misfit`, for that is our bug.
    """

    def __init__(self, read: Callable[[str], bytes] = read_data) -> None:
        """Stand over the files that `read` gives."""
        self._read = read
        self._tables: dict[str, Any] = {}
        self._rows: dict[tuple[str, str], Any] = {}

    def table(self, name: str) -> Any:
        """The decoded contents of the data file `name` (without ".json")."""
        if name not in self._tables:
            self._tables[name] = json.loads(self._read(f"{name}.json"))
        return self._tables[name]

    def form_index(self) -> Mapping[str, FormEntry]:
        """Every form's entry by id, in the order of the index; reads the index only."""
        if ("index", "forms") not in self._rows:
            rows = self.table("forms/_index")["forms"]
            self._rows["index", "forms"] = {row[0]: FormEntry._make((*row[:5], tuple(row[5]), row[6])) for row in rows}
        index: Mapping[str, FormEntry] = self._rows["index", "forms"]
        return index

    def form(self, form_id: str) -> Form | None:
        """The form of this id; reads the index and the one file of its jurisdiction."""
        from charterlang.law.form_rows import Form

        entry = self.form_index().get(form_id)
        return self._row(Form, f"forms/{entry.jurisdiction}", "forms", form_id) if entry else None

    def forms_about(self) -> FormsAbout:
        """What is true of the whole table of forms."""
        from charterlang.law.form_rows import FormsAbout

        return self._whole(FormsAbout, "forms/_about")

    def licence_ids(self) -> tuple[str, ...]:
        """The id of every licence in the table."""
        return self._ids("licences", "licences")

    def licence(self, licence_id: str) -> Licence | None:
        """The licence of this id."""
        from charterlang.law.licence_rows import Licence

        return self._row(Licence, "licences", "licences", licence_id)

    def licence_exception(self, exception_id: str) -> LicenceException | None:
        """The exception of this id, if its effect is known."""
        from charterlang.law.licence_rows import LicenceException

        return self._row(LicenceException, "licence-exceptions", "exceptions", exception_id)

    def licences_about(self) -> LicencesAbout:
        """What is true of the whole table of licences."""
        from charterlang.law.licence_rows import LicencesAbout

        return self._whole(LicencesAbout, "licences", "about")

    def instrument_ids(self) -> tuple[str, ...]:
        """The id of every instrument."""
        return self._ids("instruments", "instruments")

    def instrument(self, instrument_id: str) -> Instrument | None:
        """The instrument of this id."""
        from charterlang.law.instrument_rows import Instrument

        return self._row(Instrument, "instruments", "instruments", instrument_id)

    def instruments_about(self) -> InstrumentsAbout:
        """What is true of the whole table of instruments."""
        from charterlang.law.instrument_rows import InstrumentsAbout

        return self._whole(InstrumentsAbout, "instruments", "about")

    def ostrom(self) -> Ostrom:
        """The design principles and the co-operative principles."""
        from charterlang.law.principles import Ostrom

        return self._whole(Ostrom, "ostrom")

    def open_governance_index(self) -> OpenGovernanceIndex:
        """The Open Governance Index."""
        from charterlang.law.principles import OpenGovernanceIndex

        return self._whole(OpenGovernanceIndex, "open-governance-index")

    def economics(self) -> Economics:
        """The economic questions, measures and precedents."""
        from charterlang.law.economics import Economics

        return self._whole(Economics, "economics")

    def source_ids(self) -> tuple[str, ...]:
        """The id of every source."""
        return tuple(self.table("sources"))

    def source(self, source_id: str) -> Source | None:
        """The source of this id."""
        from charterlang.law.rows import Source

        found = self.table("sources").get(source_id)
        return self._keep(Source, ("source", source_id), {"id": source_id, **found}) if found else None

    def _ids(self, file: str, rows: str) -> tuple[str, ...]:
        """The ids of the rows under the key `rows` of a file, in its order."""
        return tuple(row["id"] for row in self.table(file)[rows])

    def _row(self, model: type[_R], file: str, rows: str, row_id: str) -> _R | None:
        """The row of `row_id` in a file, validated once."""
        found = self._found(self.table(file)[rows], row_id)
        return self._keep(model, (file, row_id), found) if found else None

    def _whole(self, model: type[_R], file: str, part: str = "") -> _R:
        """A whole file, or one part of it, as one row."""
        table = self.table(file)
        return self._keep(model, (file, f"#{part}"), table[part] if part else table)

    def _keep(self, model: type[_R], key: tuple[str, str], value: Any) -> _R:
        """`value` validated as `model`, and kept under `key`."""
        if key not in self._rows:
            self._rows[key] = model.read(value)
        kept: _R = self._rows[key]
        return kept

    @staticmethod
    def _found(rows: Iterable[dict[str, Any]], row_id: str) -> dict[str, Any] | None:
        """The row of that id."""
        return next((row for row in rows if row["id"] == row_id), None)


@cache
def the_shelf() -> Shelf:
    """The shelf over this package's own files: they never change while a program runs, so one serves all."""
    return Shelf()
