"""What things are called in one paper: defined terms for what the paper constitutes, titles for everything else."""

from __future__ import annotations

from charterlang._records import record
from charterlang.model import Charter
from charterlang.model.entities import Entity, MemberClass, Organ
from charterlang.model.things import Agreement, Asset, Commons, Provision, Value
from charterlang.papers.catalogue import Catalogue, words
from charterlang.papers.markup import Phrase, slug
from charterlang.papers.tree import Definition, Term


@record
class Names:
    """The names of one paper.

    `subject` is the id of the entity, agreement or commons the paper is for (or ""); `body` what it is called in its
    own paper ("Association"), `deed` what the paper is called in itself ("Bylaws"); `home` an entity whose organs and
    classes the paper names without saying each time whose they are.
    """

    charter: Charter
    catalogue: Catalogue
    subject: str = ""
    body: str = ""
    deed: str = ""
    home: str = ""

    # --- names in a sentence -----------------------------------------------------------------------------------

    def the(self, name: str) -> Phrase:
        """The element `name` as a sentence names it, with its article: "the General Assembly", "Weft eG"."""
        charter, say = self.charter, self.catalogue.say
        if name == self.subject and self.body:
            return say("the term", term=Phrase((Term(slug(self.body), self.body),)))
        if name in charter.organs:
            return self._of_owner(charter.organs[name].entity, name, self.title(name))
        if name in charter.classes:
            return self._of_owner(charter.classes[name].entity, name, self.title(name))
        if name in charter.entities:
            return self._party(charter.entities[name])
        if name in charter.commons:
            return self._commons(charter.commons[name])
        if name in charter.assets:
            asset = charter.assets[name]
            kind = self.catalogue.name("asset kinds", asset.kind)
            return (
                say("the asset", kind=kind, title=asset.title) if asset.title else say("the untitled asset", kind=kind)
            )
        if name in charter.agreements:
            return say("the agreement", title=self.title(name))
        if name in charter.provisions:
            return say("the provision", title=self.title(name))
        if name in charter.values:
            return say("the value", title=charter.values[name].title or self.title(name))
        if name in charter.currencies:
            return words(charter.currencies[name].title or name)
        return words(self.title(name))

    def bare(self, name: str) -> str:
        """The element as a heading names it: "General Assembly"."""
        if name == self.subject and self.body:
            return self.body
        return self.title(name)

    def has_versions(self, commons: Commons) -> bool:
        """Whether a commons is of a kind that comes in versions."""
        return commons.kind in self.catalogue.pattern("kinds with versions")

    def is_plural(self, name: str) -> bool:
        """Whether a sentence about the element takes a verb in the plural: "the Trustees decide"."""
        head = self.title(name).casefold().partition(" of ")[0]
        return head.endswith("s") and not head.endswith(tuple(self.catalogue.pattern("singular endings")))

    def title(self, name: str) -> str:
        """Its own title without an article; where it has none, its name with capitals and open hyphens."""
        found = self.charter.elements.get(name)
        given = str(getattr(found, "title", ""))
        if isinstance(found, Commons) and given:
            return self._without_article(given.split(",", 1)[0])
        if given:
            return self._without_article(given)
        own = name.rsplit(".", 1)[-1].replace("-", " ").replace("_", " ")
        if isinstance(found, Organ | MemberClass):
            own = own.title()
            if isinstance(found, MemberClass) and found.kind == "shares" and not self._is_share_word(own):
                own = str(self.catalogue.say("share class", name=own))
        return own

    def _is_share_word(self, name: str) -> bool:
        return name.casefold().endswith(tuple(self.catalogue.pattern("words for shares")))

    def _without_article(self, title: str) -> str:
        for article in self.catalogue.pattern("articles of titles"):
            if title.casefold().startswith(article):
                return title[len(article) :]
        return title

    def _of_owner(self, owner: str, name: str, title: str) -> Phrase:
        """An organ or a class: a term in its owner's paper, "the Council of Loom Foundation" elsewhere."""
        if owner in (self.subject, self.home):
            return self.catalogue.say("the term", term=Phrase((Term(name, title),)))
        return self.catalogue.say("of its owner", name=title, owner=self.the(owner))

    def _party(self, party: Entity) -> Phrase:
        if not party.title:
            return self.catalogue.say("the untitled party", name=party.id.replace("-", " "))
        lower = party.title.casefold()
        articles = tuple(self.catalogue.pattern("articles of titles"))
        if lower.startswith(articles):
            return self.catalogue.say("the party", name=self._without_article(party.title))
        inside = any(part in lower for part in self.catalogue.pattern("titles with an article have"))
        pronoun = lower.startswith(tuple(self.catalogue.pattern("titles without an article open with")))
        constituted = party.kind in ("association", "firm", "investor")
        if (party.kind == "fund" or (inside and not constituted)) and not pronoun:
            return self.catalogue.say("the party", name=party.title)
        return words(party.title)

    def _commons(self, commons: Commons) -> Phrase:
        title = self.title(commons.id)
        term = Phrase((Term(commons.id, title),))
        if commons.title and self._without_article(commons.title) != commons.title:
            return self.catalogue.say("the term", term=term)
        return self.catalogue.set("{term}", term=term)

    # --- definitions -------------------------------------------------------------------------------------------

    def definition(self, key: str) -> Definition | None:
        """What the term `key` means where it is the name of an element of the model; None otherwise."""
        found = self.charter.elements.get(key)
        if key == slug(self.body) and self.subject:
            title = getattr(self.charter.elements.get(self.subject), "title", "") or self.subject
            return Definition(key, self.body, self.catalogue.say("define self", title=title).inlines)
        if isinstance(found, Commons):
            return Definition(key, self.title(key), self._commons_meaning(found).inlines)
        if isinstance(found, Organ | MemberClass):
            kind = self.catalogue.name("kinds of bodies", found.kind)
            meaning = self.catalogue.say("define body", kind=kind, owner=self.the(found.entity))
            return Definition(key, self.title(key), meaning.inlines)
        return None

    def _commons_meaning(self, commons: Commons) -> Phrase:
        what = commons.produces or self.catalogue.name("commons kinds", commons.kind)
        key = "define commons with versions" if self.has_versions(commons) else "define commons"
        return self.catalogue.say(key, title=commons.title or commons.id, what=what)


def kind_of(charter: Charter, name: str, subject: str) -> str:
    """Of what kind the thing of an act is, for the choice of words: articles, part, self, entity, class and so on."""
    owner, _, part = name.partition(".articles")
    if (owner in charter.entities and name != owner) and ".articles" in name:
        return "part" if part else "articles"
    if name == subject and name in charter.entities:
        return "self"
    found = charter.elements.get(name)
    if isinstance(found, Organ) and found.kind == "office":
        return "office"
    kinds = (
        (Entity, "entity"), (MemberClass, "class"), (Organ, "organ"), (Commons, "commons"), (Asset, "asset"),
        (Agreement, "agreement"), (Provision, "provision"), (Value, "value"),
    )  # fmt: skip
    return next((kind for type_, kind in kinds if isinstance(found, type_)), "other")
