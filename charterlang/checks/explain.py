"""`explain(word)`: the page for a code, a rule, a family, a level, a kind of value, or a side, as Markdown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from charterlang.checks import registry
from charterlang.checks.families import FAMILIES, Family, family
from charterlang.checks.rule import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from charterlang.checks.families.page import Page


def explain(word: str) -> str | None:
    """The page for `word`, or None where nothing goes by that name; see `nearest` then."""
    entry = registry.find(word)
    if entry is not None:
        return rule_page(entry)
    page = lower_codes().get(word.upper()) or next(
        (found for found in lower_codes().values() if found.name == word), None
    )
    if page is not None:
        return lower_page(page)
    found = family(word)
    if found is not None:
        return family_page(found)
    from charterlang.checks.families.terms import TERMS

    term = TERMS.get(word.lower().replace(" ", "-"))
    return f"# {word.lower().replace('-', ' ')}\n\n{term}\n" if term is not None else None


def words() -> tuple[str, ...]:
    """Everything that can be explained: codes, names of rules, families, levels, kinds of value, sides."""
    from charterlang.checks.families.terms import TERMS

    own = [word for entry in registry.entries() for word in (entry.code, entry.name)]
    lower = [word for page in lower_codes().values() for word in (page.code, page.name)]
    return (*own, *lower, *(found.letters for found in FAMILIES), *TERMS)


def nearest(word: str, limit: int = 3) -> list[str]:
    """What `word` may mean."""
    from difflib import get_close_matches

    folded = {known.casefold(): known for known in words()}
    return [folded[found] for found in get_close_matches(word.casefold(), folded, n=limit)]


def lower_codes() -> Mapping[str, Page]:
    """The codes that floors below the checks raise, by code."""
    found: dict[str, Page] = {}
    for name in ("own_words", "syntax", "names", "files", "settings", "clauses"):
        module = import_module(f"charterlang.checks.families.{name}")
        found.update((page.code, page) for page in module.PAGES)
    return found


# ------------------------------------------------------------------------------------------------------------ pages


def rule_page(entry: Entry) -> str:
    """The page of a rule, from its file: rationale, what it weighs, and both examples."""
    module = registry.load(entry)
    fault, _, rationale = (module.__doc__ or "").strip().partition("\n")
    parts = [_head(entry.code, entry.name, fault, _weight(entry)), rationale.strip()]
    parts += [_example("Example", module.BAD), _example("Use instead", module.GOOD)]
    return "\n\n".join(parts) + "\n"


def lower_page(page: Page) -> str:
    """The page of a code raised below the checks."""
    weight = f"Family {page.code[:3]}. Severity: {page.severity}."
    parts = [_head(page.code, page.name, page.fault, weight)]
    parts += [f"## Why it matters\n\n{page.why}", f"## How to mend it\n\n{page.mend}"]
    if page.bad:
        parts.append(_example("Example", page.bad))
    if page.good:
        parts.append(_example("Use instead", page.good))
    return "\n\n".join(parts) + "\n"


def family_page(found: Family) -> str:
    """The page of a family: what it is about and the codes in it."""
    rows = [
        f"- `{entry.code}` {entry.name}: {entry.fault}"
        for entry in registry.entries()
        if entry.code.startswith(found.letters)
    ]
    rows += [
        f"- `{page.code}` {page.name}: {page.fault}"
        for code, page in lower_codes().items()
        if code.startswith(found.letters)
    ]
    rows.append(f"- `{found.letters}900` to `{found.letters}999` are left to rules of others.")
    return f"# {found.letters}: {found.title.lower()}\n\n{found.about}\n\n" + "\n".join(rows) + "\n"


def _head(code: str, name: str, fault: str, weight: str) -> str:
    """Title, fault and weight."""
    return f"# {code} {name}\n\n{fault}\n\n{weight}"


def _weight(entry: Entry) -> str:
    """A rule's family, severity, age, and how it may be silenced."""
    signed = ' signed by "…"' if entry.protection else ""
    return (
        f"Family {entry.code[:3]}. Severity: {entry.severity}. Since {entry.since}. "
        f'To keep it as it is, with the reason on record: `allow {entry.code} because "…"{signed}`.'
    )


def _example(title: str, text: str) -> str:
    """An example charter under a heading."""
    return f"## {title}\n\n```charter\n{text.strip()}\n```"
