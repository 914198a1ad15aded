"""What every row of every table shares: how it is validated, and how much it may be trusted."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Confidence = Literal["high", "medium", "low"]
"""`high`: the statute or several sources were read; `medium`: partly read; `low`: recalled, check before use."""

Words = Annotated[str, StringConstraints(min_length=1)]
"""Text that says something; an empty string is a slip in a data file."""

UNVERIFIED = "unverified"
"""The id of the source "general knowledge": what rests on it alone was recalled, not read."""


class Row(BaseModel):
    """A row of a table, or a part of one: read-only, and refusing fields it does not know.

    Models are built on first use, since building all of them would slow every command that needs one.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Source(Row):
    """A text on which facts rest.

    `id` is the key rows cite; `title` names the text; `where` says where it was found ("" where it is only known of);
    `how_read` says how much of it was read, in words: trust nothing beyond that.
    """

    id: Words
    title: Words
    where: str
    how_read: Words
    note: str = ""

    @property
    def was_read(self) -> bool:
        """Whether at least part of the text was read, rather than recalled or seen at second hand."""
        return self.how_read.startswith(("read", "note read", "opening read", "texts", "data read"))


def trust(last_verified: int | None, confidence: Confidence) -> str:
    """The words that follow every citation: "verified 2024, confidence high"."""
    when = f"verified {last_verified}" if last_verified else "not verified against a text"
    return f"{when}, confidence {confidence}"
