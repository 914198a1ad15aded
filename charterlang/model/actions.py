"""What can be done to a thing: the action words of powers, vetoes, breaches and promises."""

from __future__ import annotations

from charterlang._records import record
from charterlang.model.vocabulary import Table, Word

ENTITY = "entity"
PART = "part"
"""A part of a constitution: `articles`, `articles.powers`, `purpose`, `asset-lock` …"""

_BODIES = frozenset({"class", "organ"})
_TITLES = frozenset({"asset", "commons", ENTITY, "class"})
_ANY: frozenset[str] = frozenset()


@record
class Action(Word):
    """An action word.

    `irreversible` marks acts that no later election undoes: what has been sold, opened up or paid out is gone. `upon`
    are the families of things it can be done to (`entity`, `class`, `organ`, `commons`, `asset`, `agreement`, `part`,
    `provision`, `value`, `currency`); empty for any.
    """

    irreversible: bool = False
    upon: frozenset[str] = _ANY


def _action(word: str, meaning: str, upon: frozenset[str], synonyms: str = "") -> Action:
    return Action(word, meaning, tuple(synonyms.split()), irreversible=False, upon=upon)


def _final(word: str, meaning: str, upon: frozenset[str], synonyms: str = "") -> Action:
    return Action(word, meaning, tuple(synonyms.split()), irreversible=True, upon=upon)


_ENTITY = frozenset({ENTITY})
_PROPERTY = frozenset({"asset", "commons", ENTITY, "class", "currency"})
_TEXTS = frozenset({PART, "agreement", "commons", "asset", ENTITY, "class", "organ", "provision", "currency", "value"})
_SHARED = frozenset({"asset", "commons", "provision", ENTITY})

ACTIONS = Table(
    "action",
    (
        _action("act", "Acts for a body in all that nothing else settles, or steers the use of a thing.",
                _ANY, "operate manage run represent use"),
        _final("relicense", "Puts future versions of a commons under other terms.", _PROPERTY, "relicence"),
        _action("license", "Lets somebody use a thing, or a name, on terms.", _PROPERTY,
                "licence sublicense sublicence"),
        _final("transfer", "Passes the title of a thing to somebody else.", _TITLES, "assign give convey donate"),
        _final("sell", "Passes a thing, or a body with all it holds, to a buyer.", _TITLES, "sale alienate"),
        _action("lease", "Lets a thing to somebody for a time.", _SHARED, "let rent"),
        _action("pledge", "Puts a thing up as security for a debt.", _TITLES, "mortgage charge encumber"),
        _action("admit", "Takes somebody into a class of members.", _BODIES | {ENTITY}, "accept"),
        _action("expel", "Puts a member out.", _BODIES | {ENTITY}, "exclude"),
        _action("appoint", "Fills a seat or an office by naming somebody.", _BODIES | {ENTITY}, "nominate name"),
        _action("elect", "Fills a seat or an office by a vote.", _BODIES | {ENTITY}),
        _action("remove", "Takes somebody out of a seat or an office before the term ends.", _BODIES | {ENTITY},
                "recall dismiss"),
        _action("amend", "Changes the wording of a constitution, an agreement, a licence or a set of terms.", _TEXTS,
                "change alter revise"),
        _final("convert", "Turns a body into another legal form, or a gift economy into a trade.", _SHARED | {"class"},
               "transform demutualise demutualize"),
        _final("merge", "Joins a body with another into one.", _ENTITY, "amalgamate"),
        _final("split", "Parts a body, or hives off what it holds.", _ENTITY | {"asset", "commons"},
               "demerge spin-off"),
        _final("dissolve", "Ends a body, or an organ of it.", _ENTITY | _BODIES | {"agreement", "provision"},
               "wind-up liquidate abolish"),
        _final("distribute", "Pays value out to those who own or steer a body.", _ENTITY | {"asset", "class"},
               "pay-out"),
        _action("borrow", "Takes up a loan.", _ENTITY),
        _action("lend", "Gives a loan.", _ENTITY | {"asset"}),
        _action("spend", "Pays money out for a purpose.", _ENTITY | {"asset", "provision"}, "pay"),
        _action("invest", "Puts money into another body or a thing.", _ENTITY | {"asset"}),
        _action("terminate", "Ends an agreement before its time.",
                frozenset({"agreement", "provision", "commons", "asset"}), "end cancel rescind revoke"),
        _action("close", "Shuts access to what was open.", _SHARED | {"class", "agreement"}, "shut enclose restrict"),
        _action("open", "Gives access to what was closed.", _SHARED | {"class"}),
        _action("move", "Takes a commons, a seat or a service somewhere else.", _SHARED | {"organ"},
                "relocate migrate"),
        _action("fork", "Carries a commons on elsewhere, from a full copy.", frozenset({"commons", "asset", ENTITY})),
        _action("export", "Takes data out, for oneself or for others.", frozenset({"commons", "asset", ENTITY})),
        _action("withhold", "Denies somebody the use of a name, a channel or a service.", _SHARED | {"currency"},
                "deny block withdraw suspend-access"),
        _action("price", "Sets what something costs.", _SHARED | {"currency"}, "set-price raise-price"),
        _action("drop", "Gives up a mark of trust, a policy or a promise.", _ANY, "abandon give-up"),
        _action("introduce", "Brings in what was kept out, such as trade into a gift.", _ANY),
        _action("release", "Publishes a version under the name.", frozenset({"commons", "asset"}), "publish ship"),
        _action("issue", "Makes new shares, memberships or units.", frozenset({"class", "currency", ENTITY})),
        _action("redeem", "Buys shares or memberships back.", frozenset({"class", ENTITY}), "buy-back repurchase"),
        _action("share", "Passes data or a thing on to others.", frozenset({"asset", "commons"}), "disclose"),
        _action("delete", "Destroys what was held.", frozenset({"asset", "commons"}), "destroy erase"),
        _action("rename", "Gives another name.", frozenset({"commons", "asset", ENTITY})),
        _action("hire", "Employs somebody.", _ENTITY | _BODIES, "employ"),
        _action("contract-out", "Hands work that a body did itself to another, by contract.", _SHARED, "outsource"),
        _action("annul", "Sets a decision of others aside.", _ANY, "overrule"),
        _action("enforce", "Holds a debtor to a duty.", _ANY),
        _action("waive", "Lets a debtor off a duty.", _ANY),
        _action("veto", "Stops a decision of others.", _ANY, "object"),
        _action("decide", "Settles a question that the charter leaves to a body.", _ANY, "approve determine"),
    ),
)  # fmt: skip


def action(word: str) -> Action | None:
    """The action of that word or synonym, or None."""
    found = ACTIONS.find(word)
    return found if isinstance(found, Action) else None


def is_irreversible(word: str) -> bool:
    """Whether no later election undoes the act; False for a word that is not known."""
    found = action(word)
    return found is not None and found.irreversible
