"""`charter explain`: what a code, a level, a kind of value, a legal form or a licence means."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from charterlang.cli.charters import misuse
from charterlang.cli.terminal import style


def explain(
    word: Annotated[
        list[str], typer.Argument(metavar="WORD...", help="A code, a rule's name, a family of codes, a level, a kind …")
    ],
) -> None:
    """Say what a code or a word means.

    Codes of findings, names of rules, levels, kinds of value, sides, legal forms, licences and instruments.
    """
    from charterlang.checks import explain as pages
    from charterlang.render.markdown import page

    asked = " ".join(word)
    found = pages.explain(asked) or _law(asked)
    if found is None:
        near = pages.nearest(asked)
        hint = f"did you mean {' or '.join(near)}?" if near else "`charter rules` lists the codes"
        raise misuse(f"nothing here is called `{asked}`; {hint}")
    sys.stdout.write(page(found, style()))


def _law(word: str) -> str | None:
    """The page of a legal form, licence or instrument."""
    from charterlang.cli.shelves import markdown
    from charterlang.law import describe

    sections = describe.describe_form(word) or describe.describe_licence(word) or describe.describe_instrument(word)
    return markdown(word, sections) if sections else None
