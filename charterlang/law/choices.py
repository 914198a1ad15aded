"""Which instrument would do instead: the ties that a form allows, by what they lock."""

from __future__ import annotations

from collections.abc import Collection

from charterlang.law.instrument_rows import Instrument, Lock
from charterlang.law.shelf import the_shelf


def instruments_for(form_id: str, locks: Collection[Lock]) -> tuple[Instrument, ...]:
    """The instruments known to go with the form of this id that hold any of `locks`, the best first.

    Those that hold more of them come first, then the stronger, then the order of the alphabet. What works against the
    commons is left out, and so is what the form is not known to allow.
    """
    shelf = the_shelf()
    rows = [row for row in map(shelf.instrument, shelf.instrument_ids()) if row is not None]
    fit = [row for row in rows if row.strength > 0 and set(locks) & set(row.locks) and row.supports(form_id)]
    return tuple(sorted(fit, key=lambda row: (-len(set(locks) & set(row.locks)), -row.strength, row.id)))
