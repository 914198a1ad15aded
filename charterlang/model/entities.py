"""Who there is: associations, firms and other parties, with their classes, shares and organs."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from fractions import Fraction

from charterlang._records import record
from charterlang.model.decisions import Act, Decision, Power, Rule
from charterlang.model.quantities import Duration, Money
from charterlang.source import Span


class EntityKind(StrEnum):
    """The keyword an entity was declared with."""

    ASSOCIATION = "association"
    FIRM = "firm"
    PARTY = "party"
    PERSON = "person"
    INVESTOR = "investor"
    PUBLIC = "public"
    FUND = "fund"


@record
class Holding:
    """A part of something held: by whom, how much of it, with which votes (None: as the share), on whose behalf."""

    holder: str
    share: Fraction | None = None
    votes: Fraction | None = None
    on_behalf: str = ""
    span: Span | None = field(default=None, compare=False)


@record
class Voting:
    """How votes are counted in a class. `source` is the citation of the statute where the charter is silent.

    `kind`: each (one per `per`: member, organisation …), share, patronage, none, fixed (`share` of all votes of the
    entity). `cap` is the most one holder may vote, as a share of the votes, or `cap_votes` as a number; `votes` is the
    number of votes a `fixed` class has where the charter gives no share.
    """

    kind: str
    per: str = "member"
    share: Fraction | None = None
    cap: Fraction | None = None
    votes: int | None = None
    cap_votes: int | None = None
    source: str = ""
    span: Span | None = field(default=None, compare=False)


@record
class Door:
    """How one becomes a member.

    `anyone` or the parties in `to`; after a waiting time (`after`) or a condition in words (`condition`); admitted by a
    decision (`admitted_by`), `at_will` if that body may refuse without reasons; `place` restricts to residents.
    """

    anyone: bool
    to: tuple[str, ...] = ()
    after: Duration | None = None
    condition: str = ""
    admitted_by: Decision | None = None
    at_will: bool = False
    place: str = ""
    span: Span | None = field(default=None, compare=False)


@record
class Veto:
    """Acts that its holder may stop, and what it may be refused for (empty: at will)."""

    holder: str
    acts: tuple[Act, ...]
    tests: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False)


@record
class MemberClass:
    """A class of members or of shares; both are classes whose holders vote and may gain.

    `kind` is members or shares. `holdings` names the members or holders known by name. `gains_from` lists the acts
    from whose proceeds its members would take a share (a windfall). `limits` are (number or share, what, per what),
    such as (1, "member", "employer"). `profit` is how profit is shared: share, patronage, none, or a fixed fraction.
    """

    id: str
    name: str
    entity: str
    kind: str
    title: str = ""
    count: int | None = None
    door: Door | None = None
    closed: bool = False
    fee: Money | None = None
    fee_per: str = ""
    dues: tuple[Money, str] | None = None
    waits: Duration | None = None
    voting: Voting | None = None
    profit: str = ""
    profit_share: Fraction | None = None
    profit_cap: Fraction | None = None
    holdings: tuple[Holding, ...] = ()
    gains_from: tuple[Act, ...] = ()
    turnout: Fraction | None = None
    quorum: Fraction | int | None = None
    rule: Rule | None = None
    residents_only: bool = False
    limits: tuple[tuple[Fraction | int, str, str], ...] = ()
    transferable: bool | None = None
    term: Duration | None = None
    for_life: bool = False
    staggered: bool = False
    upholds: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    serves_text: str = ""
    exit_by: tuple[str, ...] = ()
    vetoes: tuple[Veto, ...] = ()
    affiliated_with: tuple[str, ...] = ()
    side: str = ""
    source: str = ""
    span: Span | None = field(default=None, compare=False)


@record
class SeatLine:
    """Who fills which seats of an organ.

    `number` seats or `share` of them (1 for `all`; None where unknown, with `most`/`some` in `word`); `how` is elected,
    appointed, nominated, drawn or ex-officio; `by` the class, organ or party that fills them.
    """

    by: str
    how: str
    number: int | None = None
    share: Fraction | None = None
    word: str = ""
    chosen_from: str = ""
    on_behalf: str = ""
    staggered: bool = False
    span: Span | None = field(default=None, compare=False)


@record
class Organ:
    """A body that decides: assembly (of classes), board (of seats), group, or office (of one person).

    `classes` are the classes, entities or parties that sit or vote in it. `self_filling` is None, or the share of
    seats it fills itself (1 for all). `seats` is None where unknown. `casting_vote` names who prevails in a tie.
    """

    id: str
    name: str
    entity: str
    kind: str
    title: str = ""
    classes: tuple[str, ...] = ()
    seats: int | None = None
    seat_lines: tuple[SeatLine, ...] = ()
    self_filling: Fraction | None = None
    quorum: Fraction | int | None = None
    turnout: Fraction | None = None
    rule: Rule | None = None
    meets: Duration | None = None
    notice: Duration | None = None
    term: Duration | None = None
    staggered: bool = False
    renewable: bool = False
    max_terms: int | None = None
    for_life: bool = False
    limits: tuple[tuple[Fraction | int, str, str], ...] = ()
    removable_by: Decision | None = None
    casting_vote: str = ""
    advisory: bool = False
    held_by: tuple[Holding, ...] = ()
    count: int | None = None
    represents: str = ""
    replaceable: bool = False
    replaceable_by: Decision | None = None
    affiliated_with: tuple[str, ...] = ()
    side: str = ""
    source: str = ""
    span: Span | None = field(default=None, compare=False)


@record
class Debt:
    """Money owed by an entity; a creditor whose debt converts, or near default, can force a sale or conversion."""

    creditor: str
    amount: Money | None = None
    converts: bool = False
    near_default: bool = False
    secured_on: str = ""
    span: Span | None = field(default=None, compare=False)


@record
class Dependence:
    """Who can starve whom: `kind` is pays, employs or supplies; `share` the part, or `word` (most, some, all, half).

    `on` depends on `source`; `exclusive` for a sole supplier; `what` in words.
    """

    kind: str
    source: str
    on: str
    share: Fraction | None = None
    word: str = ""
    exclusive: bool = False
    what: str = ""
    span: Span | None = field(default=None, compare=False)

    @property
    def is_majority(self) -> bool:
        """Whether the source carries more than half."""
        return self.word in {"most", "all"} or (self.share is not None and self.share > Fraction(1, 2))


@record
class Dissolution:
    """To whom the assets go when an entity ends, the first who can take them first.

    `words` are the recipients a statute names where the charter names none; they are nobody's id.
    """

    to: tuple[str, ...]
    words: tuple[str, ...] = ()
    source: str = ""
    span: Span | None = field(default=None, compare=False)


@record
class SurplusShare:
    """A part of the surplus and who takes it; `share` None means the rest."""

    to: str
    share: Fraction | None
    span: Span | None = field(default=None, compare=False)


@record
class Empowerment:
    """Whom an association empowers, and by what."""

    whom: tuple[str, ...]
    by: str
    span: Span | None = field(default=None, compare=False)


@record
class DisputeStep:
    """One step of settling a dispute: mediation, arbitration, court, … (or the id of an organ), and where; or words."""

    step: str
    place: str = ""


@record
class Particular:
    """One thing a registrar asks for: `registered office`, its values, where it was said."""

    key: str
    values: tuple[str, ...]
    span: Span | None = field(default=None, compare=False)


@record
class Entity:
    """A party of any kind. `nonprofit` is None where neither the charter nor the form tells.

    `form` is the id of a legal form; `external` marks a body that the charter names but does not constitute (no
    papers are written for it). `represents` with `replaceable` marks a body acting for a class that may replace it.
    `statements` says where each statement stands, under its name in the grammar (`upholds`, `funded_by`); a name in a
    list
    stands under the statement and the name as written (`upholds openness`).
    """

    id: str
    kind: EntityKind
    title: str = ""
    form: str = ""
    form_span: Span | None = field(default=None, compare=False)
    external: bool = False
    purpose: str = ""
    side: str = ""
    count: int | None = None
    nonprofit: bool | None = None
    protects: tuple[str, ...] = ()
    upholds: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    empowers: tuple[Empowerment, ...] = ()
    classes: tuple[MemberClass, ...] = ()
    organs: tuple[Organ, ...] = ()
    powers: tuple[Power, ...] = ()
    dissolution: Dissolution | None = None
    surplus: tuple[SurplusShare, ...] = ()
    losses: tuple[str, ...] = ()
    debts: tuple[Debt, ...] = ()
    near_default: bool = False
    controlled_by: Decision | None = None
    represents: tuple[str, ...] = ()
    replaceable: bool = False
    replaceable_by: Decision | None = None
    independent: bool = False
    affiliated_with: tuple[str, ...] = ()
    held_by: tuple[Holding, ...] = ()
    duties_in: tuple[str, ...] = ()
    balance: Money | None = None
    floor: Money | Duration | None = None
    contributes: tuple[tuple[str, str], ...] = ()
    purpose_kind: str = ""
    produces: str = ""
    serves: tuple[str, ...] = ()
    serves_text: str = ""
    monitored_by: tuple[str, ...] = ()
    disputes: tuple[DisputeStep, ...] = ()
    staff_owned: bool = False
    seat: str = ""
    particulars: tuple[Particular, ...] = ()
    statements: dict[str, Span] = field(default_factory=dict, compare=False)
    span: Span | None = field(default=None, compare=False)
    name_span: Span | None = field(default=None, compare=False)

    @property
    def label(self) -> str:
        """How a sentence names it: its title, or its name."""
        return self.title or self.id

    @property
    def described(self) -> bool:
        """Whether the charter says who controls it: owners, organs, a class it represents, a controlling decision."""
        return bool(
            self.controlled_by
            or (self.represents and self.replaceable)
            or self.held_by
            or any(organ.kind != "group" and not organ.advisory for organ in self.organs)
            or any(share.voting is None or share.voting.kind != "none" for share in self.classes)
        )
