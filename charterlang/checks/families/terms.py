"""Levels, kinds of value and sides: the words in which verdicts speak."""

from __future__ import annotations

TERMS: dict[str, str] = {
    "exposed": """\
Level 0. One commercial party alone can break the value, or outsiders can by joining a class whose door stands
open and turning one vote. An error.""",
    "commercial": """\
Level 1, and a side.

As a level: commercial parties together can break the value. A vote of members who would themselves share in the
proceeds counts here too (*contingent*). An error.

As a side: investors, firms, lenders, and holders of stakes they may sell. They may be the best of people; what
counts is that they gain from the breach, or can be replaced by a buyer who does.""",
    "insider": """\
Level 2, and a side.

As a level: the value falls only with the help of insiders, and no class of members need agree. A warning.

As a side: founders, staff, organs that sit until the next election, organs that fill their own seats, a public
body deciding as owner, and a non-profit whose control nobody described.""",
    "community": """\
Level 3, and a side.

As a level: the value falls only with a simple majority of a class of the community, or when a community that
could leave whole does not.

As a side: members and people affected, who hold no stake they could be paid for. Members who would share in the
proceeds of a breach count as commercial in that breach.""",
    "entrenched": """\
Level 4. The value falls only with a supermajority, with several classes of the community, or with the consent
of an independent guardian who may refuse for the sake of the value.""",
    "beyond-reach": """\
Level 5. Nobody inside can break the value: a statute, a trust, a lease or an irrevocable grant stands in the
way of every group, or the charter says `never` and nobody can amend that.""",
    "not-examined": """\
No level. The charter says nothing of the act that would break the value, so nothing is known. Silence is never
level 5: the finding says what to write.""",
    "contingent": """\
A value whose fate hangs on a class that would itself gain from the breach. It counts as level 1; threshold,
turnout and margin are printed, because history knows both ends: members who voted for the payout, and members
who did not.""",
    "openness": """\
All may use the commons, study it, change it and share it. Future versions are closed by whoever may relicense:
the holder of the copyright, the taker of a broad contributor agreement, or, under a permissive licence, whoever
holds the name and the place of publication together. Versions already published under an irrevocable licence
stay open.""",
    "reciprocity": """\
Those who take from the commons give back. Broken as openness is; by ending or amending the duty to return; by
selling a firm to somebody who is not bound.""",
    "identity": """\
The community keeps its name. Broken by whoever may transfer or withhold the mark, the domain or the registry,
each by itself: a right to fork saves the work, never the name.""",
    "asset-lock": """\
What was given for the commons stays in it. Broken by selling, converting, merging, distributing, or dissolving
into hands that may pay it out; recipients are followed to the end of the chain.""",
    "stewardship": """\
The holder serves the purpose and not an owner. Broken by converting it, selling it to a firm for profit, a
commercial majority in its organs, or a change of purpose.""",
    "mission-lock": """\
The purpose stays. Broken by amending it, by dropping a certification, by converting, or by selling control.""",
    "community-control": """\
Those who make and use the commons steer it. Broken by filling or abolishing organs without them, by a door open
to anyone with money, and by a private holder of the name, the channel or the whole title.""",
    "independence": """\
No single outside party steers the commons. Broken by commercial control or sale of its holder, by a release
channel in private hands, by a sole supplier. The mark alone, or paid work, does not break it.""",
    "continuity": """\
The commons goes on. Broken when the main payer or employer leaves, when the holder ends or moves it, when the
channel is withdrawn.""",
    "affordability": """\
Those it was made for can pay for it. Broken by selling, converting, and by whoever may set or amend the price.""",
    "data-control": """\
Those whom the data are about decide together what becomes of it. Broken by a sale or transfer of the data, a
change of its terms, or an insolvency, without their collective consent. A right to delete one's own record
protects nothing here.""",
    "exit": """\
Who leaves takes their share: the work, their data, their stake. Broken where nobody may fork, export or leave
with it.""",
    "care": """\
Nobody whom a provision affects is left without a voice in it or a remedy for it.""",
    "guardian": """\
A side: statute, courts, regulators and independent bodies, when somebody else's act needs their consent and
that somebody does not control them. A consent protects only what it may be refused for.""",
    "outsiders": """\
A side: people who are not there yet. A class open to all without waiting, vetting or real cost counts them in.""",
}
"""Each word and what it means, in Markdown."""
