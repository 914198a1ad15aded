"""The checks: what is wrong with a charter, said so that its author can mend it.

One file a rule, in the folder of its family: metadata (`RULE`), a rationale with its basis in law or governance (the
docstring, under fixed headings), a charter that shows the fault (`BAD`) and one that does not (`GOOD`), and a pure
function `check(context)` that yields findings. Tests run both charters; `charter explain` and the pages of
`docs/rules/` are made from the same file, so none of them can say something else.

**The families.** `POW` reads the verdicts of the power analysis, `TIE` what binds firms, `AST` who holds the keys,
`LAW` what the legal forms demand, `LIC` the licences, `GOV` how bodies decide, `FLO` what flows, `PAP` what the papers
still lack. `EXP` and `ALW` speak of the charter's own expectations and allowances.

**One cause, one finding.** A rule stays silent where another already names the same cause, and nothing is said that
its reader could not act upon. `Context` holds what rules look up together; it is computed once, when first asked for.

**Adding a rule.** Copy the nearest rule, write both examples first, then run `python -m charterlang.checks.pages`,
which rewrites the table of rules and the pages. `charter check` imports only rules whose subjects the charter has.
"""
