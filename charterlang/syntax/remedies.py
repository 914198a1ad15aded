"""What is said of a slip within a statement, by the way in which the parse goes on after it.

A `Scene` is what the reader needs in any case: the place, what was expected there after what, and the shape of the
statement. Each repair adds a label, and a fix where the compiler is sure enough to write one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from charterlang._records import record
from charterlang.syntax.machine import Machine, Token
from charterlang.syntax.nodes import Leaf
from charterlang.syntax.place import head
from charterlang.syntax.repairs import Repair
from charterlang.syntax.slips import Change, Slip
from charterlang.syntax.wording import quoted

_GOES_ON = "a statement goes on in the next line after a comma, `and` or `or`, and inside brackets"


@record
class Scene:
    """A token that does not fit, `start` to `end`; `expected` is in words; `behind` is the end of what was read."""

    machine: Machine
    token: Token
    repair: Repair | None
    start: int
    end: int
    behind: int
    expected: str
    message: str
    help: tuple[str, ...]

    @property
    def meant(self) -> str:
        """What should have been written, "" if nobody can tell."""
        return self.repair.meant if self.repair else ""

    @property
    def ends(self) -> bool:
        """Whether the statement just stops: there is nothing to point at but its end."""
        return self.start == self.end

    def slip(self, label: str, fix: str = "", *changes: Change, code: str = "SYN102") -> Slip:
        """The slip with a label and, if it can be mended, a fix."""
        return Slip(code, self.start, self.end, self.message, label, self.help, fix, changes)


def told(scene: Scene) -> Slip:
    """What to say of the scene."""
    if scene.repair is None:
        return _helpless(scene)
    return _BY_REPAIR[scene.repair.how](scene)


def did_you_mean(token: Token, repair: Repair | None) -> tuple[str, str, tuple[Change, ...]]:
    """Label, fix and change for a word that stands for another; all empty if the repair is of another sort."""
    if repair is None or repair.how != "mistaken":
        return "", "", ()
    word = quoted(repair.meant)
    return f"did you mean {word}?", f"write {word}", (Change(token.start, max(token.end, repair.until), repair.meant),)


def _helpless(scene: Scene) -> Slip:
    if scene.ends:
        return scene.slip("something is missing here")
    if scene.expected.startswith("`"):
        return scene.slip("" if " " in scene.expected else f"{scene.expected} is missing before this")
    return scene.slip(_not(scene.expected))


def _not(only: str) -> str:
    """What the token is not, where one thing only would do."""
    single = only.startswith(("a ", "an ")) and " or " not in only and "," not in only
    return f"this is not {only}" if single else ""


def _mistaken(scene: Scene) -> Slip:
    label, fix, changes = did_you_mean(scene.token, scene.repair)
    return scene.slip(label, fix, *changes)


def _insert(scene: Scene) -> Slip:
    where = "here" if scene.ends else "before this"
    if not scene.meant:
        return scene.slip(f"something is missing {where}", code="SYN107")
    text = scene.meant if scene.meant == "," else f" {scene.meant}"
    word = quoted(scene.meant)
    return scene.slip(f"{word} is missing {where}", f"put in {word}", Change(scene.behind, scene.behind, text))


def _replace(scene: Scene) -> Slip:
    return scene.slip(_not(scene.expected))


def _drop(scene: Scene) -> Slip:
    return scene.slip("this does not belong here", "take it away", Change(scene.behind, scene.end, ""))


def _quote(scene: Scene) -> Slip:
    assert scene.repair is not None
    start, end = scene.start, scene.repair.until
    changes = (Change(start, start, '"'), Change(end, end, '"'))
    return Slip("SYN107", start, end, scene.message, "put this in quotes", scene.help, "put it in quotes", changes)


def _unquote(scene: Scene) -> Slip:
    change = Change(scene.start, scene.end, scene.meant)
    return scene.slip("a name stands without quotes", f"write {quoted(scene.meant)}", change)


def _hyphen(scene: Scene) -> Slip:
    word = quoted(scene.meant)
    return scene.slip(f"a name is one word: {word}", f"write {word}", Change(scene.behind, scene.start, "-"))


def _join(scene: Scene) -> Slip:
    text, end = scene.machine.text, scene.token.end
    change = Change(scene.start, end + len(text[end:]) - len(text[end:].lstrip(" \t")), " ")
    message = "this statement is not over at the end of its line"
    help_ = (_GOES_ON, *scene.help)
    return Slip("SYN116", scene.start, scene.end, message, "the line ends here", help_, "join the lines", (change,))


def _line(scene: Scene) -> Slip:
    message = "two statements stand on one line"
    help_ = ("put each statement on a line of its own, or part them with `;`",)
    changes = (Change(scene.behind, scene.behind, ";"),)
    label = "a new statement begins here"
    return Slip("SYN106", scene.start, scene.end, message, label, help_, "part them with `;`", changes)


def _brace(scene: Scene) -> Slip:
    brace = scene.machine.opened[-1][1]
    message = f"the `{{` of {head(scene.machine.text, brace)} is not closed before the next statement"
    changes = (Change(scene.behind, scene.behind, "\n}"),)
    related = ((scene.start, scene.end, "this belongs to what stands around it"),)
    help_ = ("every `{` has its `}`",)
    return Slip("SYN103", brace, brace + 1, message, "opened here", help_, "close it with `}`", changes, related)


def _bracket(scene: Scene) -> Slip:
    values = scene.machine.values or []
    opened = (value for value in reversed(values) if isinstance(value, Leaf) and value.kind == "LPAR")
    leaf = next(opened, None)
    if leaf is None:
        return scene.slip("")
    changes = (Change(scene.behind, scene.behind, ")"),)
    related = ((scene.start, scene.end, "a `)` is missing before this"),)
    message, help_ = "this `(` is never closed", ("every `(` has its `)`",)
    return Slip("SYN103", leaf.start, leaf.end, message, "opened here", help_, "close it with `)`", changes, related)


_BY_REPAIR: Mapping[str, Callable[[Scene], Slip]] = MappingProxyType(
    {
        "mistaken": _mistaken,
        "insert": _insert,
        "replace": _replace,
        "drop": _drop,
        "quote": _quote,
        "unquote": _unquote,
        "hyphen": _hyphen,
        "join": _join,
        "line": _line,
        "brace": _brace,
        "bracket": _bracket,
    }
)
