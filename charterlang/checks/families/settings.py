"""The codes of a project's settings."""

from __future__ import annotations

from charterlang.checks.families.page import Page

PAGES: tuple[Page, ...] = (
    Page(
        "SET100",
        "settings-that-cannot-be-read",
        "error",
        "The settings file is no TOML.",
        "Until it can be read the usual settings apply, which may be milder or stricter than yours.",
        "Mend the line that is named: texts in quotes, lists in square brackets.",
    ),
    Page(
        "SET101",
        "unknown-setting",
        "error",
        "There is no setting of that name.",
        "A slip in a name changes nothing and says nothing, which is the worst a setting can do.",
        "Take the name the finding suggests.",
    ),
    Page(
        "SET102",
        "setting-with-a-wrong-value",
        "error",
        "A setting has a value it cannot have.",
        "The usual value is taken instead, so the project is not checked as its owner believes.",
        "Write a value of the kind, or one of the words, that the finding names.",
    ),
)
