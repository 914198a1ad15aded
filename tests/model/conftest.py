"""Charters as strings, for tests of the model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charterlang.model.load import Loaded, load
from charterlang.source import MemoryFiles, Result

Lower = Callable[..., Result[Loaded]]

HEAD = 'charter "A test" {\n  edition 1\n}\n\n'


@pytest.fixture
def lower() -> Lower:
    """Loads a charter given as text; keyword arguments are more files, `a__b` standing for `a/b.charter`."""

    def loaded(text: str, head: str = HEAD, **more: str) -> Result[Loaded]:
        files = {"main.charter": head + text}
        files.update((f"{name.replace('__', '/')}.charter", other) for name, other in more.items())
        return load("main.charter", MemoryFiles(files))

    return loaded


@pytest.fixture
def model(lower):
    """The charter of a text that lowers without a word."""

    def charter(text: str, **more: str):
        made = lower(text, **more)
        assert [f"{finding.code}: {finding.message}" for finding in made.findings] == []
        return made.value.charter

    return charter


@pytest.fixture
def codes(lower):
    """The codes of what there is to say about a text, in the order of the text."""

    def found(text: str, **more: str) -> list[str]:
        return [finding.code for finding in sorted(lower(text, **more).findings, key=lambda each: each.order())]

    return found


AROUND = """
value open "Open" { kind openness }
commons code "Code" { %(commons)s }
asset mark "Mark" { kind trademark; of code; %(asset)s }
association guild "Guild" {
  members crew { %(members)s }
  shares stock { %(shares)s }
  board council { %(organ)s }
  %(guild)s
}
firm shop "Shop" { %(shop)s }
party users
public city
fund purse
currency minuto { %(currency)s }
provision meal { need "food"; %(provision)s }
%(top)s
"""

SLOTS = ("commons", "asset", "members", "shares", "organ", "guild", "shop", "currency", "provision", "top")


@pytest.fixture
def around() -> Callable[..., str]:
    """A charter with something of everything, and more statements in the slots that are named."""

    def charter(**slots: str) -> str:
        return AROUND % {slot: slots.get(slot, "") for slot in SLOTS}

    return charter


def reach(made, path):
    """The part of a model at a path; mappings are asked for their longest key that fits."""
    value, parts = made, path.split(".")
    while parts:
        if isinstance(value, dict):
            size = next(size for size in range(len(parts), 0, -1) if ".".join(parts[:size]) in value)
            value = value[".".join(parts[:size])]
            parts = parts[size:]
        else:
            first, *parts = parts
            value = value[int(first)] if first.isdigit() else getattr(value, first)
    return value


@pytest.fixture
def told(lower, around):
    """What the model holds at a path when something is said in a slot, and nothing was found amiss."""

    def value(where: str, said: str, path: str):
        more = {"shop": "duties { pay 5 EUR to users }"} if "shop.duties.pay" in said else {}
        made = lower(around(**{where: said}, **more))
        assert [finding.message for finding in made.findings] == []
        return reach(made.value.charter, path)

    return value
