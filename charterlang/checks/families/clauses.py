"""The codes of the papers: clauses, terms, references, templates, and what is still blank."""

from __future__ import annotations

from charterlang.checks.families.page import Page

PAGES: tuple[Page, ...] = (
    Page(
        "DOC101",
        "template-that-cannot-be-used",
        "error",
        "A clause template of your own cannot be used.",
        "Templates run in a sandbox and may use only what the papers offer; a name that is not there, or a slip "
        "in the syntax, would leave a hole in a paper that people sign.",
        "Correct the file at the line that is named, or take it out of your template folder: the usual wording is "
        "used then.",
    ),
    Page(
        "DOC102",
        "clause-for-no-paper",
        "error",
        "A clause is meant for a paper that this charter does not have.",
        "A clause that lands nowhere is a clause that its author believes in and nobody signs.",
        "Name one of the papers the finding lists, or leave `in …` away.",
        'clause quorum "Quorum" { in articles of kitchen; after meetings; text "…" }',
        'clause quorum "Quorum" { in bylaws of kitchen; after meetings; text "…" }',
    ),
    Page(
        "DOC103",
        "clause-at-no-place",
        "error",
        "A clause is to stand beside, or instead of, one that is not in the paper.",
        "Clauses are placed by the id of another one. If that is missing, nobody knows where the clause belongs, "
        "or the wording it should replace stays.",
        "Take the id the finding suggests; every clause shows its id in the Markdown and HTML papers.",
    ),
    Page(
        "DOC104",
        "clause-id-taken",
        "error",
        "Two clauses of one paper bear one id.",
        "References and redlines find a clause by its id. With two of them a reference points at either.",
        "Give your clause another name.",
    ),
    Page(
        "DOC105",
        "subject-the-law-asks-for",
        "error",
        "The law asks the constitution to cover a subject, and no clause does.",
        "A register refuses articles without their mandatory contents, and a court may call the body void or fill "
        "the gap with a rule nobody chose.",
        "Add a clause for the subject, or take back the one that a `without` left out. The finding cites the "
        "provision.",
    ),
    Page(
        "DOC106",
        "statement-not-in-the-papers",
        "error",
        "The charter says something that no paper says.",
        "The analysis reads the charter, people sign the papers. What stands in one and not in the other protects "
        "nobody.",
        "Put back the clause that states it, or write `states …` in the clause that replaces it.",
    ),
    Page(
        "DOC107",
        "protection-not-in-the-papers",
        "error",
        "What protects a value is in the analysis and in no paper.",
        "A verdict holds for the very documents that people sign. A rule that was left out of them will not stand "
        "in anybody's way.",
        "Put the clause back. If another clause says it in other words, let it say so: `states …`.",
    ),
    Page(
        "DOC108",
        "prescribed-point-not-stated",
        "error",
        "The law prescribes what the text must state, and no clause states it.",
        "Some laws do not only ask for a subject but for a point or for a sentence: an asset lock, a warning, the "
        "purpose in so many words.",
        "Add the point. The finding quotes it with the provision; `charter forms` shows all of them.",
    ),
    Page(
        "DOC109",
        "template-nobody-uses",
        "warning",
        "A file in your template folder replaces none and is not used.",
        "It is usually a slip in a path, and the wording you meant to change is still the usual one.",
        "Give the file the path of the template it should replace.",
    ),
    Page(
        "DOC111",
        "term-without-definition",
        "error",
        "A paper uses a defined term that it does not define.",
        "A capital letter promises a definition. Without one each reader takes the word as it suits them.",
        'Define it (`define "…" as "…"`), or write the word without making a term of it.',
    ),
    Page(
        "DOC112",
        "term-defined-twice",
        "error",
        "A paper defines a term twice.",
        "Two definitions are two meanings, and every clause with the word has both.",
        "Keep one of the two.",
    ),
    Page(
        "DOC113",
        "term-never-used",
        "warning",
        "A paper defines a term that it never uses.",
        "It puzzles the reader, who looks for the clause it was made for; often that clause was left out.",
        "Take the definition out, or look for the clause that is missing.",
        'define "Net surplus" as "surplus after reserves"',
        'define "Net surplus" as "surplus after reserves"\n'
        'clause share "Share" { in articles; after surplus; text "A tenth of the Net surplus goes to the commons." }',
    ),
    Page(
        "DOC114",
        "reference-to-nowhere",
        "error",
        "A reference points at a clause that is not in the paper.",
        '"As provided in Article 12" means nothing if there is no Article 12. It happens when a clause is left '
        "out that others rely on.",
        "Point it at another clause, or put the missing one back.",
    ),
    Page(
        "DOC115",
        "clause-told-twice",
        "error",
        "Two clauses of one paper have the same id.",
        "Numbers, references and redlines need each clause to be one thing.",
        "Rename one of the two; where a template does it, give the repeated clause an id of its own.",
    ),
    Page(
        "DOC116",
        "empty-clause",
        "error",
        "A clause has a heading and says nothing.",
        "An empty article looks like a rule that was taken out on purpose, and invites the question what it was.",
        "Write the clause or leave it out.",
    ),
    Page(
        "DOC117",
        "clause-said-twice",
        "warning",
        "Two clauses of one paper say the same.",
        "When one of them is changed later the other is forgotten, and then they contradict each other.",
        "Keep one, and refer to it from the other place.",
    ),
    Page(
        "DOC118",
        "clause-on-the-wrong-level",
        "error",
        "A clause stands where its level cannot stand.",
        "Numbering follows the levels: parts hold articles, articles hold sections, sections hold items. An item "
        "outside a section has no number anybody could cite.",
        "Move it into a clause of the level above.",
    ),
    Page(
        "DOC119",
        "mixed-formats",
        "warning",
        "A paper writes dates, numbers or money in more than one way.",
        "Two ways of writing look like two meanings; in some languages they are (1.000 and 1,000).",
        "Write them as the rest of the paper does.",
    ),
    Page(
        "DOC120",
        "blanks-left",
        "note",
        "Blanks are left in the papers.",
        "They show as marked blanks, and a registrar will ask for them. With `--for-signing` it is an error.",
        'Write them in the particulars of the body they belong to: `particulars { registered office "…" }`.',
    ),
    Page(
        "DOC121",
        "blank-that-asks-unclearly",
        "warning",
        "A blank does not say what belongs in it.",
        "Whoever fills it in guesses, and two people guess two things.",
        "Give the blank a hint in words: what, whose, in which form.",
    ),
)
