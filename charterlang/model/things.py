"""What there is: values, commons, assets, locks, duties, agreements, provisions, flows, currencies, words on papers."""

from __future__ import annotations

from dataclasses import field
from fractions import Fraction

from charterlang._records import record
from charterlang.model.decisions import Act, Decision, Power
from charterlang.model.entities import DisputeStep, Holding, Particular
from charterlang.model.quantities import Duration, Money
from charterlang.source import Span


@record
class Value:
    """A sentence the community stands by. `kind` selects the default list of breaches unless `breaches` is given."""

    id: str
    kind: str
    title: str = ""
    breaches: tuple[Act, ...] = ()
    span: Span | None = field(default=None, compare=False)
    name_span: Span | None = field(default=None, compare=False)


@record
class Licence:
    """A licence of a commons or of one kind of its material.

    `expression` is an SPDX expression; `material` is empty for the whole, else documentation, data, …; `irrevocable`
    is None where the charter does not say (the licence's own text decides); `covers` the materials named;
    `granted_by` who grants.
    """

    expression: str
    material: str = ""
    irrevocable: bool | None = None
    covers: tuple[str, ...] = ()
    granted_by: str = ""
    span: Span | None = field(default=None, compare=False)


@record
class Contributions:
    """The terms on which work comes in: dco, inbound=outbound, cla, assignment, fiduciary, none, or other (in words).

    `to` is who receives rights beyond the licence. `only_open` limits their use to open licences; `with_decision` is
    what a relicensing still needs.
    """

    terms: str
    to: str = ""
    only_open: bool = False
    with_decision: Decision | None = None
    text: str = ""
    span: Span | None = field(default=None, compare=False)


@record
class Copyright:
    """Who holds the copyright: named holders with shares, or `spread` among many, or `none` (public domain)."""

    holdings: tuple[Holding, ...] = ()
    spread: tuple[str, ...] = ()
    none: bool = False
    span: Span | None = field(default=None, compare=False)


@record
class Commons:
    """The shared thing that is to be protected."""

    id: str
    title: str = ""
    kind: str = ""
    produces: str = ""
    produced_by: tuple[str, ...] = ()
    process: str = ""
    serves: tuple[str, ...] = ()
    serves_text: str = ""
    access: tuple[str, ...] = ()
    access_open: bool = False
    access_text: str = ""
    licences: tuple[Licence, ...] = ()
    contributions: Contributions | None = None
    copyright: Copyright | None = None
    upholds: tuple[str, ...] = ()
    boundaries: str = ""
    rules: str = ""
    limits: str = ""
    price: str = ""
    monitored_by: tuple[str, ...] = ()
    sanctions: tuple[str, ...] = ()
    disputes: tuple[DisputeStep, ...] = ()
    released_by: str = ""
    channel_held_by: str = ""
    mirrored_by: tuple[str, ...] = ()
    public_copies: bool = False
    exit_by: tuple[str, ...] = ()
    powers: tuple[Power, ...] = ()
    particulars: tuple[Particular, ...] = ()
    statements: dict[str, Span] = field(default_factory=dict, compare=False)
    span: Span | None = field(default=None, compare=False)
    name_span: Span | None = field(default=None, compare=False)

    @property
    def label(self) -> str:
        """How a sentence names it: its title up to the first comma, where an explanation follows; else its id."""
        return self.title.partition(",")[0] or self.id


@record
class Asset:
    """What can be held and lost. `of` names the commons it serves; `holdings` who holds it (empty: nobody said)."""

    id: str
    kind: str
    title: str = ""
    of: tuple[str, ...] = ()
    holdings: tuple[Holding, ...] = ()
    worth: Money | None = None
    powers: tuple[Power, ...] = ()
    particulars: tuple[Particular, ...] = ()
    span: Span | None = field(default=None, compare=False)
    name_span: Span | None = field(default=None, compare=False)

    @property
    def label(self) -> str:
        """How a sentence names it."""
        return self.title or self.id


@record
class Lock:
    """A lock on a thing: what it protects (use, purpose, value, control) and the bases it stands on.

    `holder` is the element in whose block it stands; `part` narrows the lock to the `reserves` or `assets` of an
    entity; `survives` names the events it outlives; `recipient` who takes the thing.
    """

    id: str
    thing: str
    holder: str
    protects: tuple[str, ...]
    bases: tuple[str, ...]
    part: str = ""
    survives: tuple[str, ...] = ()
    watched_by: str = ""
    recipient: str = ""
    source: str = ""
    span: Span | None = field(default=None, compare=False)


@record
class Consequence:
    """What a breach costs: loses, returns, licensed, may, pays, or words."""

    kind: str
    party: str = ""
    thing: str = ""
    to: str = ""
    act: Act | None = None
    licence: str = ""
    after: Duration | None = None
    money: Money | None = None
    text: str = ""
    span: Span | None = field(default=None, compare=False)


@record
class Duty:
    """What a debtor owes a creditor under an instrument.

    `kind`: contribute, publish, distribute, asset-lock, license, report, grant-veto, pay-floor, pay, hire, restore,
    hand-over, keep, must, must-not. `instrument` is the id of the agreement, or `ENTITY.articles`. `creditor` is who
    may enforce it (empty: nobody), the first of `creditors` where they are several. `binding` is False for a mere
    promise; `revocable_by` names who may take it back (the debtor, if the charter says just `revocable`).
    `share`/`base` for `8% of surplus`; `acts` for must-not and grant-veto; `things` for what is licensed, published,
    kept, restored or handed over; `tests` what a granted veto tests.
    """

    id: str
    kind: str
    debtor: str
    creditor: str
    instrument: str
    creditors: tuple[str, ...] = ()
    share: Fraction | None = None
    base: str = ""
    money: Money | None = None
    per: str = ""
    at_most: bool = False
    things: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()
    tests: tuple[str, ...] = ()
    licence: str = ""
    text: str = ""
    within: Duration | None = None
    every: Duration | None = None
    for_time: Duration | None = None
    until: str = ""
    enforced_by: str = ""
    binding: bool = True
    revocable_by: str = ""
    after: Act | None = None
    survives: tuple[str, ...] = ()
    consequence: Consequence | None = None
    source: str = ""
    span: Span | None = field(default=None, compare=False)


@record
class ControlChange:
    """Change of control of a party needs a decision (an agreement's change-of-control clause)."""

    of: str
    decision: Decision
    span: Span | None = field(default=None, compare=False)


@record
class Agreement:
    """A contract.

    Its duties are in `Charter.duties` with `instrument` equal to its id; ending or amending it is a power.
    """

    id: str
    title: str = ""
    kind: str = ""
    between: tuple[str, ...] = ()
    purpose: str = ""
    term: Duration | None = None
    unlimited: bool = False
    until: str = ""
    renewable: bool = False
    in_force: str = ""
    changes_of_control: tuple[ControlChange, ...] = ()
    powers: tuple[Power, ...] = ()
    terminate_notice: Duration | None = None
    consequences: tuple[Consequence, ...] = ()
    disputes: tuple[DisputeStep, ...] = ()
    law: str = ""
    survives: tuple[str, ...] = ()
    binding: bool = True
    revocable_by: str = ""
    upholds: tuple[str, ...] = ()
    particulars: tuple[Particular, ...] = ()
    statements: dict[str, Span] = field(default_factory=dict, compare=False)
    span: Span | None = field(default=None, compare=False)
    name_span: Span | None = field(default=None, compare=False)

    @property
    def label(self) -> str:
        """How a sentence names it."""
        return self.title or self.id


@record
class Mode:
    """One way a need is met: gift, commons, purchase, public, exchange, … from whom, paid by whom."""

    kind: str
    source: str = ""
    paid_by: str = ""
    text: str = ""
    span: Span | None = field(default=None, compare=False)


@record
class Affected:
    """Someone a provision touches, how, and what makes it good.

    `remedies` are ids of funds, things and parties, `duty_of` the parties whose duty it is, `remedy_text` words;
    `heard_in` is the organ where they have a voice.
    """

    party: str
    by: str = ""
    remedies: tuple[str, ...] = ()
    duty_of: tuple[str, ...] = ()
    remedy_text: tuple[str, ...] = ()
    heard_in: str = ""
    span: Span | None = field(default=None, compare=False)


@record
class Provision:
    """A need, the modes that answer it, who decides, and whom it affects."""

    id: str
    title: str = ""
    need: str = ""
    modes: tuple[Mode, ...] = ()
    decided_by: Decision | None = None
    affects: tuple[Affected, ...] = ()
    ballot: str = ""
    serves: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False)
    name_span: Span | None = field(default=None, compare=False)

    @property
    def label(self) -> str:
        """How a sentence names it."""
        return self.title or self.id


@record
class Flow:
    """Value that moves from one party to another; `per` is empty for a single payment."""

    id: str
    source: str
    target: str
    money: Money
    per: str = ""
    title: str = ""
    in_kind: bool = False
    under: str = ""
    starting: str = ""
    until: str = ""
    months: tuple[int, ...] = ()
    what: str = ""
    span: Span | None = field(default=None, compare=False)
    name_span: Span | None = field(default=None, compare=False)


@record
class Currency:
    """A unit of account. `limits` are (kind, money, per): kind is debit, credit or both. `rates` are (money, money)."""

    id: str
    title: str = ""
    kind: str = ""
    unit: str = ""
    limits: tuple[tuple[str, Money, str], ...] = ()
    demurrage: tuple[Fraction, str] | None = None
    rates: tuple[tuple[Money, Money], ...] = ()
    issued_by: tuple[str, ...] = ()
    expires: Duration | None = None
    particulars: tuple[Particular, ...] = ()
    span: Span | None = field(default=None, compare=False)
    name_span: Span | None = field(default=None, compare=False)


@record
class DefinedTerm:
    """A lawyer's defined term."""

    term: str
    meaning: str
    span: Span | None = field(default=None, compare=False)


@record
class ClauseEdit:
    """A lawyer's clause: placed `before` or `after` another, `instead of` it, or leaving it out (`without`)."""

    id: str
    title: str = ""
    paper: str = ""
    of: str = ""
    place: str = ""
    anchor: str = ""
    text: str = ""
    because: str = ""
    states: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False)


@record
class Expectation:
    """An assertion about the analysis.

    `kind`: level (`value` of `subject` is [at least|at most] `level`), tied (`subject` to `value`, maybe `negated`),
    can (`parties` together can or, `negated`, cannot do `act`), nobody (nobody among `parties`, or alone when
    `parties` is empty, can).
    """

    kind: str
    value: str = ""
    subject: str = ""
    level: str = ""
    compare: str = "is"
    parties: tuple[str, ...] = ()
    act: Act | None = None
    negated: bool = False
    span: Span | None = field(default=None, compare=False)


@record
class Allowance:
    """A finding silenced in place: its code, why, and who signed.

    `scope` is the id of the element it stands in, empty for the whole charter.
    """

    code: str
    scope: str
    reason: str
    signed_by: str = ""
    span: Span | None = field(default=None, compare=False)
