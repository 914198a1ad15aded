"""Options that several commands share, so that they read the same everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated

import typer

CharterFile = Annotated[str, typer.Argument(metavar="FILE", help="The charter; `-` reads it from standard input.")]
CharterFiles = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Charters, or folders of them; `-` reads one from standard input."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what needs attention.")]
ForSigning = Annotated[
    bool, typer.Option("--for-signing", help="Make errors of what a registrar asks for and the charter lacks.")
]
Language = Annotated[
    str, typer.Option("--lang", metavar="TAG", help="The language of the papers, such as `fr`; the charter's own else.")
]
Templates = Annotated[
    str, typer.Option("--templates", metavar="FOLDER", help="Templates that go before the compiler's own.")
]


def words(given: list[str] | None) -> tuple[str, ...]:
    """The words of an option that takes several, said in one go with commas or one by one."""
    return tuple(word.strip() for each in given or () for word in each.split(",") if word.strip())


def one_of(known: Iterable[str]) -> Callable[[str], str]:
    """A check that the word given to an option is one of `known`; a slip is answered with the nearest."""

    def checked(word: str) -> str:
        if word not in known:
            raise typer.BadParameter(unknown(word, known))
        return word

    return checked


def unknown(word: str, known: Iterable[str]) -> str:
    """A sentence for a word that is none of `known`, with the nearest that is."""
    from difflib import get_close_matches

    names = list(known)
    near = get_close_matches(word, names, 1)
    return f"there is no `{word}`; did you mean `{near[0]}`?" if near else f"`{word}` is none of {', '.join(names)}"
