"""Which protections fell or rose between two charters, and who can do now what they could not do before."""

from __future__ import annotations

from charterlang._records import record
from charterlang.powers.verdicts import Level, Protection, Verdicts


@record
class Shift:
    """A value of a subject whose level is not what it was, with the weakest protection before and after.

    `before` or `after` is None where the value was not examined, or not there at all (`gone`, `new`).
    """

    value: str
    subject: str
    before: Level | None
    after: Level | None
    was: Protection | None
    now: Protection | None
    gone: bool = False
    new: bool = False
    firm: bool = False

    @property
    def fell(self) -> bool:
        """Whether the protection is worse than it was: lower, unexamined, given up, or as low but for fewer parties."""
        if self.new or self.before is None:
            return False
        if self.gone or self.after is None:
            return True
        if self.after != self.before:
            return self.after < self.before
        return self._size(self.now) < self._size(self.was)

    @staticmethod
    def _size(protection: Protection | None) -> int:
        return len(protection.coalition) if protection is not None else 0


def shifts(old: Verdicts, new: Verdicts) -> tuple[Shift, ...]:
    """Every value, and every firm's tie, that stands otherwise than before; falls first."""
    before = _index(old)
    after = _index(new)
    found = []
    for key in dict.fromkeys((*before, *after)):
        was_level, was = before.get(key, (None, None))
        now_level, now = after.get(key, (None, None))
        shift = Shift(
            key[1], key[2], was_level, now_level, was, now,
            gone=key not in after, new=key not in before, firm=key[0] == "tie",
        )  # fmt: skip
        if shift.gone or shift.new or was_level != now_level or shift.fell:
            found.append(shift)
    return tuple(sorted(found, key=lambda shift: not shift.fell))


def _index(verdicts: Verdicts) -> dict[tuple[str, str, str], tuple[Level | None, Protection | None]]:
    found: dict[tuple[str, str, str], tuple[Level | None, Protection | None]] = {
        ("value", verdict.value, verdict.subject): (verdict.level, verdict.weakest) for verdict in verdicts.values
    }
    found.update({("tie", tie.value, tie.firm): (tie.level, tie.protection) for tie in verdicts.ties})
    return found
