"""What a rule is: its code and name, how much it weighs, and the findings it makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, TypedDict, Unpack

from charterlang._records import record
from charterlang.source import Finding, Fix, Label, Severity, Span

if TYPE_CHECKING:
    from charterlang.checks.context import Context

Subject = Literal[
    "agreements", "assets", "associations", "classes", "commons", "contributions", "currencies", "dissolutions",
    "duties", "entities", "fallen values", "firms", "flows", "forms", "licences", "losses", "notes", "organs",
    "passed consents", "powers", "provisions", "surplus", "unexamined values", "untied firms", "values",
]  # fmt: skip
"""What a rule looks at. On a charter that has none of it the rule has nothing to say, and is not even imported."""


class Parts(TypedDict, total=False):
    """The parts of a finding beside its message, each as in `Finding`."""

    severity: Severity
    label: str
    related: tuple[Label, ...]
    steps: tuple[str, ...]
    help: tuple[str, ...]
    fixes: tuple[Fix, ...]
    verdict: str
    subject: str
    file: str


@record
class Rule:
    """What is known of a rule before it runs.

    `code` is its family and three digits; 900 to 999 are left to rules of others. `name` says the fault, so that it
    reads after "allow …". `since` is the version that brought it. A rule with `protection` reports a value that
    stands open to its enemies: its errors are silenced only with a signature; one `for_signing` speaks only when
    the signing is near. `looks_at` names the kinds of thing of which at least one must be there.
    """

    code: str
    name: str
    severity: Severity
    looks_at: tuple[Subject, ...] = field(default=("entities",))
    protection: bool = False
    for_signing: bool = False
    since: str = "0.1.0"

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code[:3]

    def finding(self, message: str, span: Span | None, **parts: Unpack[Parts]) -> Finding:
        """A finding of this rule, at its own severity unless another is given."""
        parts.setdefault("severity", self.severity)
        return Finding(code=self.code, message=message, span=span, **parts)


class RuleModule(Protocol):
    """The file of a rule: its metadata, two charters that show the fault and its absence, and the check itself.

    The docstring opens with the fault as a sentence and goes on under the headings of `HEADINGS`, in Markdown.
    """

    __doc__: str | None
    RULE: Rule
    BAD: str
    GOOD: str

    def check(self, context: Context) -> Iterator[Finding]:
        """The findings of this rule on a charter; pure."""


HEADINGS = ("What it checks", "Why it matters", "The law and sources", "How to mend it")
"""The headings of every rationale, in this order."""


class Entry(NamedTuple):
    """A row of the table of rules: what can be said of a rule without importing it; `fault` opens its docstring."""

    code: str
    name: str
    severity: str
    protection: bool
    since: str
    module: str
    looks_at: tuple[Subject, ...]
    for_signing: bool
    fault: str
