"""A workspace in memory, and texts with a mark where the cursor stands."""

from __future__ import annotations

from charterlang.editor.workspace import View, Workspace
from charterlang.source import MemoryFiles

MARK = "¦"


class Desk:
    """A workspace whose files are in memory; `put` writes a text, and remembers where its mark is."""

    def __init__(self, **files: str) -> None:
        self.workspace = Workspace(MemoryFiles(files))
        self.offset = 0

    def put(self, text: str, path: str = "main.charter", *, judged: bool = False) -> View:
        self.offset = max(text.find(MARK), 0)
        self.workspace.write(path, text.replace(MARK, ""))
        if judged:
            for root in self.workspace.roots(path):
                self.workspace.keep(self.workspace.judge(self.workspace.reading(root)))
        view = self.workspace.view(path)
        assert view is not None
        return view
