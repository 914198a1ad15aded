"""All declared names, and what a name means where it stands.

Inside an entity its own classes, organs and inline assets come first, then what is declared at the top, then the
parts that every entity has: its constitution (`articles`, `articles.powers`, `purpose`), what it owns (`assets`,
`reserves`: the entity itself), and its `members` or `owners` as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from charterlang._records import record
from charterlang.model.lower import Symbol
from charterlang.model.mention import (
    BODY_KINDS,
    CLASS_KINDS,
    ENTITY_KINDS,
    ORGAN_KINDS,
    PART,
    Mention,
    Wants,
)
from charterlang.source import Edit, Finding, Fix, Label, Severity, Span

ARTICLES = frozenset({"articles", "bylaws", "statutes", "constitution"})
"""Words for the constitution of an entity; the first is the one used in ids."""

PARTS: Mapping[str, str] = {
    "purpose": "purpose",
    "mission": "purpose",
    "objects": "purpose",
    "asset-lock": "asset-lock",
    "powers": "powers",
    "members": "members",
    "membership": "members",
    "organs": "organs",
    "board": "organs",
    "dissolution": "dissolution",
    "surplus": "surplus",
    "distribution": "surplus",
    "locks": "locks",
    "duties": "duties",
    "voting": "voting",
    "votes": "voting",
    "name": "name",
    "seat": "seat",
    "price": "price",
    "prices": "price",
    "disputes": "disputes",
    "values": "values",
    "shares": "shares",
}
"""Parts of a constitution: `articles.powers` is the rules on powers."""

BARE_PARTS = frozenset({"purpose", "mission", "asset-lock"})
"""Parts that may be named without `articles` before them."""

ITSELF = frozenset({"assets", "reserves", "capital", "undertaking", "business", "itself", "surplus"})
"""Words for what an entity owns: acts upon them are acts upon the entity."""

GROUPS: Mapping[str, frozenset[str]] = {
    "members": frozenset({"members"}),
    "shareholders": frozenset({"shares"}),
    "owners": CLASS_KINDS,
}
"""Words for the members of an entity as a whole, and the kinds of classes they gather."""

_MOST_SUGGESTIONS = 60
_ARTICLE = {"association": "an", "asset": "an", "investor": "an", "assembly": "an", "office": "an", "agreement": "an"}


@record
class Meaning:
    """What a name stands for: one element, or several for `members` and its like; `kind` is the first one's keyword."""

    ids: tuple[str, ...]
    kind: str


def family(kind: str) -> str:
    """The family of a keyword: entity, class, organ, or the keyword itself."""
    if kind in ENTITY_KINDS:
        return "entity"
    if kind in CLASS_KINDS:
        return "class"
    return "organ" if kind in ORGAN_KINDS else kind


def described(kind: str) -> str:
    """A keyword in a sentence: "an association", "a class of members", "a part of the articles"."""
    known = {
        "members": "a class of members",
        "shares": "a class of shares",
        PART: "a part of the articles",
        "public": "a public body",
    }
    return known.get(kind) or f"{_ARTICLE.get(kind, 'a')} {kind}"


@record
class Reference:
    """A place where a name is used: as it is written there, and the id it stands for."""

    span: Span
    text: str
    id: str


class Names:
    """The declared names of a charter, where they are used, and what was found wrong with those uses.

    `references` holds every use of a name whose meaning is known, in the order in which declarations were resolved.
    """

    def __init__(self, symbols: Iterable[Symbol]) -> None:
        """Know these names; the first of an id counts."""
        self.symbols: dict[str, Symbol] = {}
        self.findings: list[Finding] = []
        self.references: list[Reference] = []
        self._classes: dict[str, list[Symbol]] = {}
        self._assemblies: dict[str, list[Symbol]] = {}
        self._known: dict[tuple[str, str], Meaning | None] = {}
        self._suggested = 0
        for symbol in symbols:
            self.declare(symbol)

    def declare(self, symbol: Symbol) -> None:
        """Add a name; a later one of the same id does not count."""
        if symbol.id in self.symbols:
            return
        self.symbols[symbol.id] = symbol
        self._known.clear()
        owner = symbol.id.rpartition(".")[0]
        if symbol.kind in CLASS_KINDS:
            self._classes.setdefault(owner, []).append(symbol)
        elif symbol.kind == "assembly":
            self._assemblies.setdefault(owner, []).append(symbol)

    def kind(self, name: str) -> str:
        """The keyword of an id; `part` for parts of a constitution, "" for what nothing declares."""
        symbol = self.symbols.get(name)
        return symbol.kind if symbol is not None else PART if ".articles" in name else ""

    def owner(self, name: str) -> str:
        """The entity that a name outside of entities belongs to: itself, or the one it reaches into; "" for none."""
        meaning = self.meaning(str(name), "")
        head = meaning.ids[0].partition(".")[0] if meaning is not None else ""
        return head if self.kind(head) in ENTITY_KINDS else ""

    def meaning(self, text: str, scope: str) -> Meaning | None:
        """What `text` means inside the entity `scope` ("" outside), None if nothing is called so."""
        key = (text, scope)
        if key not in self._known:
            self._known[key] = self._look(text, scope)
        return self._known[key]

    def _look(self, text: str, scope: str) -> Meaning | None:
        own = self.symbols.get(f"{scope}.{text}") if scope else None
        symbol = own or self.symbols.get(text)
        if symbol is not None:
            return Meaning((symbol.id,), symbol.kind)
        if scope:
            special = self._special(text, scope)
            if special is not None:
                return special
        head, dot, rest = text.partition(".")
        owner = self.symbols.get(head)
        if dot and owner is not None and owner.kind in ENTITY_KINDS:
            special = self._special(rest, head)
            if special is not None:
                return special
        return self._duty(text, scope)

    def _special(self, text: str, entity: str) -> Meaning | None:
        """Parts of an entity that exist without being declared."""
        head, _, rest = text.partition(".")
        if head in ARTICLES:
            return self._part(rest, entity)
        if text in BARE_PARTS:
            return Meaning((f"{entity}.articles.{PARTS[text]}",), PART)
        if text in ITSELF:
            return Meaning((entity,), self.kind(entity))
        kinds = GROUPS.get(text)
        if kinds is None:
            return None
        classes = [symbol for symbol in self._classes.get(entity, ()) if symbol.kind in kinds]
        assemblies = self._assemblies.get(entity, ())
        if len(classes) > 1 and len(assemblies) == 1:
            return Meaning((assemblies[0].id,), "assembly")
        return Meaning(tuple(symbol.id for symbol in classes), classes[0].kind) if classes else None

    def _part(self, text: str, entity: str) -> Meaning | None:
        """`articles.PART`, where PART is a known part, or a class or organ whose rules are meant."""
        if not text:
            return Meaning((f"{entity}.articles",), PART)
        known = PARTS.get(text) or (text if f"{entity}.{text}" in self.symbols else None)
        return Meaning((f"{entity}.articles.{known}",), PART) if known is not None else None

    def _duty(self, text: str, scope: str) -> Meaning | None:
        """`vendors.duties.contribute` for a duty in the articles of `vendors`."""
        if "duties" not in text:
            return None
        long = f"{scope}.{text}" if text.startswith("duties.") else text
        symbol = self.symbols.get(long.replace(".duties.", ".articles.duties.", 1))
        return Meaning((symbol.id,), symbol.kind) if symbol is not None else None

    def resolve(self, mention: Mention, scope: str) -> tuple[str, ...]:
        """The ids that a mention stands for; none, and a finding, if nothing fits."""
        wants = mention.wants
        meaning = self.meaning(mention, scope)
        if meaning is None:
            if wants.plain is not None and wants.plain.fullmatch(mention):
                return (str(mention),)
            self._unknown(mention, scope)
            return (str(mention),) if wants.keep else ()
        if not wants.takes(meaning.kind):
            if wants.plain is not None and wants.plain.fullmatch(mention):
                return (str(mention),)
            self._wrong_kind(mention, meaning)
            return ()
        self.references.extend(Reference(mention.span, str(mention), name) for name in meaning.ids)
        return meaning.ids

    def visible(self, scope: str, wants: Wants) -> Iterator[tuple[str, Symbol]]:
        """The declared names that would do for `wants`, as they are written inside the entity `scope`."""
        for symbol in self.symbols.values():
            if symbol.kind not in {"duty", "element"} and wants.takes(symbol.kind):
                inside = bool(scope) and symbol.id.startswith(f"{scope}.")
                yield (symbol.id.removeprefix(f"{scope}.") if inside else symbol.id), symbol

    def ambiguous(self, mention: Mention, ids: tuple[str, ...]) -> None:
        """Say that one body is wanted where a word gathers several."""
        names = ", ".join(f"`{name.rpartition('.')[2]}`" for name in ids)
        self.findings.append(
            Finding(
                "NAM105",
                Severity.ERROR,
                f"`{mention}` could be any of {names}",
                mention.span,
                label="one body must stand here",
                help=(
                    "name one of them, or declare an assembly of them all: assembly NAME of " + names.replace("`", ""),
                ),
            )
        )

    def _unknown(self, mention: Mention, scope: str) -> None:
        near = self._near(mention, scope)
        wanted = mention.wants.phrase
        advice = [f"{'or ' if near else ''}declare it: {_sketch(mention)}"] if mention.wants.kinds else []
        owner = mention.rpartition(".")[0]
        if owner:
            known = self.meaning(owner, scope)
            advice = [f"`{owner}` declares nothing of that name"] if known else [f"nothing is called `{owner}` either"]
        label = f"did you mean `{near[0]}`?" if near else f"{wanted} must stand here"
        if not scope and (mention in BARE_PARTS or mention.partition(".")[0] in ARTICLES):
            advice, label = [f"say whose: ENTITY.{mention}"], f"whose {mention}?"
        self.findings.append(
            Finding(
                "NAM101",
                Severity.ERROR,
                f"nothing in this charter is called `{mention}`",
                mention.span,
                label=label,
                help=tuple(advice),
                fixes=tuple(Fix(f"write `{name}`", (Edit(mention.span, name),)) for name in near),
            )
        )

    def _wrong_kind(self, mention: Mention, meaning: Meaning) -> None:
        said = mention.said_in.replace("_", " ")
        symbol = self.symbols.get(meaning.ids[0])
        declared = symbol.span if symbol is not None else None
        wanted = f"`{said}` wants {mention.wants.phrase}" if said else f"{mention.wants.phrase} must stand here"
        self.findings.append(
            Finding(
                "NAM103",
                Severity.ERROR,
                f"`{mention}` is {described(meaning.kind)}; {wanted}",
                mention.span,
                related=(Label(declared, f"declared here as {described(meaning.kind)}"),) if declared else (),
            )
        )

    def _near(self, mention: Mention, scope: str) -> list[str]:
        """Names like one that is not known, those that would fit, best first; three at most."""
        self._suggested += 1
        if self._suggested > _MOST_SUGGESTIONS:
            return []
        wants: Wants = mention.wants
        last = mention.rpartition(".")[2]
        spellings: dict[str, str] = {}
        for name, _ in self.visible(scope, wants):
            spellings.setdefault(name, name)
            if name != mention and name.rpartition(".")[2] == last:
                spellings[str(mention)] = name
        from difflib import get_close_matches

        close = get_close_matches(mention, spellings, 3, 0.6)
        return list(dict.fromkeys(spellings[spelling] for spelling in close))


def _sketch(mention: Mention) -> str:
    """How one would declare what a name stands for."""
    kinds = mention.wants.kinds
    if kinds >= BODY_KINDS or "party" in kinds:
        return f'party {mention} "…"'
    kind = next((kind for kind in ("commons", "value", "asset", "agreement", "currency") if kind in kinds), "party")
    return f'{kind} {mention} "…"'
