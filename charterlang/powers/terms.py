"""The words of law on which the analysis turns: what consents test, what locks stand on, what kinds of thing do.

Each table row is a rule with a reason; adding a word is adding a row.
"""

from __future__ import annotations

EVERY = "every"
MONEY = "money"
NOTHING = "nothing"

CONSENT_TESTS: dict[str, str] = {
    # An authority may refuse only on the ground that the law gives it. These grounds reach every value …
    "purpose": EVERY,
    "use": EVERY,
    "public-interest": EVERY,
    "charitable-purpose": EVERY,
    "community-interest": EVERY,
    "future-beneficiaries": EVERY,
    "future-generations": EVERY,
    "mission": EVERY,
    "members-interest": EVERY,
    "project-interest": EVERY,
    "own-interest": EVERY,
    "independence": EVERY,
    "community-base": EVERY,
    "reasonableness": EVERY,
    "discretion": EVERY,
    # … these reach only the money …
    "price": MONEY,
    "fair-value": MONEY,
    "full-value": MONEY,
    "charitable-value": MONEY,
    "charitable-assets": MONEY,
    "creditors-value": MONEY,
    "creditor-value": MONEY,
    "creditors": MONEY,
    # … and these reach no value of a commons.
    "competition": NOTHING,
    "procedure": NOTHING,
    "disclosure": NOTHING,
    "solvency": NOTHING,
    "legality": NOTHING,
    "fiduciary-duty": NOTHING,
    "national-security": NOTHING,
    "security": NOTHING,
    "fitness": NOTHING,
    "rates": NOTHING,
    "budget": NOTHING,
    "registration": NOTHING,
}


def tests_value(tests: tuple[str, ...], *, money: bool) -> bool:
    """Whether a consent with these tests guards a value (`money`: the asset lock). No test named: free discretion."""
    if not tests:
        return True
    grounds = {CONSENT_TESTS.get(test, NOTHING) for test in tests}
    return EVERY in grounds or (money and MONEY in grounds)


OUTSIDE_BASES = frozenset(
    {
        "statute", "charity-law", "trust", "trust-law", "ground-lease", "lease", "covenant", "easement", "public-law",
        "constitution", "deed-restriction", "land-register", "charity", "foundation-law", "registered-right",
    }
)  # fmt: skip
"""Bases of a lock that nobody inside can lift: they bind by law or by a right in the thing itself."""

OPEN_LOCKS = frozenset({"use", "purpose"})
"""What a lock must hold for the thing to stay what it is; a lock on value keeps only the money."""

IRREVERSIBLE = frozenset(
    {"sell", "transfer", "convert", "relicense", "merge", "dissolve", "demutualise", "distribute", "close", "assign"}
)
"""Acts that no later election undoes: a sitting organ that decides them alone is a party of its own."""

ENDS_OF_DUTY: dict[str, frozenset[str]] = {
    "publish": frozenset({"relicense", "close", "withhold"}),
    "asset-lock": frozenset({"distribute", "convert", "dissolve", "merge"}),
    "license": frozenset({"withhold", "transfer", "sell"}),
    "keep": frozenset({"sell", "transfer", "close", "convert", "withhold", "move"}),
    "hand-over": frozenset({"withhold", "sell"}),
}
"""What a duty of each kind forbids its debtor, upon the things it names (an asset lock: upon the debtor itself)."""

OPERATING = frozenset(
    {"close", "withhold", "act", "price", "move", "license", "change", "introduce", "operate", "stop"}
)
"""Breaches by running a thing badly: a community that can leave whole must be asked first ("by exit")."""

SAME_ACT: dict[str, frozenset[str]] = {
    "sell": frozenset({"sell", "transfer", "assign"}),
    "transfer": frozenset({"transfer", "sell", "assign"}),
    "assign": frozenset({"transfer", "sell", "assign"}),
    "convert": frozenset({"convert", "demutualise"}),
    "demutualise": frozenset({"convert", "demutualise"}),
    "withhold": frozenset({"withhold", "license", "act"}),
    "price": frozenset({"price", "set"}),
    "close": frozenset({"close", "stop"}),
}
"""Words for one and the same act in law: whoever may sell a thing may transfer it."""

NAME_KINDS = frozenset(
    {"trademark", "mark", "name", "brand", "logo", "certification-mark", "collective-mark", "masthead", "badge"}
)
CHANNEL_KINDS = frozenset(
    {
        "domain", "repository", "registry", "channel", "release-channel", "app-store", "website", "site",
        "package-index",
        "mailing-list", "forge", "directory", "update-service", "account",
    }
)  # fmt: skip
INFRASTRUCTURE_KINDS = frozenset(
    {"infrastructure", "server", "servers", "hosting", "platform", "service", "cloud", "network", "compute"}
)
TITLE_KINDS = frozenset(
    {"copyright", "title", "copyright-title", "patent", "patents", "database-right", "design-right"}
)
FUND_KINDS = frozenset({"fund", "reserves", "money", "capital", "endowment"})


def role_of(kind: str) -> str:
    """What an asset of this kind does for a commons: name, channel, infrastructure, title, fund, or substance."""
    for role, kinds in (
        ("name", NAME_KINDS),
        ("channel", CHANNEL_KINDS),
        ("infrastructure", INFRASTRUCTURE_KINDS),
        ("title", TITLE_KINDS),
        ("fund", FUND_KINDS),
    ):
        if kind in kinds:
            return role
    return "substance"


SMALL_CLASS = 50
"""A closed class of at most so many, admitted at will, is its gatekeeper's: a circle of friends, not an electorate."""

ENTRY_PEOPLE = 10_000
"""How many people a campaign can bring into a class in one voting round; known packings took tens to thousands."""

ENTRY_COST = 1_000_000
"""Total fees, in the currency of the fee, above which joining is a real cost: buying in, not turning up."""
