"""The codes of what a charter says of its own findings: allowances and expectations."""

from __future__ import annotations

from charterlang.checks.families.page import Page

PAGES: tuple[Page, ...] = (
    Page(
        "ALW110",
        "unsigned-allowance",
        "error",
        "A value that can be broken is to be silenced, and nobody signs for it.",
        "An allowance puts the reason on record. For an error of protection that is not enough: somebody has to "
        "take responsibility, so that those who come later know whom to ask.",
        'Add who signs, and when: `signed by "Ada, 12 March 2012"`. Name the whole code; a family (`POW`) cannot '
        "be silenced at once.",
        'allow POW110 because "we are two friends"',
        'allow POW110 because "the founders hold it until the foundation is registered" signed by "Ada, 12 March 2012"',
    ),
    Page(
        "ALW120",
        "idle-allowance",
        "warning",
        "An allowance silences nothing any more.",
        "What it was for has been mended, or the line stands in the wrong block. If it stays it may hide the next "
        "finding of that kind.",
        "Take the line out, or move it into the block it is meant for.",
    ),
    Page(
        "ALW130",
        "allowance-for-no-finding",
        "warning",
        "An allowance names a code that does not exist.",
        "It silences nothing, and whoever wrote it believes it does.",
        "Take the code the finding suggests; `charter rules` lists them all.",
    ),
    Page(
        "EXP110",
        "expectation-not-met",
        "error",
        "The analysis does not come out as the author expects.",
        "An `expect` line is what the author believes of the charter. Where it does not hold, either the charter "
        "does not do what it should, or the belief was wrong; both should be known before anybody signs. `charter "
        "test` runs all of them.",
        "Mend the charter until it holds, or change the expectation to what you accept and can answer for.",
        "expect openness is entrenched",
        "expect openness is at least community",
    ),
)
