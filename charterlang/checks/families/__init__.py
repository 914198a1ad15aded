"""The families of codes: what each speaks of, and the codes that floors below the checks raise themselves."""

from __future__ import annotations

from typing import NamedTuple


class Family(NamedTuple):
    """A family of codes: its letters, its title, and what it is about."""

    letters: str
    title: str
    about: str


FAMILIES: tuple[Family, ...] = (
    Family("POW", "Power", "Values that somebody can break, and the levers by which they could."),
    Family("TIE", "Ties", "What binds a firm to the commons it lives from, and what only looks like it."),
    Family("AST", "Assets", "Who holds the keys of a commons, and where they go when their holder ends."),
    Family("LAW", "Law", "What a legal form demands, allows and forbids, against what the charter says."),
    Family("LIC", "Licences", "Whether a commons is as open as it claims, and whether its licences go together."),
    Family("GOV", "Governance", "Organs, seats, votes and decisions that do not work out, and people without a voice."),
    Family("FLO", "Flows", "Where value comes from, where it goes, and whether it comes back."),
    Family("PAP", "Papers", "What a registrar will ask for and the charter does not say yet."),
    Family("EXP", "Expectations", "What the author expected of the analysis, and does not hold."),
    Family(
        "ALW", "Allowances", "Findings silenced in place: without a signature, without an effect, without a meaning."
    ),
    Family("SYN", "Syntax", "Text that cannot be read as a charter."),
    Family("NAM", "Names", "Names that stand for nothing, for two things, or for the wrong kind of thing."),
    Family("SRC", "Files", "Files that cannot be read, or used."),
    Family("SET", "Settings", "A project's settings that cannot be read or mean nothing."),
    Family("DOC", "Clauses", "Clauses, terms and references of the papers that do not work out."),
)


def family(letters: str) -> Family | None:
    """The family of those letters, or None."""
    return next((found for found in FAMILIES if found.letters == letters.upper()), None)
