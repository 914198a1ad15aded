"""What a founder is asked, in plain words, each with the answer that the model gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from charterlang._records import record
from charterlang.founding.models import Body, Model, said
from charterlang.syntax import Node

PARTICULARS: Mapping[str, str] = {
    "registered-office": "Where is the registered office of {title}?",
    "founders": "Who founds {title}? Names, with commas between them",
    "first-board": "Who sits on the first board of {title}? Names, with commas between them",
}
"""What every registrar asks for: the key after the body's name, and the question."""

MORE_PARTICULARS = ("capital", "minimum-capital", "county", "agent", "area", "endowment", "guarantee")
"""What some registrars ask for besides; no question of the interview, but it can be set."""

LISTS = frozenset({"founders", "first-board"})
ALIASES = ("commons", "association", "firm")
"""Words that stand for the first of their kind in a model, so that one script serves all models."""


@record
class Question:
    """One question. `default` is what the model says; `choices` are the answers to pick from as (answer, in words).

    `optional` marks what may be left open: the papers then show a blank.
    """

    key: str
    words: str
    default: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    optional: bool = False


def questions(model: Model, answers: Mapping[str, str]) -> tuple[Question, ...]:
    """Everything that is asked of `model`, in order; `answers` so far shape the questions that follow."""
    return tuple(_questions(model, answers))


def _questions(model: Model, answers: Mapping[str, str]) -> Iterator[Question]:
    header = next(tree for _, tree in model.trees() if tree.kind == "charter")
    yield Question("title", "What is the whole called?", model.title)
    yield Question(
        "jurisdiction", "Under which country's law, and which state's where that counts?", word(header, "jurisdiction")
    )
    yield Question("language", "In which language are the papers?", word(header, "language"))
    yield Question("currency", "In which currency do you count?", word(header, "header_currency"))
    renamed = partial(retitled, old=model.title, new=answers.get("title") or model.title)
    home = word(header, "jurisdiction")
    place = answers.get("jurisdiction") or home
    seen: set[tuple[str, bool]] = set()
    for body in model.bodies():
        title = answers.get(body.id) or renamed(body.title)
        first = (body.keyword, body.external) not in seen
        seen.add((body.keyword, body.external))
        yield Question(body.id, _called(body, first=first), renamed(body.title))
        if not body.founded:
            continue
        yield Question(f"{body.id}.purpose", f"What is {title} for?", renamed(body.purpose))
        moved = moves(body, home, place)
        choices = counterparts(body, place) if moved else _fitting(body, _country_of(body) or place)
        if body.form and len(choices) > 1:
            default = choices[0][0] if moved else body.form
            yield Question(f"{body.id}.form", f"Which legal form shall {title} have?", default, choices)
        for key, asked in PARTICULARS.items():
            yield Question(f"{body.id}.{key}", asked.format(title=title), optional=True)
    town = first_place(model)
    if town:
        yield Question("place", "Where are disputes heard that talking does not settle?", town)


def settled(model: Model) -> Iterator[tuple[str, str, str]]:
    """Every key that can be set, what it is, and what the model says."""
    for question in questions(model, {}):
        yield question.key, question.words, question.default
    for body in model.bodies():
        yield f"{body.id}.name", f"the name by which the charter itself speaks of {body.title or body.id}", body.id
        if body.founded and body.form:
            yield f"{body.id}.form", f"the legal form of {body.title or body.id}", body.form
    for alias, body_id in aliases(model).items():
        yield alias, f"the same as {body_id}, and {alias}.… as {body_id}.…", ""


def aliases(model: Model) -> dict[str, str]:
    """What `commons`, `association` and `firm` stand for in a model that does not use these names itself."""
    bodies = model.bodies()
    found: dict[str, str] = {}
    for alias in ALIASES:
        first = next((body for body in bodies if body.keyword == alias and not body.external), None)
        if first is not None and all(body.id != alias for body in bodies):
            found[alias] = first.id
    return found


def retitled(text: str, *, old: str, new: str) -> str:
    """`text` with the model's own name replaced: as it stands, in capitals, in small letters as in a web address."""
    if not old or old == new:
        return text
    spellings = {old: new, old.upper(): new.upper(), old.lower(): slug(new)}
    pattern = "|".join(re.escape(spelling) for spelling in spellings)
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", lambda match: spellings[match[0]], text)


def slug(title: str) -> str:
    """A name for a title: small letters, with dashes between the words."""
    name = re.sub(r"[\W_]+", "-", title.lower()).strip("-")
    return name if name and not name[0].isdigit() else f"the-{name}".rstrip("-")


def counterparts(body: Body, place: str) -> tuple[tuple[str, str], ...]:
    """The legal forms of a jurisdiction that could stand for that of `body`, the most alike first."""
    from charterlang import law

    have = law.form(body.form)
    rows = [row for row in map(law.form, dict(_fitting(body, place))) if row is not None]
    if have is None:
        return tuple((row.id, _named(row.native_name, row.english)) for row in rows)
    rows.sort(
        key=lambda row: (
            row.id != have.id,
            row.kind != have.kind,
            row.nonprofit != have.nonprofit,
            row.voting.rule != have.voting.rule,
            row.asset_lock.kind != have.asset_lock.kind,
            row.distribution.rule != have.distribution.rule,
            row.jurisdiction != place,
            row.id,
        )
    )
    return tuple((row.id, _named(row.native_name, row.english)) for row in rows)


def moves(body: Body, home: str, place: str) -> bool:
    """Whether a body takes another form where a charter moves from `home` to `place`: not one that lives elsewhere."""
    return bool(body.form) and place != home and _country_of(body) in {home, home.partition("-")[0]}


def _country_of(body: Body) -> str:
    """The jurisdiction of the form of a body, "" where it has none."""
    from charterlang import law

    entry = law.form_entry(body.form) if body.form else None
    return entry.jurisdiction if entry is not None else ""


def _fitting(body: Body, place: str) -> tuple[tuple[str, str], ...]:
    """The legal forms of a jurisdiction, or of its country, that fit the circle of `body`."""
    from charterlang import law

    here = {place, place.partition("-")[0]}
    entries = [entry for entry in map(law.form_entry, law.forms()) if entry is not None]
    return tuple(
        (entry.id, _named(entry.native_name, entry.english))
        for entry in entries
        if entry.jurisdiction in here and body.keyword in entry.roles
    )


def _named(native: str, english: str) -> str:
    return native if native == english else f"{native} ({english})"


def _called(body: Body, *, first: bool) -> str:
    """How to ask for the name of a body; `first` is said of the first that is founded of its keyword."""
    asked = {
        "commons": "What is the commons called that all share?",
        "association": "What is the association called that protects it?",
        "firm": "What is the firm called that makes a living around it?",
    }
    if body.keyword not in asked or body.external:
        return f"Who or what is the {body.id.replace('-', ' ')} in your case?"
    return asked[body.keyword] if first else f"And what is the {body.keyword} called that is {body.title} in the model?"


def word(tree: Node, kind: str) -> str:
    """The last word of a statement of that kind, "" where it is not said."""
    node = tree.node(kind)
    leaves = list(node.tokens()) if node is not None else []
    return leaves[-1].text if leaves else ""


def first_place(model: Model) -> str:
    """Where the model has disputes heard in the end."""
    return next((said for _, tree in model.trees() for said in _places(tree)), "")


def _places(tree: Node) -> Iterator[str]:
    for part in tree.walk():
        if isinstance(part, Node) and part.kind == "disputes":
            town = said(Node("", (part,), 0, 0), "disputes")
            if town:
                yield town
