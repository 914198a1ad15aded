"""The codes of files."""

from __future__ import annotations

from charterlang.checks.families.page import Page

PAGES: tuple[Page, ...] = (
    Page(
        "SRC101",
        "unreadable-file",
        "error",
        "The charter cannot be read as text.",
        "It is not there, it is a folder, you may not read it, it is too large, or it is not UTF-8. Nothing else can "
        "be said of it.",
        "Name a `.charter` file saved as UTF-8, or `-` for the standard input.",
    ),
)
