"""The reference of the language, made from the grammar and its comments.

    python -m charterlang.syntax.reference            writes docs/reference/grammar.md
    python -m charterlang.syntax.reference --check    exit code 1 if that file is out of step with the grammar

Each declaration has a section: what it is for, its shape, an example, the slip most often made, and all it can say.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from charterlang._resources import folder
from charterlang.syntax.automaton import GRAMMAR, Help, load
from charterlang.syntax.reference_examples import EXAMPLES
from charterlang.syntax.wording import BODIES, listed

TARGET = "docs/reference/grammar.md"

_RULE = re.compile(r"^[?!]?(_?[a-z]\w*)(?:\{\w+\})?:((?:.*\n)(?:[ \t]+\|.*\n)*)", re.MULTILINE)
_BODY = re.compile(r"_body\{(_?\w+)\}")
_INLINED = re.compile(r"(?<![\w\"])_[a-z]\w*")
_ALIAS = re.compile(r"\s*->\s*\w+")

_INTRODUCTION = """\
# The language, rule by rule

<!-- Made by `python -m charterlang.syntax.reference` from grammar/charter.lark; do not edit. -->

This page is made from the grammar that the compiler reads, so it is complete and true. It is for looking things up.

## How a charter is written

- A **declaration** opens in the first column with its keyword, a name and an optional title in quotes. What it says
  stands in braces, one **statement** a line. A `;` parts statements as a line end does.
- A statement goes on in the next line after a comma, `and` or `or`, inside brackets, and where the next line begins
  with one of these.
- `#` starts a comment that runs to the end of its line.
- A **name** is a word of letters of any script, digits and underscores, whose parts may be joined by hyphens:
  `general-assembly`. A dot reaches inside: `kitchen.council`. Words of the language may be names wherever only a name
  can stand.
- A **text** stands in `"…"` on one line, or in `\"\"\"…\"\"\"` over several, where the margin that its lines share is
  taken away. Within a text, `\\"`, `\\\\`, `\\n`, `\\t` and `\\u{2014}` stand for a quotation mark, a backslash, a line
  end, a tab and a character by its number.
- **Quantities** are written as people write them, without separators: `400`, `12.5`, `20%`, `2/3`, `6 months`,
  `5000 USD`, `2026-03-01`.

In the shapes below, words in capitals stand for what you put in. In the rules, words in `"quotes"` are written as they
are; `[ ]` may be left out; `*` may come any number of times, `+` at least once; `|` parts choices.
"""

_PARTS = {
    "Acts and decisions": (
        "act power decision either both deciding consent testing some_of rule threshold seats_of_seats by_word basis "
        "with_quorum with_turnout with_notice readings in_each tie_break"
    ),
    "Duties and what follows from a breach": (
        "duty contribute publish distribute asset_lock grants_licence report grant_veto pay_floor pay hire restore "
        "hand_over keep must must_not loses returns licensed may_act pays_penalty"
    ),
    "Licences and contributions": "spdx covers cla assignment fiduciary only_to",
    "Common pieces": "title names money duration holding portion one_each by_share at_most particular",
}


def _rules(grammar: str) -> dict[str, str]:
    """The right side of each rule as the grammar's author wrote it, on one line."""
    return {match[1]: " ".join(match[2].split()) for match in _RULE.finditer(grammar)}


class Reference:
    """The page, part by part."""

    def __init__(self) -> None:
        """Read the grammar."""
        self.rules = _rules((folder("grammar") / GRAMMAR).read_text(encoding="utf-8"))
        self.help: dict[str, Help] = load().help
        self.shown: set[str] = set()

    def page(self) -> str:
        """The whole page."""
        declarations = [name.strip() for name in self.rules["declaration"].split("|")]
        lines = [_INTRODUCTION, "## Declarations\n", "| | |", "|---|---|"]
        for name in declarations:
            keywords = ", ".join(f"[`{word}`](#{_anchor(self._title(name))})" for word in self._keywords(name))
            lines.append(f"| {keywords} | {self.help[name].says} |")
        for name in declarations:
            lines += self._declaration(name)
        for title, names in _PARTS.items():
            lines += ["", f"## {title}", ""]
            for name in names.split():
                lines += self._part(name)
        lines += ["", "## Words", "", *self._words()]
        return "\n".join(lines).rstrip() + "\n"

    def _keywords(self, rule: str) -> tuple[str, ...]:
        first = self.rules[rule].split()[0]
        return (first.strip('"'),) if first.startswith('"') else load().spelling[first]

    def _title(self, rule: str) -> str:
        return ", ".join(self._keywords(rule))

    def _declaration(self, rule: str) -> Iterator[str]:
        says = self.help[rule]
        yield from ("", f"## {self._title(rule)}", "", f"{_sentence(says.says)}", "", "```text", says.shape, "```")
        good, bad = EXAMPLES[rule]
        yield from ("", "```charter", good.strip(), "```", "", "Not so:", "", "```charter", bad.strip(), "```")
        yield from self._bodies(rule)

    def _bodies(self, rule: str) -> Iterator[str]:
        """What can be said in the braces of a rule, and then in the braces within."""
        inner = _BODY.search(self.rules[rule])
        if inner is None or inner[1] in self.shown:
            return
        self.shown.add(inner[1])
        statements = [name.strip() for name in self.rules[inner[1]].split("|")]
        if len(statements) < 2:
            return
        owners = [BODIES[each] for each, text in self.rules.items() if inner[0] in text and each in BODIES]
        yield from ("", f"### What {listed(owners)} can say", "", "| statement | says |", "|---|---|")
        for name in statements:
            yield f"| {self._shape(name)} | {self._says(name)} |"
        for name in statements:
            if _BODY.search(self.rules.get(name, "")):
                yield from self._bodies(name)

    def _shape(self, rule: str) -> str:
        says = self.help.get(rule)
        shape = says.shape if says and says.shape else self._plain(self.rules[rule])
        return f"`{shape.replace('|', '¦')}`"

    def _says(self, rule: str) -> str:
        says = self.help.get(rule)
        return says.says if says else ""

    def _part(self, rule: str) -> Iterator[str]:
        says = self.help.get(rule)
        note = f" — {says.says}" + (f": `{says.shape}`" if says.shape else "") if says else ""
        yield f"- **{rule.replace('_', ' ')}**{note}  "
        yield f"  `{self._plain(self.rules[rule])}`"

    def _plain(self, rule: str) -> str:
        """A rule in the notation that the page explains; rules that leave no node are written out in place."""
        text = _BODY.sub(lambda match: f'"{{" {match[1].strip("_").replace("_", "-")}* "}}"', _ALIAS.sub("", rule))

        def written_out(match: re.Match[str]) -> str:
            inner = self._plain(self.rules[match[0]])
            return f"({inner})" if " " in inner else inner

        return _INLINED.sub(written_out, text)

    def _words(self) -> Iterator[str]:
        tables = load()
        yield "Choices of words that the rules above name in capitals:"
        yield ""
        for name, spelt in tables.spelling.items():
            if len(spelt) > 1:
                yield f"- **{name}**: {', '.join(f'`{word}`' for word in spelt)}"


def _sentence(says: str) -> str:
    return says[0].upper() + says[1:] + "."


def _anchor(title: str) -> str:
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` compare it with what the grammar gives now."""
    target = Path(__file__).resolve().parents[2] / TARGET
    text = Reference().page()
    if "--check" in arguments:
        fits = target.is_file() and target.read_text(encoding="utf-8") == text
        if not fits:
            print(f"{TARGET} is out of step; run: python -m charterlang.syntax.reference")
        return 0 if fits else 1
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
    print(f"wrote {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
