"""The desk at which one paper is drafted: what its templates may say, and what is noted while they are run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from charterlang._records import record
from charterlang.law.form_rows import Form
from charterlang.law.places import place_name
from charterlang.model import Charter
from charterlang.model.entities import Particular
from charterlang.papers.body import Body
from charterlang.papers.catalogue import Catalogue, words
from charterlang.papers.duties import Duties
from charterlang.papers.markup import Phrase, slug
from charterlang.papers.names import Names
from charterlang.papers.phrases import Phrases, capital, clause_of
from charterlang.papers.press import Press
from charterlang.papers.tree import Blank, Inline, Level, Paper, Reference, Term, Text, Verbatim
from charterlang.papers.verdict_words import VerdictWords, sentence, unexamined
from charterlang.papers.wording import Wording, decides_by_consent, duty_clause, fraction_of, inserted_subjects
from charterlang.powers.verdicts import Verdicts
from charterlang.source import Finding, Sources


@record
class Assumption:
    """What a paper takes for granted where the charter is silent, and under which particular it can be said."""

    paper: str
    subject: str
    key: str
    text: str


@dataclass(slots=True)
class Office:
    """What all papers of one charter share: charter, verdicts, the words of the language, and what was noted."""

    charter: Charter
    verdicts: Verdicts | None
    sources: Sources
    catalogue: Catalogue
    press: Press
    forms: Mapping[str, Form | None]
    papers: list[Paper] = field(default_factory=list)
    assumptions: list[Assumption] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    clause_ids: dict[str, frozenset[str]] = field(default_factory=dict)

    def form(self, entity: str) -> Form | None:
        """The legal form of an entity, if the tables know it."""
        found = self.charter.entities.get(entity)
        return self.forms.get(found.form) if found else None


@dataclass(slots=True)
class Desk:
    """One paper in the making.

    `subject` is the id of what it is for; `body` and `deed` what that and the paper are called in it; `places` the
    clauses that word the parts of a constitution; `particulars` what was given to fill blanks with.
    """

    office: Office
    paper: str
    subject: str = ""
    body: str = ""
    deed: str = ""
    member: str = ""
    form: Form | None = None
    about: Body | None = None
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)
    particulars: tuple[Particular, ...] = ()
    home: str = ""
    phrases: Phrases = field(init=False)
    duties: Duties = field(init=False)
    wording: Wording = field(init=False)
    _vocabulary: dict[str, Any] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Lay out the wording of this paper."""
        office = self.office
        names = Names(office.charter, office.catalogue, self.subject, self.body, self.deed, self.home)
        self.phrases = Phrases(office.charter, office.catalogue, names, self.places)
        self.duties = Duties(self.phrases)
        self.wording = Wording(self.phrases)

    @property
    def names(self) -> Names:
        """What things are called in this paper."""
        return self.phrases.names

    @property
    def catalogue(self) -> Catalogue:
        """The words of the language."""
        return self.office.catalogue

    @property
    def jurisdiction(self) -> str:
        """Of the legal form, else of the charter."""
        return self.form.jurisdiction if self.form else self.office.charter.header.jurisdiction

    @property
    def place(self) -> str:
        """The jurisdiction by name, in the language of the paper."""
        return self.catalogue.name("places", self.jurisdiction) if self._has_place() else place_name(self.jurisdiction)

    @property
    def notice(self) -> str:
        """What stands on the face of every draft."""
        key = "notice" if self.jurisdiction else "notice without a place"
        return str(self.catalogue.say(key, place=self.place))

    def _has_place(self) -> bool:
        return self.catalogue.has("places") and self.jurisdiction in self.catalogue.pattern("places")

    # --- what is given, missing or assumed -----------------------------------------------------------------------

    def given(self, key: str) -> str:
        """The particular of that name, as the charter gives it, or ""."""
        wanted = slug(key)
        for particular in (*self.particulars, *self.office.charter.header.particulars):
            if slug(particular.key) == wanted and particular.values:
                values = [self.phrases.date(value) for value in particular.values]
                return str(self.catalogue.join(values))
        return ""

    def blank(self, key: str, hint: str) -> Phrase:
        """The particular of that name, or a blank to be filled in by hand."""
        found = self.given(key)
        prefix = f"{self.subject}." if self.subject else ""
        return words(found) if found else Phrase((Blank(f"{prefix}{slug(key)}", hint),))

    def office_of(self, party: str) -> Phrase:
        """The registered office of a party, from its own particulars, or the blank that its own papers have too."""
        entity = self.office.charter.entities.get(party)
        for particular in entity.particulars if entity else ():
            if slug(particular.key) == "registered-office" and particular.values:
                return self.catalogue.join(list(particular.values))
        hint = str(self.catalogue.say("hint for an office", of=self.office.charter.label(party)))
        return Phrase((Blank(f"{party}.registered-office", hint),))

    def assume(self, key: str, usual: str) -> Phrase:
        """The particular of that name, or the usual wording, noted as an assumption."""
        found = self.given(key)
        if not found:
            noted = Assumption(self.paper, self.subject, key, usual)
            if noted not in self.office.assumptions:
                self.office.assumptions.append(noted)
        return words(found or usual)

    def requires(self, *subjects: str) -> bool:
        """Whether the legal form asks its constitution to cover one of these subjects."""
        return self.form is not None and bool({required(each) for each in self.form.required_clauses} & set(subjects))

    # --- the names that templates may use ------------------------------------------------------------------------

    def vocabulary(self) -> dict[str, Any]:
        """What a template may use, by name; gathered when the paper is begun."""
        if not self._vocabulary:
            self._vocabulary.update(self._gathered())
        return self._vocabulary

    def _gathered(self) -> dict[str, Any]:
        phrases, names, catalogue, wording = self.phrases, self.names, self.catalogue, self.wording
        verdicts = VerdictWords(wording)
        functions: dict[str, Callable[..., Any]] = {
            "the": names.the,
            "bare": names.bare,
            "agree": lambda name, one, many: many if names.is_plural(name) else one,
            "has_versions": names.has_versions,
            "people": wording.people,
            "title": self.office.charter.label,
            "decision": phrases.decision,
            "rule": phrases.rule,
            "measure": phrases.measure,
            "act": phrases.act,
            "doing": phrases.doing,
            "heading": phrases.heading,
            "meaning": phrases.meaning,
            "thing": phrases.thing,
            "power_sentence": phrases.power,
            "tests": phrases.tests,
            "acts": lambda acts, word="and": catalogue.join([phrases.act(act) for act in acts], word),
            "doings": lambda acts, word="and": catalogue.join([phrases.doing(act) for act in acts], word),
            "named": wording.named,
            "worded": wording.worded,
            "say_voting": wording.voting,
            "say_profit": wording.profit,
            "say_seats": wording.seats,
            "say_own_seats": wording.own_seats,
            "say_surplus": wording.surplus,
            "say_flow": wording.flow,
            "say_floor": wording.floor,
            "duty_heading": wording.duty_heading,
            "duty_clause": duty_clause,
            "instrument": wording.instrument,
            "dispute_steps": wording.dispute_steps,
            "caps": wording.caps,
            "reserve_floors": wording.reserve_floors,
            "say_mode": wording.mode,
            "level": verdicts.level,
            "coalition": verdicts.coalition,
            "places": verdicts.places,
            "things": verdicts.things,
            "unexamined": unexamined,
            "sentence": sentence,
            "stop": lambda text: "" if text.rstrip().endswith((".", "!", "?", "…")) else ".",
            "plain_name": _plain_name,
            "sentence_start": lambda name: capital(_plain_name(name)),
            "country": place_name,
            "articles": lambda paper: sum(clause.level is Level.ARTICLE for clause in paper.walk()),
            "decides_by_consent": decides_by_consent,
            "inserted_subjects": inserted_subjects,
            "fraction_of": lambda text: catalogue.fraction(fraction_of(text)),
            "uncapped": lambda text: text[:1].lower() + text[1:],
            "clause_of": clause_of,
            "duty": self.duties.sentence,
            "duty_terms": self.duties.terms,
            "consequence": self.duties.consequence,
            "money": phrases.money,
            "date": phrases.date,
            "share": catalogue.percent,
            "fraction": catalogue.fraction,
            "count": catalogue.count,
            "number": catalogue.number,
            "duration": catalogue.duration,
            "every": catalogue.every,
            "period": lambda name: catalogue.name("a period", name),
            "join": lambda parts, word="and": catalogue.join(list(parts), word),
            "word": catalogue.name,
            "say": catalogue.say,
            "cap": _capital,
            "tail": lambda name: slug(str(name).rsplit(".", 1)[-1]),
            "slug": slug,
            "blank": self.blank,
            "office_of": self.office_of,
            "assume": self.assume,
            "given": self.given,
            "requires": self.requires,
            "law_text": _law_text,
            "verbatim": Verbatim,
            "is_share": lambda value: isinstance(value, Fraction),
        }
        charter = self.office.charter
        body = Phrase((Term(slug(self.body), self.body),)) if self.body else Phrase(())
        return {
            **functions,
            "charter": charter,
            "elements": charter.elements,
            "verdicts": self.office.verdicts,
            "papers": tuple(self.office.papers),
            "assumptions": tuple(self.office.assumptions),
            "it": self.about,
            "entity": self.about.entity if self.about else None,
            "form": self.form,
            "body": catalogue.say("the term", term=body) if self.body else body,
            "body_name": self.body,
            "deed": self.deed,
            "member": self.member,
            "family": self.about.family.name if self.about else "",
            "jurisdiction": self.jurisdiction,
            "place": self.place,
            "us": self.jurisdiction.startswith("US"),
        }


def required(clause: str) -> str:
    """The slug of a required clause without the condition that stands behind it: "assets-on-dissolution (AO)"."""
    return slug(clause.partition(" (")[0])


def _capital(said: Phrase | str) -> Phrase | str:
    """The words with a capital at their start."""
    if isinstance(said, str):
        return capital(said)
    if not said.inlines:
        return said
    first, *rest = said.inlines
    changed: Inline = Text(capital(first.text)) if type(first) is Text else first
    return Phrase((changed, *rest))


def _plain_name(name: str) -> str:
    """The name of a value as words: "self rule"."""
    return name.rsplit(".", 1)[-1].replace("-", " ").replace("_", " ")


def _law_text(spdx_id: str) -> Verbatim | None:
    """The official wording of a licence, where it is installed."""
    from charterlang.law.texts import licence_text

    found = licence_text(spdx_id)
    return Verbatim(found) if found else None


def reference(clause: str) -> Phrase:
    """A reference to a clause."""
    return Phrase((Reference(clause),))
