"""Counting a vote on a provision by the rule its charter gives, with the working shown.

Yes and no: by consent (an objection needs a reason, and one stops it), unanimity, a majority or another share of the
votes cast, of the members or of the seats, in each class where the rule asks for it. Among options: by plurality, by
approval (`A; B`), or ranked (`A > B > C`) by Borda's count, where an option left out of a ranking gets nothing, or by
Schulze, ranked pairs, minimax or Copeland, where it ranks below all that are named; the library pref_voting counts
these four. What is not named here is refused, never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from charterlang._records import record
from charterlang.checks.words import many
from charterlang.measures.ballots import Ballot, Box
from charterlang.model.decisions import MAJORITY, Rule

YES, NO, ABSTAIN, OBJECT = "yes", "no", "abstain", "object"
PAIRWISE = ("schulze", "ranked-pairs", "minimax", "copeland")
OPTION_METHODS = ("plurality", "approval", "borda", *PAIRWISE)
_ONE_MIND = frozenset({"consent", "consensus", "unanimity"})
HALF = Fraction(1, 2)


@record
class Count:
    """How a vote came out. `outcome` is carried, rejected, chosen, tied or void; `working` the steps, in sentences."""

    outcome: str
    chosen: tuple[str, ...]
    working: tuple[str, ...]


def rule_called(words: str) -> Rule | None:
    """The rule that a provision's `ballot` names: `consent`, `majority`, `2/3`; None if it is none."""
    if words in _ONE_MIND:
        return Rule(words)
    if words == "majority":
        return MAJORITY
    above, slash, below = words.replace(" ", "").partition("/")
    if slash and above.isdecimal() and below.isdecimal() and 0 < int(above) <= int(below):
        return Rule("fraction", Fraction(int(above), int(below)))
    return None


def quorate(box: Box, parts: Mapping[str, int | None], quorum: Fraction | int | None) -> tuple[bool, str]:
    """Whether enough voted, and a sentence that says so."""
    cast = len(box.counted)
    if quorum is None:
        return True, f"{cast} ballots count; no quorum is asked for."
    if isinstance(quorum, int):
        needed = quorum
    else:
        if any(number is None for number in parts.values()):
            return False, "A quorum is asked for, and the charter does not say how many may vote."
        total = sum(number or 0 for number in parts.values())
        needed = -(-quorum.numerator * total // quorum.denominator)
    return cast >= needed, f"{cast} ballots count; the quorum is {needed}."


def count_yes_no(box: Box, parts: Mapping[str, int | None], rule: Rule | None) -> Count:
    """A vote on a proposal. A ballot that is none of yes, no, abstain, object counts as an abstention, and is named."""
    rule = rule or MAJORITY
    says = {ballot: ballot.says.casefold() for ballot in box.counted}
    odd = [
        f"Line {b.line}: `{b.says}` is no answer; it counts as an abstention."
        for b, s in says.items()
        if s not in _KNOWN
    ]
    if rule.kind in _ONE_MIND:
        against = [ballot for ballot, word in says.items() if word in {NO, OBJECT}]
        weighed = [ballot for ballot in against if ballot.reason or rule.kind != "consent"]
        lines = [*odd]
        for ballot in against:
            told = f"objects: {ballot.reason}" if ballot.reason else "is against and gives no reason"
            left = "" if ballot in weighed else "; consent asks for one, so it does not count"
            lines.append(f"{ballot.voter} {told}{left}.")
        agreed = any(word == YES for word in says.values())
        lines.append(f"By {rule.kind}: {many(len(weighed), 'objection')} {'stands' if len(weighed) == 1 else 'stand'}.")
        return Count("carried" if agreed and not weighed else "rejected", (), tuple(lines))
    groups: list[tuple[str, list[Ballot], Mapping[str, int | None]]] = [("", list(box.counted), parts)]
    if rule.in_each:
        groups = [(part, [b for b in box.counted if b.part == part], {part: number}) for part, number in parts.items()]
    working, passed = odd, True
    for part, ballots, here in groups:
        good, line = _threshold([says[ballot] for ballot in ballots], here, rule)
        working.append(f"{part}: {line}" if part else line)
        if good is None:
            return Count("void", (), tuple(working))
        passed = passed and good
    return Count("carried" if passed else "rejected", (), tuple(working))


_KNOWN = frozenset({YES, NO, ABSTAIN, OBJECT})


def _threshold(says: Sequence[str], parts: Mapping[str, int | None], rule: Rule) -> tuple[bool | None, str]:
    """Whether the yes votes reach what the rule asks; None where that cannot be known."""
    yes = sum(word == YES for word in says)
    no = sum(word in {NO, OBJECT} for word in says)
    told = f"{yes} yes, {no} no, {len(says) - yes - no} abstain"
    if rule.of_seats is not None:
        needed = rule.of_seats[0]
        return yes >= needed, f"{told}; {needed} of {rule.of_seats[1]} are needed."
    share = rule.share if rule.share is not None else HALF
    if rule.basis in {"members", "seats"}:
        if any(number is None for number in parts.values()):
            return None, f"{told}; the charter does not say of how many {rule.basis}."
        whole = sum(number or 0 for number in parts.values())
    else:
        whole = len(says) if rule.basis == "present" else yes + no
    beyond = rule.kind == "majority"
    good = whole > 0 and (yes > share * whole if beyond else yes >= share * whole)
    return good, f"{told}; {'more than' if beyond else 'at least'} {share} of {whole} is needed."


def count_options(box: Box, method: str) -> Count:
    """A vote among options by one of `OPTION_METHODS`; options with the same points are tied, and none is picked."""
    points: dict[str, int] = {}
    between = ">" if method == "borda" or method in PAIRWISE else ";"
    ranked = [[part.strip() for part in ballot.says.split(between)] for ballot in box.counted]
    whole: list[list[str]] = []
    options = sorted({name for names in ranked for name in names if name})
    working: list[str] = []
    for ballot, names in zip(box.counted, ranked, strict=True):
        kept = [name for name in names if name]
        if len(set(kept)) < len(kept) or (method == "plurality" and len(kept) != 1):
            fault = "names more than one option" if method == "plurality" else "names an option twice"
            working.append(f"Line {ballot.line}: the ballot of {ballot.voter} {fault} and is spoilt.")
            continue
        whole.append(kept)
        for place, name in enumerate(kept):
            points[name] = points.get(name, 0) + (len(options) - 1 - place if method == "borda" else 1)
    if method in PAIRWISE and whole:
        return _pairwise(whole, options, method, working)
    order = sorted(points, key=lambda name: (-points[name], name))
    working += [f"{name}: {points[name]}" for name in order]
    best = tuple(name for name in order if points[name] == points[order[0]])
    outcome = "void" if not best else "chosen" if len(best) == 1 else "tied"
    return Count(outcome, best, tuple(working))


class CounterMissing(Exception):  # noqa: N818  (it is no error of the program: something is to be installed)
    """The method needs the library that counts it."""


def _pairwise(rankings: Sequence[Sequence[str]], options: Sequence[str], method: str, working: Sequence[str]) -> Count:
    """Count rankings by comparing the options two by two."""
    try:
        from pref_voting.c1_methods import copeland
        from pref_voting.margin_based_methods import beat_path, minimax, ranked_pairs
        from pref_voting.profiles_with_ties import ProfileWithTies
    except ImportError:
        raise CounterMissing from None
    number = {name: at for at, name in enumerate(options)}
    profile = ProfileWithTies(
        [{number[name]: place for place, name in enumerate(ranking, 1)} for ranking in rankings],
        candidates=list(range(len(options))),
    )
    profile.use_extended_strict_preference()
    count = {"schulze": beat_path, "ranked-pairs": ranked_pairs, "minimax": minimax, "copeland": copeland}[method]
    best = tuple(options[at] for at in sorted(count(profile)))
    lines = [
        f"{one} over {other}: {int(profile.support(number[one], number[other]))} to "
        f"{int(profile.support(number[other], number[one]))}"
        for at, one in enumerate(options)
        for other in options[at + 1 :]
    ]
    return Count("chosen" if len(best) == 1 else "tied", best, (*working, *lines))
