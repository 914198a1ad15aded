"""The codes of names, and of words and numbers that mean nothing."""

from __future__ import annotations

from charterlang.checks.families.page import Page

PAGES: tuple[Page, ...] = (
    Page(
        "NAM101",
        "unknown-name",
        "error",
        "Nothing in the charter goes by the name that is written here.",
        "A power, a duty or a holding that rests on a name nobody declared rests on nobody. What depends on it is left "
        "out of the model, and the papers could not say whom it means.",
        "Take the name that was meant, or declare it. Inside an entity its own classes, organs and assets are called "
        "by their short names; from outside, by the entity's name and a dot: `kitchen.council`.",
        'commons cookbook "Cookbook"\nfirm vendors { uses cookbok }',
        'commons cookbook "Cookbook"\nfirm vendors { uses cookbook }',
    ),
    Page(
        "NAM102",
        "name-declared-twice",
        "error",
        "Two things bear one name.",
        "Every power and every clause that speaks the name would mean either of the two. The first is counted, the "
        "other is not.",
        "Give one of them another name.",
        'party users "Readers"\nparty users "Writers"',
        'party readers "Readers"\nparty writers "Writers"',
    ),
    Page(
        "NAM103",
        "name-of-the-wrong-kind",
        "error",
        "The name is declared, but as something that cannot stand here.",
        "One protects a commons, upholds a value and holds an asset. A firm in the place of a commons says nothing "
        "that could be checked or written into the papers.",
        "Name a thing of the kind that is asked for.",
        "firm vendors\nassociation kitchen { protects vendors }",
        "commons cookbook\nassociation kitchen { protects cookbook }",
    ),
    Page(
        "NAM105",
        "several-bodies-meant",
        "error",
        "A word gathers several classes where one body must decide.",
        "`members` means all classes of members. Do they vote together or each for itself? The papers have to say.",
        "Name one class, or declare an assembly of them all; with one assembly, `members` means that.",
        "association guild {\n  members makers\n  members users\n  powers { dissolve requires members }\n}",
        "association guild {\n  members makers\n  members users\n  assembly all-hands of makers, users\n"
        "  powers { dissolve requires members }\n}",
    ),
    Page(
        "NAM106",
        "name-hides-an-imported-one",
        "warning",
        "The charter declares a name that `use` brings in too.",
        "What stands in the charter counts. Whoever reads the other file may think that counts. A value of the same "
        "kind may take the place of the library's without a word.",
        "Give one of the two another name, or drop one.",
        'use std/values/care\nvalue care "Everybody may leave." { kind exit }',
        'use std/values/care\nvalue freedom "Everybody may leave." { kind exit }',
    ),
    Page(
        "NAM107",
        "two-holders-of-the-whole",
        "error",
        "Two hold, or release, the same thing, each as a whole.",
        "Whoever holds a name, a domain or a title can give it away. The analysis must know who that is, and so must "
        "the register.",
        "Say it once, or name the shares.",
        "asset mark { kind trademark; held by a }\nparty a\nparty b { holds mark }",
        "asset mark { kind trademark; held by a 50%, b 50% }\nparty a\nparty b",
    ),
    Page(
        "NAM108",
        "said-twice",
        "error",
        "A statement that can be true in one way only is made twice.",
        "The first is counted. If the two differ, one of them misleads whoever reads it.",
        "Keep one of the two.",
        'association guild { seat "Bonn"; seat "Kiel" }',
        'association guild { seat "Bonn" }',
    ),
    Page(
        "NAM109",
        "dot-in-a-name",
        "error",
        "A declared name holds a dot.",
        "A dot reaches inside an entity: `kitchen.council` is the council of the kitchen. A name with a dot of its own "
        "could be mistaken for such a thing.",
        "Write a hyphen, or declare the thing inside the entity.",
        "party city.council",
        "party city-council",
    ),
    Page(
        "NAM111",
        "unknown-word",
        "warning",
        "A word for an action, a kind or a ground that the language does not know.",
        "The word is kept and stands in the papers, but nothing is known of what it means: no value is broken by an "
        "unknown act, no value protected by an unknown ground of consent.",
        "Take one of the known words; the finding lists them.",
        'value openness "Open" { kind opennes }',
        'value openness "Open" { kind openness }',
    ),
    Page(
        "NAM112",
        "duty-without-debtor",
        "error",
        "A duty in an agreement or a commons names nobody who owes it.",
        "Inside an entity a duty is owed by that entity. Elsewhere nobody can tell who must act, and nobody could be "
        "sued.",
        "Begin the duty with the party that owes it.",
        "party a\nparty b\nagreement pact {\n  between a, b\n  duties { report to b }\n}",
        "party a\nparty b\nagreement pact {\n  between a, b\n  duties { a reports to b }\n}",
    ),
    Page(
        "NAM113",
        "act-upon-the-wrong-thing",
        "warning",
        "An act is named upon a thing to which it cannot be done.",
        "One expels a member, not a cookbook. The analysis would never look for such an act, so the power would guard "
        "nothing.",
        "Name the thing that is meant, or the act that is meant.",
        "commons cookbook\nassociation guild {\n  members makers\n  powers { expel cookbook requires makers }\n}",
        "association guild {\n  members makers\n  powers { expel from makers requires makers }\n}",
    ),
    Page(
        "NAM120",
        "files-in-a-circle",
        "error",
        "Files use one another in a circle.",
        "Each would have to be read before the other. What was read so far is used, the last `use` is not followed.",
        "Move what both need into a file of its own, and let both use that.",
    ),
    Page(
        "NAM121",
        "file-that-cannot-be-used",
        "error",
        "A file named by `use` is not there, or cannot be read.",
        "What it should declare is missing from the model, so many names may be unknown.",
        "Mend the path. It starts from the folder of the file in which `use` stands.",
        'use "nowhere.charter"',
        "use std/values/care",
    ),
    Page(
        "NAM122",
        "file-outside-the-project",
        "error",
        "`use` names a file outside of the project.",
        "A charter that comes from elsewhere must not be able to read just any file of the machine it is compiled on, "
        "by a path or by a link.",
        "Copy the file into the project, or put a `charter.toml` into the folder that holds both.",
        'use "../elsewhere.charter"',
        "use std/values/care",
    ),
    Page(
        "NAM123",
        "unknown-part-of-the-library",
        "error",
        "The standard library has no part of that name.",
        "Nothing is brought in, so what should come from it is missing.",
        "Take one of its parts; the finding lists them.",
        "use std/values/opennes",
        "use std/values/openness",
    ),
    Page(
        "NAM124",
        "unknown-edition",
        "error",
        "The charter is written in an edition of the language that this compiler does not know.",
        "An edition fixes what the words of a charter mean, for good. Reading one edition as another could change what "
        "people have signed.",
        "Take a newer compiler, or write the edition whose meaning you want.",
        'charter "Later" { edition 9 }',
        'charter "Now" { edition 1 }',
    ),
    Page(
        "NAM130",
        "impossible-measure",
        "error",
        "A share, a rule or a month that cannot be.",
        "More than the whole, four of three seats, a thirteenth month: what was meant cannot be guessed, and is left "
        "out.",
        "Write a share between 0% and 100%, no more seats than there are, and months from 1 to 12.",
        "association guild {\n  members makers\n  powers { dissolve requires makers by 5/4 }\n}",
        "association guild {\n  members makers\n  powers { dissolve requires makers by 4/5 }\n}",
    ),
)
