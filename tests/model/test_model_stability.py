"""The model does not depend on the order of declarations, is the same when rebuilt while typing, and never breaks."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterlang.model.load import load
from charterlang.source import MemoryFiles
from charterlang.syntax import parse

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
SAMPLES = ("good/occupy-kitchen", "good/loom-foundation", "bad/brindle-inc")


@cache
def text_of(name):
    return (EXAMPLES / f"{name}.charter").read_text(encoding="utf-8")


def loaded(text, earlier=None):
    return load("main.charter", MemoryFiles({"main.charter": text}), earlier=earlier)


def facts(charter):
    """All elements by id, and what has none, without order."""
    rest = (*charter.dependences, *charter.expectations, *charter.allowances, *charter.terms, *charter.clauses)
    return charter.header, charter.elements, sorted(map(repr, rest))


@cache
def blocks_of(name):
    document = parse("main.charter", text_of(name)).value
    return tuple(block.text if block.text.endswith("\n") else block.text + "\n" for block in document.blocks)


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(SAMPLES), st.randoms(use_true_random=False))
def test_the_order_of_declarations_does_not_matter(name, random):
    blocks = list(blocks_of(name))
    expected = facts(loaded("".join(blocks)).value.charter)
    random.shuffle(blocks)
    made = loaded("".join(blocks))
    assert made.findings == ()
    found = facts(made.value.charter)
    assert re.sub(r"block=\d+", "", repr(found[2])) == re.sub(r"block=\d+", "", repr(expected[2]))
    assert found[:2] == expected[:2]


@pytest.mark.parametrize("name", SAMPLES)
def test_rebuilding_after_a_keystroke_gives_what_a_fresh_build_gives(name):
    text = text_of(name)
    first = loaded(text).value
    for place in range(0, len(text), max(1, len(text) // 25)):
        changed = text[:place] + "\n" + text[place:]
        again, fresh = loaded(changed, earlier=first), loaded(changed)
        assert again.findings == fresh.findings
        assert repr(again.value.charter) == repr(fresh.value.charter)


def test_what_has_not_changed_is_not_lowered_again():
    text = text_of("good/loom-foundation")
    first = loaded(text).value
    again = loaded(text.replace("85", "86"), earlier=first).value
    changed = [key for key, (_, made) in again.lowered.items() if made is not first.lowered[key][1]]
    assert len(changed) == 1


@pytest.mark.parametrize("name", SAMPLES)
def test_no_loss_of_a_word_breaks_it(name):
    text = text_of(name)
    words = [match.span() for match in re.finditer(r"\S+", text)]
    for start, end in words[:: max(1, len(words) // 120)]:
        made = loaded(text[:start] + text[end:])
        assert made.value.charter.file == "main.charter"


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(SAMPLES), st.data())
def test_no_mixing_of_words_breaks_it(name, data):
    words = re.findall(r'"[^"]*"|\S+|\n', text_of(name))
    place = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(st.integers(0, len(words) - 1))
    words[place], words[other] = words[other], words[place]
    made = loaded(" ".join(words))
    assert all(finding.message for finding in made.findings)


@pytest.mark.parametrize(
    "decision",
    ["(" * 500 + "a" + ")" * 500, "(a and " * 300 + "a" + ")" * 300, "(a or (a and " * 100 + "a" + "))" * 100],
    ids=["brackets", "and", "and in or"],
)
def test_depth_is_no_danger(decision):
    made = loaded(f"party a\nassociation b {{ powers {{ act requires {decision} }} }}")
    assert made.findings
    assert "a" in made.value.charter.entities


@pytest.mark.parametrize("word", ["count 99999999999999999999", "held by a 9/0", "held by a 250%", "balance 1.2.3 EUR"])
def test_numbers_that_are_none_are_left_out(word):
    made = loaded(f"party a\nfirm b {{ {word} }}")
    assert made.findings
    assert made.value.charter.entities["b"].count is None


def test_cost_grows_with_the_text_alone():
    # Counted, not timed: twice the text asks for twice the names.
    import charterlang.model.names as names_module

    def asked(times):
        text = "".join(
            f"party p{number}\nassociation a{number} {{ members m; assembly n; powers {{ sell p{number} requires n }} }}\n"
            for number in range(times)
        )
        calls = 0
        original = names_module.Names._look

        def counted(self, *arguments):
            nonlocal calls
            calls += 1
            return original(self, *arguments)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(names_module.Names, "_look", counted)
            assert loaded(text).findings == ()
        return calls

    assert asked(40) == 2 * asked(20)
