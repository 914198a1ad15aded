"""The codes of syntax: slips in the wording, told before anything else is looked at."""

from __future__ import annotations

from charterlang.checks.families.page import Page

_READ_ON = (
    "What the compiler cannot read it cannot weigh: the statement is left out of everything that follows, while all "
    "others are read as they stand."
)

PAGES: tuple[Page, ...] = (
    Page(
        "SYN101",
        "unknown-declaration",
        "error",
        "A word in the first column opens no declaration of the language.",
        "A declaration says what sort of thing follows: a commons, an association, a firm, an agreement. Without it, "
        "nothing beneath it has a meaning. The other declarations of the file are read all the same.",
        "Take the keyword that was meant. `charter explain` lists them, and the message names the nearest.",
        'asociation kitchen "Friends of the Kitchen"',
        'association kitchen "Friends of the Kitchen"',
    ),
    Page(
        "SYN102",
        "unexpected-word",
        "error",
        "A word stands where the statement asks for another.",
        _READ_ON,
        "Write one of what was expected; the line below the excerpt shows the shape of the statement.",
        "association kitchen { powers { sell house require council } }",
        "association kitchen { powers { sell house requires council } }",
    ),
    Page(
        "SYN103",
        "brace-left-open",
        "error",
        "A brace or a bracket is opened and never closed, or a brace is missing before the statements.",
        "Braces say what belongs to what. Where one is missing, a statement may be taken for part of something else. "
        "The next declaration in the first column ends whatever is still open, so the damage stays within one.",
        "Close it where the indentation shows that it should end.",
        "firm vendors {\n  count 60\n",
        "firm vendors {\n  count 60\n}\n",
    ),
    Page(
        "SYN104",
        "text-left-open",
        "error",
        "A text in quotation marks is never closed, or ends earlier than was meant.",
        "Whatever stands between the marks goes into the papers as it is; the compiler must know where it ends.",
        'Close a text on its line with `"`; write a longer one between `"""` and `"""`; write `\\"` for a mark within.',
        'firm vendors { purpose "To feed the street }',
        'firm vendors { purpose "To feed the street" }',
    ),
    Page(
        "SYN105",
        "foreign-character",
        "error",
        "A character is not of the language: a curly quotation mark, a colon, a bullet, one that cannot be seen.",
        "Word processors and other keyboards put such characters in without asking. In texts everything is welcome; "
        "outside them a lookalike would make two names that read alike and are not the same.",
        "Let the fix replace it (`charter check --fix`), or put the text in quotes.",
        "firm vendors “Street Vendors”",
        'firm vendors "Street Vendors"',
    ),
    Page(
        "SYN106",
        "two-statements-on-a-line",
        "error",
        "A statement begins on the line on which another stands.",
        "One statement a line is how a charter is read aloud.",
        "Give each its own line, or part the two with `;`.",
        "firm vendors {\n  form de.eg count 60\n}",
        "firm vendors {\n  form de.eg; count 60\n}",
    ),
    Page(
        "SYN107",
        "something-missing",
        "error",
        "A statement ends, or goes on, before it has said what it must: a name, a number, a text.",
        _READ_ON + " The compiler does not guess at what is missing.",
        "Write what was expected; the line below the excerpt shows the shape of the statement.",
        "firm vendors { count }",
        "firm vendors { count 60 }",
    ),
    Page(
        "SYN108",
        "brace-too-many",
        "error",
        "A `}` closes nothing, or closes a declaration before its last statement.",
        "Statements behind the last brace belong to nothing and would be lost.",
        "Take the brace away that is one too many; indentation shows which.",
        "firm vendors {\n  count 60\n}\n}\n",
        "firm vendors {\n  count 60\n}\n",
    ),
    Page(
        "SYN109",
        "statement-of-another-declaration",
        "error",
        "A statement stands in a declaration that has no such statement.",
        "A licence is a commons' own, a quorum an organ's: the papers and the analysis look for it there and nowhere "
        "else.",
        "Move it to where it belongs; the message names the place.",
        "firm vendors { licence CC-BY-SA-4.0 }",
        "commons cookbook { licence CC-BY-SA-4.0 }",
    ),
    Page(
        "SYN110",
        "unknown-statement",
        "error",
        "A line in braces begins with a word that opens no statement there.",
        _READ_ON,
        "Take the word that was meant; where none is near, the message lists what can stand there.",
        "firm vendors { upholdz care }",
        "firm vendors { upholds care }",
    ),
    Page(
        "SYN111",
        "outside-any-declaration",
        "error",
        "Text stands before the first declaration, or behind the end of one.",
        "It would go into no paper and be weighed by no rule; its author believes that it does.",
        "Begin it with a declaration keyword in the first column, or make a comment of it with `#`.",
        "firm vendors\n\n  and this we also want\n",
        "firm vendors\n\n# and this we also want\n",
    ),
    Page(
        "SYN112",
        "number-or-date-written-otherwise",
        "error",
        "A number or a date is written as it is elsewhere, or cannot be: 1.000, 12.03.2012, 3/0, the 30th of February.",
        "1.000 is one in one country and a thousand in the next, 03/12 is March or December. In a contract that is a "
        "lawsuit, so the language knows one way to write each.",
        "Write numbers without separators (5000, 12.5), fractions as 2/3, dates as 2026-03-01.",
        "firm vendors { balance 20.000 EUR }",
        "firm vendors { balance 20000 EUR }",
    ),
    Page(
        "SYN113",
        "nothing-declared",
        "error",
        "The file is empty, or holds nothing but comments.",
        "Nothing can be said of a charter that says nothing; it would pass every check.",
        'Begin with its head: `charter "TITLE" { edition 1 }`. `charter new` asks for the rest.',
        "# to be written\n",
        'charter "Kitchen" { edition 1 }',
    ),
    Page(
        "SYN114",
        "brackets-too-deep",
        "error",
        "Brackets stand within brackets more than forty levels deep.",
        "A decision that needs so many brackets is one that no meeting could apply.",
        "Give parts of the decision to organs of their own and name those.",
        f"association kitchen {{ powers {{ act requires {'(' * 41}council{')' * 41} }} }}",
        "association kitchen { powers { act requires ((council)) } }",
    ),
    Page(
        "SYN115",
        "too-many-slips",
        "error",
        "A declaration has more than twelve slips, or a file more than a hundred broken declarations.",
        "Beyond that, one slip most often follows from another, and a list of them helps nobody.",
        "Mend those that are listed and check again. If the file is no charter, that is the answer.",
        "firm vendors {\n" + "".join(f"  nonsense{'abcdefghijklm'[number]}\n" for number in range(13)) + "}\n",
        "firm vendors\n",
    ),
    Page(
        "SYN116",
        "line-broken-or-joined",
        "error",
        "A line ends where the statement does not, or a comma, `and` or `or` at its end takes in the next statement.",
        "The end of a line ends a statement, except after a comma, `and` or `or` and inside brackets. A comma left "
        "over at the end of a list makes the next line part of that list.",
        "Join the lines, break them behind a comma, `and` or `or`, or take the comma away.",
        "firm vendors {\n  uses cookbook,\n  count 60\n}",
        "firm vendors {\n  uses cookbook\n  count 60\n}",
    ),
)
