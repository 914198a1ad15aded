"""The papers: model and verdicts go in, clause trees come out.

`write.write` says which papers a charter yields. A constitution (`constitution`) follows its family of legal form
(`families`), every other paper its plan (`plans`); both are lists of clause ids, and each id is a template file. A
template (`press`) runs in Jinja2's sandbox and prints a small markup (`markup`) in which values are tokens, so nothing
a charter says is ever read as markup. What it can say is laid out on a `desk`: names (`names`), decisions and acts
(`phrases`), duties (`duties`), votes, seats and money (`wording`), all made of the patterns of one language
(`catalogue`). A `Sheet` gathers the clauses (`assemble`): what each states, where that stands in the charter
(`provenance`), which law asks for it; a lawyer's own clauses are put in (`edits`), passages that refer to a clause
which is not there go, terms are defined, numbers given (`number`).

`coverage` tells which clause states which element of the model, and what none states; `findings` says so to people.
Nothing here looks at other findings, and emitters see nothing but the tree (`tree`).

To add a clause: write `templates/en/FOLDER/ID.md.j2` and put its id into a family or a plan. To answer a subject that
a legal form requires: name it in a clause's `@ covers`, or add `templates/en/required/SUBJECT.md.j2`. To answer a text
that the law prescribes: `templates/en/prescribed/FORM.md.j2`, with the points of the form's row in `@ points`.
"""
