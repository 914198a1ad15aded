"""Verdicts in the words of a paper: levels, coalitions, and the clauses on which a protection stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from charterlang.papers.markup import Phrase
from charterlang.papers.wording import Wording
from charterlang.powers.verdicts import Level, Member, Protection, Verdicts


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """The wording of verdicts in one paper."""

    wording: Wording

    def level(self, level: Level | None) -> str:
        """A level by name and number; words for none where nothing was examined."""
        catalogue = self.wording.catalogue
        if level is None:
            return str(catalogue.say("not examined"))
        return f"{catalogue.name('levels', level.word)} ({int(level)})"

    def coalition(self, protection: Protection) -> Phrase:
        """Who, acting together, could bring a breach about."""
        catalogue = self.wording.catalogue
        if not protection.coalition:
            key = "coalition entry" if protection.entry else "coalition nobody"
            return catalogue.say(key, entry=protection.entry)
        said = catalogue.join([self._member(member) for member in protection.coalition])
        return catalogue.say("coalition by exit", said=said) if protection.by_exit else said

    def _member(self, member: Member) -> Phrase:
        catalogue = self.wording.catalogue
        of = self.wording.phrases.names.the(member.party)
        key = f"strength {member.strength or 'whole'}"
        if catalogue.has(key):
            return catalogue.say(key, of=of)
        if re.fullmatch(r"\d+/\d+", member.strength):
            return catalogue.say("strength share", share=catalogue.fraction(Fraction(member.strength)), of=of)
        return catalogue.say("strength other", strength=member.strength, of=of)

    def places(self, protection: Protection, stating: Mapping[str, tuple[tuple[str, str], ...]]) -> str:
        """The clauses that state what a protection rests on, by paper; words for none where there are none."""
        catalogue = self.wording.catalogue
        by_paper: dict[str, dict[str, None]] = {}
        for element in protection.elements:
            for paper, clause in stating.get(element, ())[:1]:
                by_paper.setdefault(paper, {})[clause] = None
        said = [
            catalogue.say("in paper", paper=paper, clauses=catalogue.join([*found]))
            for paper, found in by_paper.items()
        ]
        return str(catalogue.join(said, "semicolon")) if said else str(catalogue.say("no clause"))

    def things(self, names: Iterable[str]) -> Phrase | str:
        """The instruments of a tie: duties by what they are, other elements by name."""
        charter, catalogue = self.wording.phrases.charter, self.wording.catalogue
        duties = {duty.id: duty for duty in charter.duties}
        locks = {lock.id: lock for lock in charter.locks}
        said: list[Phrase | str] = []
        for name in names:
            if name in duties:
                said.append(catalogue.name("duties", duties[name].kind))
            elif name in locks:
                said.append(catalogue.say("lock on", of=self.wording.phrases.thing(locks[name].thing)))
            else:
                power = next((each for each in charter.powers if each.id == name), None)
                said.append(self.wording.phrases.doing(power.act) if power else self.wording.phrases.names.the(name))
        return catalogue.join(list(dict.fromkeys(said))) if said else str(catalogue.say("nothing"))


def unexamined(verdicts: Verdicts) -> tuple[Protection, ...]:
    """The breaches on which nothing in the charter tells who could bring them about."""
    return tuple(each for verdict in verdicts.values for each in verdict.protections if each.level is None)


def sentence(text: str) -> str:
    """`text` with a capital at its start and a full stop at its end."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
