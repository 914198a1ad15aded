"""Legal forms: what a statute says of a body when its charter is silent, what it forbids and what it demands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Literal

from charterlang.law.rows import UNVERIFIED, Confidence, Row, Shape, Words, trust

Kind = Literal["association", "foundation", "cooperative", "company", "trust", "status"]
"""`status` is a label laid over a host form, such as the French *société à mission*: it lasts while the status does."""

Role = Literal["association", "firm"]
"""Which circles a form may fill: `association` protects a commons, `firm` earns livelihoods around it."""

Share = Annotated[str, Shape(r"[1-9][0-9]*/[1-9][0-9]*")]
"""A fraction written as lawyers write it: "3/4"."""

OrganKind = Literal["assembly", "board", "supervision", "officer", "audit", "other"]


class Cap(Row):
    """A limit the law sets on value leaving a body, or a floor on what must stay.

    `applies_to` says in words what is limited; `target` is its slug (`dividends`, `interest`, `reserves`, `redemption`,
    `pay` …); `bound` tells a most from a least; `value` is a number in `unit`, or the statute's formula in words where
    it is not one number ("postal savings bond rate + 2.5 points").
    """

    applies_to: Words
    target: Words
    bound: Literal["max", "min"]
    value: int | float | Words
    unit: Words
    note: str = ""

    @property
    def percent(self) -> Fraction | None:
        """The limit as a number of percent, or None where the law states a formula or an amount: then ask."""
        if isinstance(self.value, str) or not self.unit.startswith("percent"):
            return None
        return Fraction(str(self.value))

    @property
    def is_share_of_profit(self) -> bool:
        """Whether the number is a share of profit or surplus, under no "unless"."""
        whole = self.value == 0 and self.unit == "percent"
        return whole or bool(re.match(r"percent of .*(profit|surplus|result)", self.unit))

    def words(self) -> str:
        """The cap as a sentence part: "at most 35 percent of distributable profits: dividends, all shares together"."""
        if self.percent == 0 and self.bound == "max":
            unless = self.unit.removeprefix("percent") if " unless " in self.unit else ""
            return f"nothing{unless}: {self.applies_to}"
        limit = "at most" if self.bound == "max" else "at least"
        figure = f"{self.value}" if isinstance(self.value, str) else f"{self.value:g} {self.unit}"
        return f"{limit} {figure}: {self.applies_to}"


class Distribution(Row):
    """Whether value may be paid out to those who own or steer the body: `none`, `capped` by `caps`, or `free`."""

    rule: Literal["none", "capped", "free"]
    caps: tuple[Cap, ...]


class AssetLock(Row):
    """What keeps the assets in the circle.

    `kind` is `statutory` (imposed by law), `optional-entrenched` (a choice that cannot be taken back alone), `optional`
    (a plain clause of the statutes) or `none`. `way_out` says who can end it: `none` (nobody), `other-lock` (only into
    another locked form), `outside-consent` (an authority or a right-holder must agree), `members` (the body's own
    organs, by amendment or by leaving the status), `partial` (it holds for a part of the assets or of the bodies),
    `terms` (as the statutes or the trust deed say), `no-lock`. `removable` is the statute's answer in words,
    `recipients` who may take what is left.
    """

    kind: Literal["statutory", "optional-entrenched", "optional", "none"]
    way_out: Literal["none", "other-lock", "outside-consent", "members", "partial", "terms", "no-lock"]
    recipients: tuple[Words, ...]
    removable: Words
    note: str = ""


class Voting(Row):
    """How members vote by law; `limits` are the statute's bounds on it, in words."""

    rule: Literal[
        "one-member-one-vote",
        "by-shares",
        "classes",
        "capped-votes",
        "trustees",
        "contract",
        "free-by-statutes",
        "by-host-form",
    ]
    limits: tuple[Words, ...]


class Authority(Row):
    """A public authority whose consent the law asks for a change of the constitution.

    `matters` are the changes it must consent to (`all` for every change); `tests` is the ground on which it may refuse,
    None where the text read names none: a consent protects only what it tests. `when` limits it to some bodies.
    """

    body: Words
    matters: tuple[Literal["all", "purpose", "asset-lock", "distribution", "members", "organs", "amendment"], ...]
    tests: Literal["purpose", "procedure"] | None
    when: str = ""


class Amendment(Row):
    """How the constitution may be changed.

    `threshold` is the least share of `basis` that carries a change, None where the law fixes none: then `rule` says
    what governs ("per statutes"), and the charter has to say it. `extra_consents` are further conditions in words,
    `authorities` those among them that are a public authority's consent.
    """

    threshold: Share | None
    basis: str
    rule: str = ""
    extra_consents: tuple[Words, ...]
    authorities: tuple[Authority, ...] = ()


class PrescribedText(Row):
    """Wording the law demands: the provision, the points it must state, and whether the very words are fixed."""

    provision: Words
    points: tuple[Words, ...]
    exact_wording: bool | None = None
    note: str = ""


class OutsideVeto(Row):
    """Whether a body that does not control this one may block a change (golden share, consent clause), and how."""

    possible: Literal["yes", "limited", "no", "n/a"]
    how: str


class Alternative(Row):
    """A milder value of a rule, and when it applies."""

    when: Words
    value: int


class FormRule(Row):
    """A rule of the form as data: `field` of the charter stands in relation `op` to `value`, else a finding.

    `code` names the rule in its law ("GB-CIC-1"); the same rule may stand in several forms.
    """

    code: Annotated[str, Shape(r"[A-Z0-9][A-Za-z0-9-]+")]
    field: Words
    op: Words
    value: bool | int | float | Words | tuple[int | Words, ...]
    severity: Literal["error", "warning"]
    alternative: Alternative | None = None


class StatutoryOrgan(Row):
    """An organ the law gives a body: its `kind`, and its `name` as the law calls it, with what it asks of it.

    `conditional` marks one that the law asks for in some cases only, or leaves to the statutes.
    """

    kind: OrganKind
    name: Words
    conditional: bool = False


class Form(Row):
    """One legal form.

    `founders_min` and `board_min` are the least numbers of founders and of board members, None where unknown: the
    compiler then asks. `required_clauses` are the subjects the constitution must cover, as slugs. `registrar` is where
    it is registered. `statutes` are the laws; `provisions` the sections relied on by subject, `sections` those relied
    on at large; `law_changes` what changed since; `unverified` the figures that were recalled rather than read: ()
    where all were read, None where nobody has listed them.
    `source` is the id of the source that weighs most, `sources` of all. `last_verified` is the year of the text that
    was read, not the year of reading.
    """

    id: Annotated[str, Shape(r"[a-z]{2}(-[a-z]{2})?\.[a-z0-9.-]+")]
    native_name: Words
    english: Words
    jurisdiction: Annotated[str, Shape(r"[A-Z]{2}(-[A-Z]{2})?")]
    kind: Kind
    statutes: tuple[Words, ...]
    roles: tuple[Role, ...]
    nonprofit: bool
    distribution: Distribution
    asset_lock: AssetLock
    voting: Voting
    founders_min: int | None
    board_min: int | None
    board_min_basis: str = ""
    organs: tuple[StatutoryOrgan, ...]
    amendment: Amendment
    required_clauses: tuple[Words, ...]
    prescribed_text: PrescribedText | None = None
    registrar: Words
    outside_veto: OutsideVeto
    checks: tuple[FormRule, ...]
    provisions: Mapping[str, Words] = {}
    sections: tuple[Words, ...] = ()
    law_changes: tuple[Words, ...] = ()
    unverified: tuple[Words, ...] | None = None
    source: Words
    sources: tuple[Words, ...]
    last_verified: int
    confidence: Confidence
    note: str = ""

    @property
    def amend_threshold(self) -> Fraction | None:
        """The least share of votes that changes the constitution by statute, or None: unknown, the charter must say.

        1/2 stands for more than half, 1 for everyone; `amendment.basis` says of what.
        """
        return Fraction(self.amendment.threshold) if self.amendment.threshold else None

    @property
    def is_statutory_lock(self) -> bool:
        """Whether the law itself locks the assets. See `lock_beyond_members` before calling that safe."""
        return self.asset_lock.kind == "statutory"

    @property
    def lock_beyond_members(self) -> bool:
        """Whether the lock stands out of reach of the body's own organs.

        A lock laid by a status, or one that covers a part of the assets only, is not: it ends when they wish, or does
        not hold for the rest.
        """
        locked = self.asset_lock.kind in ("statutory", "optional-entrenched")
        return locked and self.asset_lock.way_out in ("none", "other-lock", "outside-consent")

    @property
    def distribution_free(self) -> bool:
        """Whether owners may be paid without limit."""
        return self.distribution.rule == "free"

    @property
    def distribution_capped(self) -> bool:
        """Whether owners may be paid within the caps."""
        return self.distribution.rule == "capped"

    @property
    def distribution_none(self) -> bool:
        """Whether owners may be paid nothing."""
        return self.distribution.rule == "none"

    def owners_cap(self) -> Fraction | None:
        """The most percent of a year's profit that may go to owners by statute: 0 where none may.

        None where there is no limit, or where it is a formula or hangs on the statutes: `distribution.caps` has the
        words. Floors for reserves are not counted, since most end when the reserve is full.
        """
        if self.distribution_none:
            return Fraction(0)
        targets = ("distribution-to-owners", "dividends", "distribution")
        caps = [cap for cap in self.distribution.caps if cap.bound == "max" and cap.target in targets]
        return min((cap.percent for cap in caps if cap.percent is not None and cap.is_share_of_profit), default=None)

    @property
    def one_member_one_vote(self) -> bool:
        """Whether each member has one vote by statute; a limit in `voting.limits` may allow more."""
        return self.voting.rule == "one-member-one-vote"

    @property
    def default_organs(self) -> tuple[StatutoryOrgan, ...]:
        """The organs the body has by law alone, in the order of the statute: no conditional ones, no mere duties."""
        return tuple(organ for organ in self.organs if not organ.conditional and organ.kind != "other")

    def doubts(self, subject: str = "") -> tuple[str, ...]:
        """What of `subject` was recalled rather than read; all of it for an empty subject."""
        wanted = subject.replace("_", " ").casefold()
        return tuple(text for text in self.unverified or () if wanted in text.replace("_", " ").casefold())

    def basis(self, subject: str = "") -> str:
        """The provision that governs `subject`, else the form's first statute.

        Subjects are the keys of `provisions` (`amendment`, `distribution`, `asset_lock`, `founders` …) and the near
        ones of `PROVISION_NAMES`, since statutes do not order their matter alike.
        """
        for name in (subject, *PROVISION_NAMES.get(subject, ())):
            if name in self.provisions:
                return self._with_act(self.provisions[name])
        return self.statutes[0]

    def cites(self, subject: str = "") -> str:
        """The citation for what is said of `subject`: "Companies Act 2006 s.21; verified 2024, confidence high"."""
        return f"{self.basis(subject)}; {trust(self.last_verified, self.confidence)}"

    @property
    def recalled(self) -> bool:
        """Whether the row rests on general knowledge alone, so that every figure needs checking."""
        return set(self.sources) == {UNVERIFIED} or self.confidence == "low"

    def _with_act(self, provision: str) -> str:
        """A bare section ("s.21") with its act in front; a provision that names its act stays as it is."""
        if not re.match(r"(ss?\.|arts?\b|regs?\b|§|\(|[0-9][0-9, -]*$)", provision):
            return provision
        act = re.sub(r"[ (]*(\bss?\.|\barts?\b|§|\bregs?\b).*", "", self.statutes[0])
        return f"{act or self.statutes[0]} {provision}"


class FormsAbout(Row):
    """What is true of the whole table: which locks are stronger, what null asks of a reader, and cautions."""

    compiled: Words
    lock_strength_order: tuple[Words, ...]
    fail_closed: Words
    warnings: tuple[Words, ...]
    remarks: tuple[Words, ...]


PROVISION_NAMES: Mapping[str, tuple[str, ...]] = {
    "amendment": ("voting and amendment", "articles"),
    "board": ("directors", "officers", "committee", "organs"),
    "dissolution": ("devolution", "assets", "asset_lock"),
    "asset_lock": ("assets", "dissolution", "devolution", "reserve"),
    "distribution": ("surplus", "no dividend", "shares"),
    "founders": ("formation", "members", "registration"),
    "voting": ("votes", "voting and amendment"),
    "required_clauses": ("constitution", "contents", "rules", "articles", "memorandum clauses", "by-laws"),
    "outside_veto": ("veto", "entrenchment"),
}
