"""Two versions of a charter: what was added, removed or changed, and every protection that fell or rose.

Amending bylaws is a legal act, so a change is judged by what it does to the values, not by how much text it moves.
"""

from charterlang.compare.changes import Change, changes
from charterlang.compare.protections import Shift, shifts

__all__ = ["Change", "Shift", "changes", "shifts"]
