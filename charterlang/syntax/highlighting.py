"""The words of the language in groups, as those who colour a text need them, and the TextMate grammar made of them.

    python -m charterlang.syntax.highlighting            writes editors/vscode/syntaxes/charter.tmLanguage.json
    python -m charterlang.syntax.highlighting --check    exit code 1 if that file is out of step with the grammar

What a word is depends on where it stands; a colouring by patterns can only look at the line. So words that open a
declaration are coloured in the first column, words that open a statement where one begins, and only such others as
hardly anyone takes for a name.
"""

from __future__ import annotations

import functools
import json
import sys
from pathlib import Path
from typing import Any

from charterlang._records import record
from charterlang.syntax.automaton import load
from charterlang.syntax.vocabulary import vocabulary

TARGET = "editors/vscode/syntaxes/charter.tmLanguage.json"

NAME = r"[^\W\d_][\w.-]*"
DATE = r"\d{4}-\d{2}-\d{2}"
QUANTITY = r"\d+/\d+|\d+(?:\.\d+)?\s?%?"

# Words that join, limit or deny; the others read well without a colour.
_JOINTS = frozenset(
    {
        "and",
        "or",
        "requires",
        "never",
        "not",
        "else",
        "then",
        "consent",
        "by",
        "of",
        "to",
        "from",
        "per",
        "under",
        "with",
    }
)


@record
class Words:
    """The words by the place where they are coloured; each group sorted."""

    declarations: tuple[str, ...]
    statements: tuple[str, ...]
    joints: tuple[str, ...]
    rules: tuple[str, ...]
    units: tuple[str, ...]


@functools.cache
def words() -> Words:
    """The words of this copy's grammar."""
    language = vocabulary()
    spelling = load().spelling
    statements = {word for word in language.statements if word[0].isalpha()}
    return Words(
        declarations=tuple(sorted(language.declarations)),
        statements=tuple(sorted(statements)),
        joints=tuple(sorted(_JOINTS & language.keywords)),
        rules=tuple(sorted(set(spelling["RULE"]) - _JOINTS)),
        units=tuple(sorted({*spelling["TIME"], *spelling["PERIOD"]})),
    )


def _any(group: tuple[str, ...]) -> str:
    return "|".join(sorted(group, key=lambda word: (-len(word), word)))


def textmate() -> dict[str, Any]:
    """The TextMate grammar, ready for JSON."""
    found = words()
    end = r"(?![\w.-])"
    start = r"(?<![\w.-])"
    return {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "name": "Charter",
        "scopeName": "source.charter",
        "fileTypes": ["charter"],
        "patterns": [
            {"name": "comment.line.number-sign.charter", "match": "#.*$"},
            {"name": "string.quoted.triple.charter", "begin": '"""', "end": '"""'},
            {
                "name": "string.quoted.double.charter",
                "begin": '"',
                "end": '"|$',
                "patterns": [{"name": "constant.character.escape.charter", "match": r"\\(?:u\{[0-9a-fA-F]+\}|.)"}],
            },
            {
                "match": rf"^({_any(found.declarations)}){end}(?:[ \t]+({NAME}))?",
                "captures": {
                    "1": {"name": "keyword.declaration.charter"},
                    "2": {"name": "entity.name.type.charter"},
                },
            },
            {
                "match": rf"(?:^|(?<=[{{;]))[ \t]*({_any(found.statements)}){end}",
                "captures": {"1": {"name": "keyword.control.charter"}},
            },
            {"name": "keyword.operator.word.charter", "match": f"{start}(?:{_any(found.joints)}){end}"},
            {"name": "support.function.charter", "match": f"{start}(?:{_any(found.rules)}){end}"},
            {"name": "constant.numeric.date.charter", "match": f"{start}{DATE}{end}"},
            {
                "match": f"{start}({QUANTITY})(?:[ \\t]+({_any(found.units)}){end})?",
                "captures": {
                    "1": {"name": "constant.numeric.charter"},
                    "2": {"name": "keyword.other.unit.charter"},
                },
            },
            {"name": "punctuation.section.block.charter", "match": r"[{}]"},
        ],
    }


def main(arguments: list[str]) -> int:
    """Write the TextMate grammar, or with `--check` compare it with what the grammar gives now."""
    target = Path(__file__).resolve().parents[2] / TARGET
    text = json.dumps(textmate(), indent=2, ensure_ascii=False) + "\n"
    if "--check" in arguments:
        fits = target.is_file() and target.read_text(encoding="utf-8") == text
        if not fits:
            print(f"{TARGET} is out of step; run: python -m charterlang.syntax.highlighting")
        return 0 if fits else 1
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
    print(f"wrote {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
