"""The table of rules, listed without importing any. Written by `python -m charterlang.checks.pages`."""

from charterlang.checks.rule import Entry

# fmt: off
RULES: tuple[Entry, ...] = (
    Entry("POW110", "exposed-value", "error", True, "0.1.0", "pow.pow110_exposed_value",
          ("values",),
          "One commercial party alone, or anyone who joins an open class, can break a value the charter promises."),
    Entry("AST110", "asset-without-holder", "warning", False, "0.1.0", "ast.ast110_asset_without_holder",
          ("assets",),
          "Nobody is said to hold an asset of the commons."),
    Entry("AST120", "unprotected-commons", "error", True, "0.1.0", "ast.ast120_unprotected_commons",
          ("commons",),
          "No association protects a commons."),
    Entry("GOV111", "seats-that-do-not-add-up", "error", False, "0.1.0", "gov.gov111_seats_that_do_not_add_up",
          ("organs",),
          "An organ's seats and the people who fill them do not add up."),
)
