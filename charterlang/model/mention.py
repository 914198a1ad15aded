"""Names as written: lowering leaves them in the model in the place of ids, and resolving puts the ids there."""

from __future__ import annotations

import re
from typing import Self

from charterlang._records import record
from charterlang.source import Span

ENTITY_KINDS = frozenset({"association", "firm", "party", "person", "investor", "public", "fund"})
CLASS_KINDS = frozenset({"members", "shares"})
ORGAN_KINDS = frozenset({"assembly", "board", "group", "office"})
BODY_KINDS = ENTITY_KINDS | CLASS_KINDS | ORGAN_KINDS
PART = "part"
"""The kind of a part of a constitution, such as `kitchen.articles.purpose`: it exists without being declared."""


@record
class Wants:
    """What a name must be where it stands.

    `phrase` says it in a message ("a commons"); `kinds` are the keywords that will do, empty for any; `plain` matches
    words that need no declaration (`USD`, `chair`) and stay as they are. With `keep`, a name that nothing declares
    stays too; without, it is left out of the model.
    """

    phrase: str
    kinds: frozenset[str] = frozenset()
    plain: re.Pattern[str] | None = None
    keep: bool = False

    def takes(self, kind: str) -> bool:
        """Whether a name declared by this keyword will do."""
        return not self.kinds or kind in self.kinds


class Mention(str):
    """A name as written, not yet resolved: its text, what it must be, where it stands, and in which statement."""

    __slots__ = ("said_in", "span", "wants")

    said_in: str
    span: Span
    wants: Wants

    def __new__(cls, text: str, wants: Wants, span: Span, said_in: str = "") -> Self:
        """The mention of `text` at `span` in the statement `said_in`."""
        mention = super().__new__(cls, text)
        mention.wants = wants
        mention.span = span
        mention.said_in = said_in
        return mention


def _plain(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in words))


BODY = Wants("a party, a class of members or an organ", BODY_KINDS)
PARTY = Wants("a party or a class of members", BODY_KINDS)
ENTITY = Wants("an association, a firm or another party", ENTITY_KINDS)
COMMONS = Wants("a commons", frozenset({"commons"}))
VALUE = Wants("a value", frozenset({"value"}))
AGREEMENT = Wants("an agreement", frozenset({"agreement"}))
HOLDABLE = Wants(
    "an asset, a fund, a firm or shares", frozenset({"asset", "firm", "association", "fund", "shares", "party"})
)
HELD = Wants("an asset, a commons or a part of an entity", frozenset({"asset", "commons", PART}) | BODY_KINDS)
THING = Wants(
    "a thing that can be acted upon",
    BODY_KINDS | {"value", "commons", "asset", "agreement", "provision", "currency", "flow", PART},
)
ELEMENT = Wants("something that the charter declares")
SERVED = Wants("a party, a class of members or a commons", BODY_KINDS | {"commons"})
RECIPIENT = Wants("a commons, a party or a class of members", BODY_KINDS | {"commons", "asset"})
REMEDY = Wants(
    "a fund, a party, an agreement or another remedy", BODY_KINDS | {"asset", "commons", "agreement", "provision"}
)
UNDER = Wants("an agreement or a duty", frozenset({"agreement", "duty", PART}))
CURRENCY = Wants("a currency, or a code such as EUR", frozenset({"currency"}), re.compile("[A-Z]{3}"), keep=True)
SURPLUS_TAKER = Wants(
    "a party, a class of members, or `reserves`",
    BODY_KINDS | {"commons", "asset"},
    _plain("reserves", "reserve", "reinvestment", "education", "solidarity", "community"),
)
LOSS_BEARER = Wants("a party or a class of members", BODY_KINDS, _plain("creditors", "nobody", "everyone", "reserves"))
CHAIR = Wants(
    "an organ, a class or a party", BODY_KINDS, _plain("chair", "president", "chairperson", "speaker"), keep=True
)
WORD_OR_BODY = Wants("a word or an organ", BODY_KINDS, keep=True)
