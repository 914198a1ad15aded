"""What a charter says about one association or firm, gathered for the templates of its papers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from charterlang._records import record
from charterlang.law.form_rows import Form
from charterlang.model import Charter
from charterlang.model.decisions import Consent, Deciding, Power, leaves
from charterlang.model.entities import DisputeStep, Entity, EntityKind, Holding, MemberClass, Organ, Veto
from charterlang.model.things import Agreement, Asset, Commons, ControlChange, Currency, Duty, Flow, Lock, Provision
from charterlang.papers.families import Family

_PLACES: dict[str, tuple[str, ...]] = {
    "management": ("act",),
    "amendment": ("amend",),
    "dissolution": ("dissolve",),
    "restructuring": ("convert", "merge", "split", "sell", "transfer"),
    "distribution": ("distribute",),
    "issue": ("issue", "redeem"),
}
"""Where acts on the body itself are worded; all others stand among the reserved matters."""

_MEMBERS = ("members", "membership", "admission", "meeting", "general-meeting", "quorum", "voting", "exit", "exclusion")
"""How the required subjects begin that only a body with members can cover."""


@record(slots=False)
class Body:
    """One association or firm. Everything is in the order in which the charter declares it."""

    charter: Charter
    entity: Entity
    form: Form | None
    family: Family

    @property
    def id(self) -> str:
        """Its id."""
        return self.entity.id

    @property
    def is_firm(self) -> bool:
        """Whether it is a firm."""
        return self.entity.kind is EntityKind.FIRM

    @property
    def articles(self) -> str:
        """The id of its constitution."""
        return f"{self.id}.articles"

    # --- members and organs --------------------------------------------------------------------------------------

    @cached_property
    def member_classes(self) -> tuple[MemberClass, ...]:
        """Its classes of members."""
        return tuple(each for each in self.entity.classes if each.kind != "shares")

    @cached_property
    def share_classes(self) -> tuple[MemberClass, ...]:
        """Its classes of shares."""
        return tuple(each for each in self.entity.classes if each.kind == "shares")

    @cached_property
    def has_members(self) -> bool:
        """Whether it has members or owners, or its legal form asks for some."""
        asked = self.form.required_clauses if self.form else ()
        return bool(self.entity.classes) or any(each.startswith(_MEMBERS) for each in asked)

    def organs(self, kind: str) -> tuple[Organ, ...]:
        """Its organs of a kind: assembly, board, group, office."""
        return tuple(organ for organ in self.entity.organs if organ.kind == kind)

    @cached_property
    def organisations(self) -> tuple[tuple[MemberClass, Holding], ...]:
        """The firms, public bodies and funds that are members by name, with the class they are in."""
        bodies = (EntityKind.FIRM, EntityKind.PUBLIC, EntityKind.INVESTOR, EntityKind.ASSOCIATION)
        return tuple(
            (each, holding)
            for each in self.member_classes
            for holding in each.holdings
            if (holder := self.charter.entities.get(holding.holder)) and holder.kind in bodies
        )

    # --- what it holds -------------------------------------------------------------------------------------------

    @cached_property
    def held(self) -> tuple[tuple[Asset, Holding], ...]:
        """The assets it holds, with how it holds them."""
        return tuple(
            (asset, holding)
            for asset in self.charter.assets.values()
            for holding in asset.holdings
            if holding.holder == self.id
        )

    @cached_property
    def funds(self) -> tuple[Entity, ...]:
        """The funds it holds."""
        funds = self.charter.of_kind(EntityKind.FUND)
        return tuple(fund for fund in funds if any(holding.holder == self.id for holding in fund.held_by))

    @cached_property
    def stakes(self) -> tuple[tuple[MemberClass, Holding], ...]:
        """The memberships and shares it holds in others."""
        return tuple(
            (each, holding)
            for each in self.charter.classes.values()
            if each.entity != self.id
            for holding in each.holdings
            if holding.holder == self.id
        )

    @cached_property
    def titles(self) -> tuple[tuple[Commons, Holding], ...]:
        """The copyright titles it holds in commons."""
        return tuple(
            (commons, holding)
            for commons in self.charter.commons.values()
            if commons.copyright
            for holding in commons.copyright.holdings
            if holding.holder == self.id
        )

    @cached_property
    def protects(self) -> tuple[Commons, ...]:
        """The commons it protects."""
        return self._commons(self.entity.protects)

    @cached_property
    def uses(self) -> tuple[Commons, ...]:
        """The commons it uses."""
        return self._commons(self.entity.uses)

    def _commons(self, ids: Iterable[str]) -> tuple[Commons, ...]:
        return tuple(self.charter.commons[each] for each in ids if each in self.charter.commons)

    @cached_property
    def locks(self) -> tuple[Lock, ...]:
        """The locks said of it, of what it holds and of the commons it protects, each in one constitution only."""
        things = self._things_worded_here
        return tuple(lock for lock in self.charter.locks if lock.holder in things)

    @cached_property
    def _things_worded_here(self) -> frozenset[str]:
        """Itself, and the assets and commons whose rules stand in its constitution."""
        charter = self.charter
        own = {asset.id for asset, _ in self.held if keeper_of_asset(charter, asset) == self.id}
        own |= {each.id for each in charter.commons.values() if keeper_of_commons(charter, each) == self.id}
        return frozenset({self.id, self.articles, *own, *(organ.id for organ in self.entity.organs)})

    # --- powers --------------------------------------------------------------------------------------------------

    @cached_property
    def all_powers(self) -> tuple[Power, ...]:
        """Every power worded in its constitution: its own, and those over the commons and assets in its keeping."""
        return tuple(power for power in self.charter.powers if power.holder in self._things_worded_here)

    @cached_property
    def _placed(self) -> dict[str, tuple[Power, ...]]:
        placed: dict[str, list[Power]] = {}
        for power in self.all_powers:
            placed.setdefault(self._place(power), []).append(power)
        return {place: tuple(powers) for place, powers in placed.items()}

    def powers(self, place: str) -> tuple[Power, ...]:
        """The powers worded in a place: management, amendment, dissolution, CLASS-ID, ORGAN-ID …, reserved."""
        return self._placed.get(place, ())

    def _place(self, power: Power) -> str:
        thing, action = power.act.thing, power.act.action
        if action == "amend" and (thing == self.id or thing.startswith(self.articles)):
            return "amendment"
        if thing == self.id:
            for place, actions in _PLACES.items():
                if action in actions:
                    return place
        if thing in {organ.id for organ in self.entity.organs}:
            return thing
        classes = {each.id: each for each in self.entity.classes}
        if thing in classes:
            return "leaving" if action == "expel" else thing
        if action == "expel":
            return "leaving"
        return "reserved"

    def powers_of(self, organ: str) -> tuple[Power, ...]:
        """The powers in its constitution whose decision an organ takes, alone or with others."""
        return tuple(
            power
            for power in self.all_powers
            if any(organ == (leaf.of if isinstance(leaf, Consent) else leaf.body) for leaf in leaves(power.decision))
        )

    @cached_property
    def guarded(self) -> tuple[Power, ...]:
        """The powers in its constitution that need the consent or the decision of somebody outside."""
        return tuple(power for power in self.all_powers if self._outside(power))

    @cached_property
    def guardians(self) -> tuple[str, ...]:
        """Those outside whose consent or decision its powers need."""
        return tuple(dict.fromkeys(each for power in self.guarded for each in self._outside(power)))

    def _outside(self, power: Power) -> tuple[str, ...]:
        named = (leaf.of if isinstance(leaf, Consent) else leaf.body for leaf in leaves(power.decision))
        return tuple(each for each in named if each != self.id and not each.startswith(f"{self.id}."))

    # --- ties ----------------------------------------------------------------------------------------------------

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """The duties its own constitution lays on it, and on its organs."""
        return tuple(duty for duty in self.charter.duties if duty.instrument == self.articles)

    @cached_property
    def duties_owed_to_it(self) -> tuple[Duty, ...]:
        """The duties of others that it may enforce, under whatever instrument."""
        return tuple(
            duty
            for duty in self.charter.duties
            if duty.debtor != self.id and self.id in (duty.creditor, duty.enforced_by, *duty.creditors)
        )

    @cached_property
    def duties_owed_elsewhere(self) -> tuple[Duty, ...]:
        """The duties it owes under agreements."""
        return tuple(
            duty
            for duty in self.charter.duties
            if duty.debtor == self.id and duty.instrument in self.charter.agreements
        )

    @cached_property
    def consents(self) -> tuple[tuple[Power, Consent | Deciding], ...]:
        """The powers of others that need its consent or its decision."""
        mine = {self.id, *(organ.id for organ in self.entity.organs), *(each.id for each in self.entity.classes)}
        return tuple(
            (power, leaf)
            for power in self.charter.powers
            if power.holder not in self._things_worded_here and power.holder not in self.charter.agreements
            for leaf in leaves(power.decision)
            if (leaf.of if isinstance(leaf, Consent) else leaf.body) in mine
        )

    @cached_property
    def vetoes(self) -> tuple[tuple[MemberClass, Veto], ...]:
        """The vetoes that classes of it have."""
        return tuple((each, veto) for each in self.entity.classes for veto in each.vetoes)

    @cached_property
    def seats(self) -> tuple[tuple[Organ, int], ...]:
        """The seats in organs of others that it fills, with how many (0 where that is not said)."""
        mine = {self.id, *(organ.id for organ in self.entity.organs)}
        return tuple(
            (organ, line.number or 0)
            for organ in self.charter.organs.values()
            if organ.entity != self.id
            for line in organ.seat_lines
            if line.by in mine
        )

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """The contracts to which it is a party."""
        return tuple(each for each in self.charter.agreements.values() if self.id in each.between)

    @cached_property
    def control_changes(self) -> tuple[tuple[Agreement, ControlChange], ...]:
        """The changes of its own control that an agreement makes depend on a decision."""
        return tuple(
            (agreement, change)
            for agreement in self.agreements
            for change in agreement.changes_of_control
            if change.of == self.id
        )

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """The needs that its organs or classes decide how to meet."""
        mine = {self.id, *(organ.id for organ in self.entity.organs), *(each.id for each in self.entity.classes)}

        def decides(provision: Provision) -> bool:
            if provision.decided_by is None:
                return False
            bodies = {leaf.of if isinstance(leaf, Consent) else leaf.body for leaf in leaves(provision.decided_by)}
            return bool(bodies & mine)

        return tuple(each for each in self.charter.provisions.values() if decides(each))

    @cached_property
    def currencies(self) -> tuple[Currency, ...]:
        """The units of account that it issues, alone or as the first of several issuers."""
        issued = self.charter.currencies.values()
        return tuple(each for each in issued if keeper_of_currency(self.charter, each) == self.id)

    @cached_property
    def marks(self) -> tuple[Asset, ...]:
        """The names it holds: marks and domains."""
        return tuple(asset for asset, _ in self.held if asset.kind in ("trademark", "certification-mark", "domain"))

    @property
    def locked_reserves(self) -> bool:
        """Whether a lock is on its reserves."""
        return any(lock.part == "reserves" for lock in self.locks)

    @cached_property
    def dispute_steps(self) -> tuple[DisputeStep, ...]:
        """The steps of settling a dispute that the charter gives for it, or for the commons it protects."""
        return self.entity.disputes or next((each.disputes for each in self.protects if each.disputes), ())

    @cached_property
    def seats_of_firms(self) -> bool:
        """Whether a firm fills a seat in one of its organs."""
        fillers = {line.by for organ in self.entity.organs for line in organ.seat_lines}
        return any(
            self.charter.entities[each].kind is EntityKind.FIRM for each in fillers if each in self.charter.entities
        )

    def recipient_id(self, recipient: str) -> str:
        """The registration number of a recipient, where the charter gives it."""
        entity = self.charter.entities.get(recipient)
        found = (
            (each for each in entity.particulars if each.key.replace("-", " ") == "registration number")
            if entity
            else ()
        )
        return next((value for each in found for value in each.values), "")

    @cached_property
    def sources_of_income(self) -> tuple[str, ...]:
        """Those from whom value flows to it, each once."""
        return tuple(dict.fromkeys(flow.source for flow in self.income))

    @cached_property
    def income(self) -> tuple[Flow, ...]:
        """What flows to it, its funds and its organs."""
        mine = {self.id, *(fund.id for fund in self.funds)}
        return tuple(flow for flow in self.charter.flows.values() if flow.target in mine)


def keeper_of_commons(charter: Charter, commons: Commons) -> str:
    """In whose constitution the rules of a commons stand: its protector's, or nobody's ("") where it has none here."""
    for entity in charter.of_kind(EntityKind.ASSOCIATION, EntityKind.FIRM):
        if commons.id in entity.protects and not entity.external:
            return entity.id
    return ""


def keeper_of_currency(charter: Charter, currency: Currency) -> str:
    """In whose constitution the rules of a unit of account stand: its first issuer's that is constituted here."""
    for name in currency.issued_by:
        issuer = charter.entities.get(name.split(".", 1)[0])
        if issuer and not issuer.external and issuer.kind in (EntityKind.ASSOCIATION, EntityKind.FIRM):
            return issuer.id
    return ""


def keeper_of_asset(charter: Charter, asset: Asset) -> str:
    """In whose constitution the rules of an asset stand: its first holder's that is constituted here, else nobody's."""
    for holding in asset.holdings:
        holder = charter.entities.get(holding.holder)
        if holder and not holder.external and holder.kind in (EntityKind.ASSOCIATION, EntityKind.FIRM):
            return holder.id
    return ""
