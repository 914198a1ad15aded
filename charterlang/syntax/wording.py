"""The language's own words for its parts, for people who have never seen a grammar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from charterlang.syntax.automaton import Tables

# What a token is called where one is expected.
_KINDS = {
    "NAME": "a name",
    "STRING": "a text in quotes",
    "INTEGER": "a whole number",
    "DECIMAL": "a number",
    "PERCENT": "a percentage such as 20%",
    "FRACTION": "a fraction such as 2/3",
    "DATE": "a date such as 2026-03-01",
    "FORM": "a legal form such as us.ny.nfp",
    "LIBRARY": "a part of the library such as std/values/openness",
    "SPDX": "a licence such as CC-BY-SA-4.0",
    "TIME": "a unit of time such as `months`",
    "PERIOD": "a period such as `month`",
    "RULE": "a rule such as `majority`",
    "EVENT": "an event such as `sale`",
    "COVER": "a material such as `code`",
    "MATERIAL": "a material such as `data`",
    "LOCKS": "`use`, `purpose`, `value` or `control`",
    "_END": "the end of the line",
    "$END": "the end of the declaration",
}

# What a name is called where the rule that takes it says more.
_NAMES = {
    "money": "a currency such as EUR",
    "deciding": "the name of a body",
    "act": "an act such as relicense cookbook",
    "holding": "the name of a holder",
}

# What a name that was just read stands for, by the rule that would go on after it.
_NOUNS = {
    "power": "this power",
    "act": "this act",
    "duty": "this duty",
    "deciding": "this decision",
    "both": "this decision",
    "either": "this decision",
    "in_brackets": "this decision",
    "consent": "this consent",
    "holding": "this holder",
    "money": "this amount",
}

# Where a statement stands.
BODIES = {
    "charter": "the head of a charter",
    "value": "a value",
    "commons": "a commons",
    "asset": "an asset",
    "entity": "an entity",
    "members": "a class of members",
    "shares": "a class of shares",
    "organ": "an organ",
    "powers": "the powers",
    "duties": "the duties",
    "agreement": "an agreement",
    "currency": "a currency",
    "provision": "a provision",
    "clause": "a clause",
    "particulars": "the particulars",
}

# Words people write for a word of the language, where the hand did not slip but the mind went elsewhere.
SYNONYMS = {
    "company": "firm", "business": "firm", "cooperative": "firm", "coop": "firm", "co-op": "firm",
    "corporation": "firm", "enterprise": "firm",
    "foundation": "association", "nonprofit": "association", "non-profit": "association",
    "trust": "association", "project": "commons", "common": "commons", "resource": "commons", "import": "use",
    "include": "use", "contract": "agreement", "treaty": "agreement", "shareholder": "investor", "lender": "investor",
    "state": "public", "city": "public", "authority": "public", "principle": "value", "need": "provision",
    "payment": "flow", "transfer": "flow", "money": "currency", "definition": "define", "assert": "expect",
    "property": "asset", "individual": "person", "stakeholder": "party", "title": "charter", "policy": "charter",
    "license": "licence", "type": "kind", "name": "form", "goal": "purpose", "mission": "purpose", "aim": "purpose",
    "owns": "holds", "owned": "held", "owner": "held", "committee": "board", "council": "board", "meeting": "assembly",
    "circle": "group", "team": "group", "officer": "office", "class": "members", "membership": "members",
    "stock": "shares", "equity": "shares", "rights": "powers", "permissions": "powers", "obligations": "duties",
    "needs": "requires", "require": "requires", "if": "requires", "by": "requires", "forbidden": "never",
    "always": "unlimited", "loan": "debt", "number": "count", "size": "count", "location": "seat", "address": "seat",
    "people": "members", "protect": "protects", "hold": "holds", "dissolve": "on", "country": "jurisdiction",
    "author": "produced", "makers": "produced", "authors": "produced", "every": "per", "each": "per",
    "chosen": "elected", "voted": "elected", "named": "appointed",
    "selected": "appointed",
}  # fmt: skip


def listed(words: Sequence[str], last: str = "or") -> str:
    """Words as a sentence lists them: "a, b or c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def quoted(word: str) -> str:
    """A word of the charter or of the language, set apart from the sentence around it."""
    return f"`{word}`"


def called(kind: str, tables: Tables, rules: Sequence[str] = ()) -> list[str]:
    """What a reader calls a terminal: its name in words, or the words it can be; `rules` are those under way."""
    if kind == "NAME" and rules and rules[0] in _NAMES:
        return [_NAMES[rules[0]]]
    if kind in _KINDS:
        return [_KINDS[kind]]
    return [quoted(word) for word in tables.spelling.get(kind, (kind.lower(),))]


def expected(kinds: Iterable[str], tables: Tables, first: str = "", rules: Sequence[str] = (), most: int = 5) -> str:
    """What could stand here, in words: at most `most` of them, `first` ahead of the others.

    Marks go unsaid where words can stand, since hardly anyone who slips was about to write one.
    """
    kinds = list(kinds)
    words = [
        kind
        for kind in kinds
        if kind not in {"_END", "$END"} and (kind not in tables.spelling or _is_word(kind, tables))
    ]
    if {"INTEGER", "DECIMAL"} <= set(words):
        words.remove("INTEGER")
    marks = [kind for kind in kinds if kind in tables.spelling and not _is_word(kind, tables) and kind != "RBRACE"]
    over = [kind for kind in kinds if kind == "_END"] or [kind for kind in kinds if kind in {"$END", "RBRACE"}]
    chosen = words or marks
    phrases = [phrase for kind in chosen for phrase in called(kind, tables, rules)]
    if first and (phrase := quoted(first)) in phrases:
        phrases.remove(phrase)
        phrases.insert(0, phrase)
    ending = [called(kind, tables)[0] for kind in over[:1]]
    return listed([*phrases[: most - len(ending)], *ending])


def _is_word(kind: str, tables: Tables) -> bool:
    return any(word[0].isalpha() for word in tables.spelling[kind])


def noun(rules: Iterable[str]) -> str:
    """What the name just read stands for, "" if nothing better can be said than the name itself."""
    return next((_NOUNS[rule] for rule in rules if rule in _NOUNS), "")
