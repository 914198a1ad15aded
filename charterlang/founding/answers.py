"""From a model and answers to a charter: the model's text edited through its tree, laid out, and checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from charterlang._records import record
from charterlang.founding.models import Body, Model
from charterlang.founding.questions import (
    LISTS,
    MORE_PARTICULARS,
    PARTICULARS,
    aliases,
    counterparts,
    moves,
    retitled,
    slug,
    word,
)
from charterlang.founding.suit import checked, suited
from charterlang.source import Finding, Severity
from charterlang.syntax import Leaf, Node, format_document, parse, unquote

_NAME = re.compile(r"[^\W\d_](?:\w|-(?=\w))*")
_CURRENCY = re.compile(r"[A-Z]{3}")
Edits = dict[tuple[int, int], str]


class Unfit(Exception):  # noqa: N818  (it says of an answer why it does not do)
    """An answer that cannot be used: `key`, and the reason in a sentence for the founder."""

    def __init__(self, key: str, reason: str) -> None:
        """Say of the answer to `key` why it cannot be used."""
        super().__init__(f"{key}: {reason}")
        self.key = key
        self.reason = reason


@record
class Founded:
    """A charter made from a model: its text, laid out, and all that a check finds in it.

    `suited` says in words what was changed to suit the law of another country than the model's.
    """

    text: str
    findings: tuple[Finding, ...]
    suited: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings for which no papers would be written."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def found(model: Model, answers: Mapping[str, str], path: str = "new.charter") -> Founded:
    """The charter that `answers` make of `model`; what is not answered stays as the model has it.

    `path` is the name under which findings speak of it. An empty answer leaves a thing open. Under another law than
    the model's, each body takes the form most like its own with which the charter holds.

    Raises:
        Unfit: there is no such thing to answer, or the answer is not one.
    """
    given = accepted(model, answers)
    made = _made(model, given, path)
    moving = [body for body in model.bodies() if f"{body.id}.form" not in given and _moved(model, body, given)]
    for body in moving:
        if not made.errors:
            break
        for form, _ in counterparts(body, given["jurisdiction"])[1:]:
            other = _made(model, {**given, f"{body.id}.form": form}, path)
            if len(other.errors) < len(made.errors):
                made, given = other, {**given, f"{body.id}.form": form}
    return made


def _made(model: Model, given: Mapping[str, str], path: str) -> Founded:
    edits: Edits = {}
    for change in _changes(model, given):
        edits.update(change)
    text = model.text
    for (start, end), fresh in sorted(edits.items(), reverse=True):
        text = text[:start] + fresh + text[end:]
    text, done = suited(path, text)
    text = format_document(parse(path, text).value)
    return Founded(text, checked(path, text).findings, done)


def accepted(model: Model, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers under the keys of the model, tidied; those that are left empty fall away. Raises `Unfit`."""
    short = aliases(model)
    bodies = {body.id: body for body in model.bodies()}
    found: dict[str, str] = {}
    for key, value in answers.items():
        head, dot, rest = key.partition(".")
        full = f"{short.get(head, head)}{dot}{rest}"
        tidy = " ".join(value.split())
        known = {"title", "jurisdiction", "language", "currency", "place"} | bodies.keys()
        if not dot and full not in known:
            raise Unfit(key, _nothing(key, known | short.keys()))
        if dot:
            body = bodies.get(full.partition(".")[0])
            parts = ("name", "form", "purpose", *PARTICULARS, *MORE_PARTICULARS)
            takes = parts if body is not None and body.founded else ("name",) if body is not None else ()
            if rest not in takes:
                raise Unfit(key, _nothing(key, {f"{body.id}.{part}" for part in takes} if body else known))
        if tidy and (rest not in LISTS or tidy.strip(", ")):
            found[full] = _checked(key, rest or (full if full not in bodies else ""), tidy)
    return found


def _nothing(key: str, known: set[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, sorted(known), 1)
    return "the model has nothing of that name" + (f"; did you mean `{near[0]}`?" if near else "")


def _checked(key: str, kind: str, value: str) -> str:
    """The answer if it is one to a question of that kind. Raises `Unfit`."""
    if kind == "jurisdiction":
        return _jurisdiction(key, value)
    if kind == "currency" and not _CURRENCY.fullmatch(value.upper()):
        raise Unfit(key, f"`{value}` is no currency; write its three letters, as in EUR")
    if kind == "name" and not _NAME.fullmatch(value):
        raise Unfit(key, f"`{value}` cannot be a name; try `{slug(value)}`")
    if kind == "language":
        from charterlang.compiler import languages

        if value not in languages():
            raise Unfit(key, f"there are no papers in `{value}`; there are some in {', '.join(languages())}")
    if kind == "form":
        from charterlang import law

        if law.form_entry(value) is None:
            near = law.nearest_forms(value)
            raise Unfit(key, f"there is no legal form `{value}`" + (f"; did you mean `{near[0]}`?" if near else ""))
    return value.upper() if kind == "currency" else value


def _jurisdiction(key: str, value: str) -> str:
    """The code of a jurisdiction, from the code or the country's English name."""
    from charterlang import law
    from charterlang.law.places import place_name

    entries = (law.form_entry(name) for name in law.forms())
    codes = sorted({entry.jurisdiction for entry in entries if entry is not None})
    for code in codes:
        if value.casefold() in {code.casefold(), place_name(code).casefold()}:
            return code
    raise Unfit(key, f"no legal form of `{value}` is in the tables; there are some of {', '.join(codes)}")


def _changes(model: Model, given: Mapping[str, str]) -> Iterator[Edits]:
    """The edits, in order: a later one of the same place goes before an earlier one."""
    yield _name_of_the_whole(model, given.get("title", model.title))
    yield _header(model, given)
    for body in model.bodies():
        yield dict(_of_body(model, body, given))
    yield _names(model, given)


def _name_of_the_whole(model: Model, title: str) -> Edits:
    """The model's own name replaced wherever a text of it speaks of itself."""
    edits: Edits = {}
    for start, tree in model.trees():
        for leaf in tree.tokens():
            if leaf.kind == "STRING":
                old = unquote(leaf)
                new = retitled(old, old=model.title, new=title)
                if new != old:
                    edits[start + leaf.start, start + leaf.end] = quoted(new)
    return edits


def _header(model: Model, given: Mapping[str, str]) -> Edits:
    """Jurisdiction, language, currency (wherever an amount names it) and the place of the last instance."""
    edits: Edits = {}
    wanted = {"jurisdiction": "jurisdiction", "language": "language", "header_currency": "currency"}
    currency = ""
    for start, tree in model.trees():
        for kind, key in wanted.items():
            node = tree.node(kind) if tree.kind == "charter" else None
            if node is None:
                continue
            currency = word(tree, kind) if kind == "header_currency" else currency
            if key in given:
                edits[start + list(node.tokens())[-1].start, start + node.end] = given[key]
    for start, tree in model.trees():
        for part in tree.walk():
            if isinstance(part, Node) and part.kind == "money" and "currency" in given:
                edits.update(_swap(start, part, currency, given["currency"]))
            elif isinstance(part, Node) and part.kind == "disputes" and "place" in given:
                for leaf in part.tokens():
                    if leaf.kind == "STRING":
                        edits[start + leaf.start, start + leaf.end] = quoted(given["place"])
    return edits


def _swap(start: int, node: Node, old: str, new: str) -> Edits:
    return {(start + leaf.start, start + leaf.end): new for leaf in node.tokens() if leaf.text == old}


def _of_body(model: Model, body: Body, given: Mapping[str, str]) -> Iterator[tuple[tuple[int, int], str]]:
    """Title, purpose, legal form and particulars of one declaration."""
    if body.id in given:
        yield _place(body, body.tree.node("title"), "STRING"), quoted(given[body.id])
    purpose = given.get(f"{body.id}.purpose")
    if purpose:
        yield _place(body, body.tree.node("purpose"), "STRING"), quoted(purpose)
    form = given.get(f"{body.id}.form") or _moved(model, body, given)
    if form and body.form:
        yield _place(body, body.tree.node("form"), "FORM"), form
    lines = [
        f"    {key.replace('-', ' ')} {_listed(key, given[f'{body.id}.{key}'])}"
        for key in (*PARTICULARS, *MORE_PARTICULARS)
        if f"{body.id}.{key}" in given
    ]
    if lines:
        end = body.block + list(body.tree.leaves("RBRACE"))[-1].start
        yield (end, end), "\n  particulars {\n" + "\n".join(lines) + "\n  }\n"


def _moved(model: Model, body: Body, given: Mapping[str, str]) -> str:
    """The form that stands for the body's own under another law, "" where it can stay. Raises `Unfit`."""
    header = next(tree for _, tree in model.trees() if tree.kind == "charter")
    place = given.get("jurisdiction", "")
    if not place or not moves(body, word(header, "jurisdiction"), place):
        return ""
    fitting = counterparts(body, place)
    if not fitting:
        raise Unfit("jurisdiction", f"no legal form of {place} in the tables fits `{body.id}`; set {body.id}.form")
    return fitting[0][0]


def _place(body: Body, node: Node | None, kind: str) -> tuple[int, int]:
    """Where the leaf of that kind stands in a statement; just behind the name where the statement is not there."""
    leaf: Leaf | None = None
    if node is not None:
        leaf = next((part for part in node.tokens() if part.kind == kind), None)
    if leaf is not None:
        return body.block + leaf.start, body.block + leaf.end
    raise Unfit(body.id, "the model does not say it, so it cannot be changed")


def _listed(key: str, value: str) -> str:
    items = [item.strip() for item in value.split(",")] if key in LISTS else [value]
    return ", ".join(quoted(item) for item in items if item)


def quoted(text: str) -> str:
    """A text as a charter writes it, between quotes."""
    inner = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{inner}"'


def _names(model: Model, given: Mapping[str, str]) -> Edits:
    """New names, where each is declared and wherever it is used; a body named after the whole follows it."""
    names = model.loaded.names
    title = given.get("title", model.title)
    fresh = {
        body.id: slug(title) for body in model.bodies() if body.id == slug(model.title) and title != model.title
    } | {key.removesuffix(".name"): value for key, value in given.items() if key.endswith(".name")}
    top = {name for name in names.symbols if "." not in name}
    for old, new in fresh.items():
        taken = (top - fresh.keys()) | {other for name, other in fresh.items() if name != old}
        if new in taken:
            raise Unfit(f"{old}.name", f"`{new}` is the name of something else in this charter")
    edits: Edits = {}
    for symbol in names.symbols.values():
        if symbol.id in fresh and symbol.span is not None and symbol.span.file == model.path:
            edits[model.offsets(symbol.span)] = fresh[symbol.id]
    for reference in names.references:
        head = reference.text.partition(".")[0]
        if head in fresh and reference.id.partition(".")[0] == head and reference.span.file == model.path:
            start, _ = model.offsets(reference.span)
            edits[start, start + len(head)] = fresh[head]
    return edits
