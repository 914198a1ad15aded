"""charterlang: from a plain-words charter to the papers that protect a commons, and the proof that they do.

```python
import charterlang

found = charterlang.check("kitchen.charter")
for finding in found.findings:
    print(finding.code, finding.message)
for verdict in found.verdicts.values:
    print(verdict.value, verdict.level)
built = charterlang.build("kitchen.charter", "build/kitchen", formats=("docx", "pdf"))
```

What comes back is plain data: records that never change, with their places in the text. Mistakes in a charter are
findings, never exceptions. Nothing is imported before it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from charterlang.building import Built, build
    from charterlang.compiler import Compilation, check, load
    from charterlang.model import Charter
    from charterlang.settings import Settings
    from charterlang.source import Finding, LocalFiles, MemoryFiles, Severity

__all__ = [
    "Built",
    "Charter",
    "Compilation",
    "Finding",
    "LocalFiles",
    "MemoryFiles",
    "Settings",
    "Severity",
    "__version__",
    "build",
    "check",
    "load",
]

_HOMES = {
    "Built": "charterlang.building",
    "Charter": "charterlang.model",
    "Compilation": "charterlang.compiler",
    "Finding": "charterlang.source",
    "LocalFiles": "charterlang.source",
    "MemoryFiles": "charterlang.source",
    "Settings": "charterlang.settings",
    "Severity": "charterlang.source",
    "build": "charterlang.building",
    "check": "charterlang.compiler",
    "load": "charterlang.compiler",
}


def __getattr__(name: str) -> Any:
    """Fetch a name of the public interface from its home when it is first used."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return __all__
