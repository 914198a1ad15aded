"""Who may do what: written powers, what law gives where nothing is written, and what stands in the way of an act.

Rules of law written here:
- Who can amend an instrument gains every power it governs, unless the power is `never` or a class right stands in the
  way.
- An act that would breach a duty is lawful only with the waiver of whoever may enforce it. A duty without a creditor,
  one that is
  not binding, and one that the debtor may revoke, end or amend alone is none.
- In or near default, and where debt converts into shares, the creditor may force a sale or conversion; contractual
  vetoes and members' votes fall away then, rights with an outside basis stand.
- A lock that stands on the articles is lifted by whoever amends them; one that stands on law, a trust or a right in
  the thing is not
  lifted from inside.
"""

from __future__ import annotations

from charterlang.model.decisions import Consent, Power, leaves
from charterlang.model.entities import Entity
from charterlang.model.things import Agreement, Duty, Lock
from charterlang.powers.control import has_voters, voting_classes
from charterlang.powers.measures import MAJORITY
from charterlang.powers.program import Key, Program, Writer
from charterlang.powers.terms import ENDS_OF_DUTY, IRREVERSIBLE, OUTSIDE_BASES, SAME_ACT
from charterlang.powers.titles import write_commons_act
from charterlang.powers.world import World, constitution

FUNDAMENTAL = frozenset({"convert", "merge", "dissolve", "demutualise", "amend"})
"""Acts that members or owners decide, as they decide on the constitution, where nothing else is written."""

# --- the constitution ------------------------------------------------------------------------------------------------


def write_amend(program: Program, key: Key) -> None:
    """The constitution is amended: by the written rule for that part, or for the whole, or by members or owners."""
    _, name, part, role = key
    world = program.world
    entity = world.charter.entities.get(name)
    if entity is None:
        return
    thing = f"{name}.articles"
    own = world.powers("amend", f"{thing}.{part}") if part else []
    powers = own or world.powers("amend", thing)
    if world.forbidden(powers):
        return
    vetoes = [program.consent(holder, veto.tests) for holder, veto in world.vetoes("amend", thing)]
    for power in powers:
        decided = program.decision(power.decision, power.id, role, final=True)
        program.rule(key, [decided, *vetoes], ("power", power.id))
    if powers:
        return
    if entity.held_by or has_voters(entity):
        program.rule(key, [("meeting", name, MAJORITY, role), *vetoes], ("members amend", name))
    elif entity.kind == "public":
        return
    else:
        # a board may amend, but not away the rights of those who appoint it: it counts as them
        program.rule(key, [("acts", name, role, False), *vetoes], ("amends itself", name))


# --- acts ------------------------------------------------------------------------------------------------------------


def write_may(program: Program, key: Key) -> None:
    """An act is done: under a power, by amending what forbids it, by default of the law, or by a creditor."""
    _, action, thing, role = key
    world = program.world
    part = constitution(thing)
    if part is not None and action == "amend":
        program.rule(key, [("amend", part[0], part[1], role)], ("amends", *part))
        return
    powers = world.powers(action, thing)
    charter = world.charter
    entity = charter.entities.get(thing)
    if entity is not None and action in {"sell", "convert", "transfer"}:
        _write_creditors(program, key, entity, role)
    if world.forbidden(powers):
        return
    for power in powers:
        if power.only_open and action == "relicense":
            continue
        needs = [program.decision(power.decision, power.id, role, final=action in IRREVERSIBLE)]
        if power.after is not None:
            needs.append(("may", power.after.action, power.after.thing, role))
        hindrances = guards(program, action, thing, power.holder)
        program.rule(key, [*needs, *hindrances], ("power", power.id))
        _write_amended(program, key, power, role)
    if thing in charter.commons:
        write_commons_act(program, key, written=bool(powers), guards=guards)
    elif powers:
        return
    elif thing in charter.assets:
        _write_holders(program, key, role)
    elif entity is not None:
        _write_entity_default(program, key, entity, role)
    elif thing in charter.agreements:
        _write_agreement_default(program, key, charter.agreements[thing], role)
    elif thing in charter.classes or thing in charter.organs:
        _write_body_default(program, key, role)


def _write_amended(program: Program, key: Key, power: Power, role: str) -> None:
    """Attack the rule behind the rule: amend what restricts the act, then do it.

    Class rights still stand; so does the consent of a public body, which the law asks for and no articles take away; a
    power that stands on law or on a right in the thing is not the articles' to change.
    """
    _, action, thing, _ = key
    world = program.world
    if power.basis in OUTSIDE_BASES:
        return
    if power.holder in world.charter.entities:
        rights = [program.consent(by, veto.tests) for by, veto in world.vetoes(action, thing)]
        rights += [
            program.consent(leaf.of, leaf.tests)
            for leaf in leaves(power.decision)
            if isinstance(leaf, Consent) and _is_public(world, leaf.of)
        ]
        kept = [
            waiver
            for duty, waiver in _duty_waivers(program, action, thing, power.holder)
            if not duty.instrument.startswith(power.holder)
        ]
        route: Key = ("amend", power.holder, "powers", role)
        program.rule(key, [route, *rights, *kept], ("amends power", power.holder, power.id))
    elif power.holder in world.charter.agreements:
        program.rule(key, [("may", "amend", power.holder, role)], ("amends power", power.holder, power.id))


def _is_public(world: World, name: str) -> bool:
    entity = world.charter.entities.get(world.owner_of(name))
    return entity is not None and entity.kind == "public"


def _write_creditors(program: Program, key: Key, entity: Entity, role: str) -> None:
    """In default, or by conversion of debt, a creditor brings the sale or conversion about."""
    for debt in entity.debts:
        if debt.near_default or entity.near_default:
            program.rule(key, [("acts", debt.creditor, role, True)], ("default", entity.id, debt.creditor))
        elif debt.converts:
            program.rule(key, [("acts", debt.creditor, role, True)], ("converts", entity.id, debt.creditor))


def _write_holders(program: Program, key: Key, role: str) -> None:
    """What is held may be dealt with by its holder; by all together if several hold it."""
    _, action, thing, _ = key
    holdings = program.world.holdings(thing)
    if not holdings:
        return
    final = action in IRREVERSIBLE
    needs: list[Key] = []
    for holding in holdings:
        needs.append(program.body(holding.holder, None, role, final=final))
        needs.extend(guards(program, action, thing, holding.holder))
    program.rule(key, needs, ("holds", thing, action))


def _write_entity_default(program: Program, key: Key, entity: Entity, role: str) -> None:
    """What law gives where the articles say nothing of an act upon the entity itself."""
    _, action, name, _ = key
    hindrances = guards(program, action, name, name)
    owned = bool(entity.held_by) or any(group.kind == "shares" for group, _ in voting_classes(entity))
    if action in {"sell", "transfer"}:
        if owned:
            program.rule(key, [("meeting", name, MAJORITY, role), *hindrances], ("owners sell", name))
        elif has_voters(entity):
            program.rule(key, [("amend", name, "", role), *hindrances], ("members decide", name, action))
        else:
            program.rule(key, [("acts", name, role, True), *hindrances], ("board decides", name, action))
    elif action in FUNDAMENTAL:
        program.rule(key, [("amend", name, "", role), *hindrances], ("members decide", name, action))
    elif action == "distribute":
        if entity.nonprofit or entity.kind in {"public", "fund"}:
            return
        decides: Key = ("meeting", name, MAJORITY, role) if has_voters(entity) else ("acts", name, role, True)
        program.rule(key, [decides, *hindrances], ("owners take", name))
    else:
        acts: Key = ("acts", name, role, action in IRREVERSIBLE)
        program.rule(key, [acts, *hindrances], ("board decides", name, action))


def _write_agreement_default(program: Program, key: Key, agreement: Agreement, role: str) -> None:
    """An agreement is amended by its parties together; without a term and a rule, any party may end it."""
    _, action, name, _ = key
    parties = list(agreement.between)
    if action == "terminate" and not (agreement.term or agreement.until or agreement.unlimited):
        for party in parties:
            program.rule(key, [program.body(party, None, role, final=False)], ("ends", name, party))
        return
    if action in {"amend", "terminate"}:
        for mover in parties:
            others = [program.consent(party, ()) for party in parties if party != mover]
            program.rule(key, [program.body(mover, None, role, final=False), *others], ("parties amend", name, mover))


def _write_body_default(program: Program, key: Key, role: str) -> None:
    """Admission goes by the class's door; everything else about a class or an organ by the constitution."""
    _, action, name, _ = key
    charter = program.world.charter
    group = charter.classes.get(name)
    organ = charter.organs.get(name)
    if group is not None and action == "admit" and group.door is not None and group.door.admitted_by is not None:
        admits = program.decision(group.door.admitted_by, f"{name}/door", role, final=False)
        program.rule(key, [admits], ("door", name))
        return
    if organ is not None and action == "remove" and organ.removable_by is not None:
        program.rule(
            key, [program.decision(organ.removable_by, f"{name}/removal", role, final=False)], ("removal", name)
        )
        return
    if group is not None and action in {"sell", "transfer"} and group.transferable is not False:
        program.rule(key, [("class", name, MAJORITY, role)], ("owners sell", group.entity))
        return
    entity = program.world.owner_of(name)
    program.rule(key, [("amend", entity, "organs", role)], ("amends", entity, name))


# --- what stands in the way ------------------------------------------------------------------------------------------


def guards(program: Program, action: str, thing: str, actor: str) -> list[Key]:
    """What else an act needs when `actor` does it: veto holders' consents, creditors' waivers, change of control."""
    world = program.world
    found = [program.consent(holder, veto.tests) for holder, veto in world.vetoes(action, thing)]
    found += [waiver for _, waiver in _duty_waivers(program, action, thing, actor)]
    if action in {"sell", "convert", "transfer"}:
        for agreement in world.agreements_of.get(thing, ()):
            if not agreement.binding:
                continue
            for place, change in enumerate(agreement.changes_of_control):
                if change.of == thing:
                    name = f"{agreement.id}/control/{place}"
                    found.append(program.decision(change.decision, name, "consent", final=False))
    return found


def forbids(duty: Duty, action: str, thing: str) -> bool:
    """Whether an act would breach a duty of its doer."""
    words = SAME_ACT.get(action, frozenset({action})) | {action}
    if duty.kind == "must-not":
        return any(act.action in words and act.thing == thing for act in duty.acts)
    if action not in ENDS_OF_DUTY.get(duty.kind, frozenset()):
        return False
    if duty.kind == "asset-lock":
        return thing == duty.debtor
    return thing in duty.things or (duty.kind == "publish" and thing == duty.text)


def _duty_waivers(program: Program, action: str, thing: str, actor: str) -> list[tuple[Duty, Key]]:
    return [
        (duty, ("waived", duty.id))
        for duty in program.world.restraints.get(actor, ())
        if duty.binding and (duty.creditor or duty.enforced_by) and forbids(duty, action, thing)
    ]


def write_waived(program: Program, key: Key) -> None:
    """A duty no longer stands in the way: its creditor waives it, or its debtor revokes, ends or amends it."""
    world = program.world
    duty = world.duty[key[1]]
    creditor = duty.enforced_by or duty.creditor
    program.rule(key, [program.consent(creditor, ())], ("waives", duty.id, creditor))
    if duty.revocable_by:
        program.rule(key, [program.body(duty.revocable_by, None, "act", final=False)], ("revokes", duty.id))
    if duty.instrument in world.charter.agreements:
        agreement = world.charter.agreements[duty.instrument]
        if agreement.revocable_by:
            program.rule(key, [program.body(agreement.revocable_by, None, "act", final=False)], ("revokes", duty.id))
        written = [action for action in ("terminate", "amend") if world.powers(action, duty.instrument)]
        for action in written:
            program.rule(key, [("may", action, duty.instrument, "act")], ("ends duty", duty.id, action))
        if "terminate" not in written and not (agreement.term or agreement.until or agreement.unlimited):
            # without a term or a rule any party may end it; to amend it takes the creditor, who might as well waive
            debtor = program.body(duty.debtor, None, "act", final=False)
            program.rule(key, [debtor], ("ends", duty.instrument, duty.debtor))
    else:
        program.rule(key, [("amend", duty.debtor, "duties", "act")], ("ends duty", duty.id, "amend"))


def write_lifted(program: Program, key: Key) -> None:
    """A lock no longer stands in the way: lifted under a written power, or with every basis it stands on."""
    _, name, role = key
    lock = program.world.lock[name]
    for action in ("lift", "vary", "release"):
        for thing in (lock.id, lock.thing):
            if program.world.powers(action, thing):
                program.rule(key, [("may", action, thing, role)], ("lifts", lock.id))
    if outside(lock):
        return
    needs: list[Key] = [("amend", lock.holder, "asset-lock", role)]
    if lock.watched_by:
        needs.append(program.consent(lock.watched_by, ()))
    program.rule(key, needs, ("lifts", lock.id))


def outside(lock: Lock) -> bool:
    """Whether a lock stands on a basis that nobody inside can lift."""
    return bool(lock.source) or any(basis in OUTSIDE_BASES for basis in lock.bases)


ACTS: dict[str, Writer] = {
    "amend": write_amend,
    "may": write_may,
    "waived": write_waived,
    "lifted": write_lifted,
}
"""Who writes the rules of acts."""
