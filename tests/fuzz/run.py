"""Throws heaps of broken and whole charters at the reader and the formatter, and keeps what makes them fail.

    python tests/fuzz/run.py [--count 100000] [--seed 1]

Inputs are bytes at random, examples and earlier finds cut up and spliced, and charters made from the grammar, whole
and damaged. Each must be read without an exception, within the time allowed, with the promises of `broken_promise`
kept. What fails is written to `tests/fuzz/corpus/`, which the ordinary tests read ever after.
"""

from __future__ import annotations

import argparse
import faulthandler
import hashlib
import random
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import grammar_texts  # noqa: E402  (it stands in the folder above)

from charterlang.source import Unreadable, decode  # noqa: E402
from charterlang.syntax import completions, format_document, format_range, parse, same_shape  # noqa: E402
from charterlang.syntax.automaton import load  # noqa: E402

CORPUS = HERE / "corpus"
MOST_SECONDS = 2.0
"""No input is longer than a few thousand characters; none may take longer than this."""

MARKS = (
    "{",
    "}",
    "(",
    ")",
    '"',
    '"""',
    ",",
    ";",
    "#",
    "\n",
    "\r\n",
    " and ",
    " or ",
    "%",
    "/",
    "\\",
    "“",
    "\u200b",
    "\t",
    "\0",
)


def broken_promise(data: bytes, chance: random.Random) -> str:
    """What is wrong with the way `data` is read; "" if nothing is."""
    try:
        text = decode("x.charter", data)
    except Unreadable:
        return ""
    result = parse("x.charter", text)
    document = result.value
    if "".join(block.text for block in document.blocks) != text:
        return "the blocks are not the text"
    for block in document.blocks:
        if block.tree is None and not block.findings and block.read and block.text.strip():
            return "a block has neither tree nor finding"
    for finding in result.findings:
        places = [finding.span, *(label.span for label in finding.related)]
        places += [edit.span for fix in finding.fixes for edit in fix.edits]
        for span in places:
            if span is None or not 0 <= span.start <= span.end <= len(document.blocks[span.block].text):
                return f"{finding.code} points outside its block"
    formatted = format_document(document)
    again = parse("x.charter", formatted, document)
    if format_document(again.value) != formatted:
        return "formatting twice is not formatting once"
    if not result.findings:
        pairs = zip(document.blocks, again.value.blocks, strict=True)
        if again.findings or not all(same_shape(one.tree, other.tree) for one, other in pairs):
            return "formatting changes the meaning"
    at = chance.randrange(len(text) + 1)
    completions(document, at)
    document.path_at(at)
    format_range(document, at, min(at + 40, len(text)))
    edited = text[:at] + chance.choice(MARKS) + text[at:]
    if parse("x.charter", edited, document).findings != parse("x.charter", edited).findings:
        return "an earlier state makes a difference"
    return ""


def damaged(text: str, chance: random.Random, words: Sequence[str], others: Sequence[str]) -> str:
    """A text with one to five things done to it that no author would do on purpose."""
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + chance.randrange(1, 30))
        match chance.randrange(7):
            case 0:
                text = text[:at] + text[end:]
            case 1:
                text = text[:at] + chance.choice(MARKS) + text[at:]
            case 2:
                text = text[:at] + f" {chance.choice(words)} " + text[at:]
            case 3:
                text = text[:at] + text[at:end] * chance.randrange(2, 5) + text[end:]
            case 4:
                other = chance.choice(others)
                start = chance.randrange(len(other) + 1)
                text = text[:at] + other[start : start + chance.randrange(1, 200)] + text[end:]
            case 5:
                text = text[:at] + chr(chance.choice((chance.randrange(32, 127), chance.randrange(0xD7FF)))) + text[at:]
            case _:
                text = text[:at]
    return text[:8000]


def inputs(chance: random.Random, seeds: Sequence[str]) -> bytes:
    """One input."""
    words = tuple(load().words)
    match chance.randrange(10):
        case 0:
            return chance.randbytes(chance.randrange(200))
        case 1:
            return "".join(
                chance.choice((*MARKS, *words, " ", " ", "\n")) for _ in range(chance.randrange(120))
            ).encode()
        case 2 | 3:
            return grammar_texts.charter(chance.randrange, 3).encode()
        case 4 | 5:
            return damaged(grammar_texts.charter(chance.randrange, 3), chance, words, seeds).encode("utf-8", "replace")
        case _:
            seed = chance.choice(seeds)
            start = chance.randrange(len(seed) + 1)
            part = seed[start : start + chance.randrange(50, 1500)]
            return damaged(part, chance, words, seeds).encode("utf-8", "replace")


def main() -> int:
    options = argparse.ArgumentParser(description="Fuzz the reader and the formatter.")
    options.add_argument("--count", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    chance = random.Random(given.seed)
    places = (HERE.parents[1] / "examples", HERE.parent / "syntax" / "broken", CORPUS)
    files = sorted(path for place in places for path in place.rglob("*.charter"))
    seeds = [path.read_bytes().decode("utf-8", "replace") for path in files]
    begun = time.perf_counter()
    failures = 0
    slowest = 0.0
    for number in range(1, given.count + 1):
        data = inputs(chance, seeds)
        faulthandler.dump_traceback_later(60, exit=True)
        start = time.process_time()
        try:
            wrong = broken_promise(data, chance)
        except Exception:  # noqa: BLE001  (that there is none is what is tested)
            wrong = traceback.format_exc()
        spent = time.process_time() - start
        slowest = max(slowest, spent)
        if not wrong and spent > MOST_SECONDS:
            wrong = f"it took {spent:.1f} s"
        if wrong:
            failures += 1
            kept = CORPUS / f"{hashlib.sha256(data).hexdigest()[:12]}.charter"
            kept.write_bytes(data)
            print(f"{kept.name}: {wrong}", flush=True)
        if number % 10_000 == 0:
            print(f"{number:,} inputs, {failures} failures, {time.perf_counter() - begun:.0f} s", flush=True)
    faulthandler.cancel_dump_traceback_later()
    print(f"{given.count:,} inputs, {failures} failures; the slowest took {slowest:.2f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
