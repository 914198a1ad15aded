"""What an editor can show and do, as it said when it came: it is sent nothing else."""

from __future__ import annotations

from typing import Any

from lsprotocol import types as lsp

from charterlang._records import record


@record
class Abilities:
    """What a client can do; what it does not speak of, it cannot.

    `markdown` holds the places ("hover", "completion", "signature") where it shows Markdown; `refreshes` what it can
    be told to ask for again.
    """

    pulls: bool = False
    refreshes: frozenset[str] = frozenset()
    markdown: frozenset[str] = frozenset()
    snippets: bool = False
    versioned_edits: bool = False
    outlines: bool = False
    link_tips: bool = False
    hint_tips: bool = False
    related: bool = False
    faded: bool = False


def abilities(said: lsp.ClientCapabilities) -> Abilities:
    """What a client says of itself."""

    def get(*path: str) -> Any:
        found: Any = said
        for step in path:
            found = getattr(found, step, None)
        return found

    formats = {
        "hover": get("text_document", "hover", "content_format"),
        "completion": get("text_document", "completion", "completion_item", "documentation_format"),
        "signature": get("text_document", "signature_help", "signature_information", "documentation_format"),
    }
    refreshes = {
        "diagnostic": get("workspace", "diagnostics", "refresh_support"),
        "codeLens": get("workspace", "code_lens", "refresh_support"),
        "inlayHint": get("workspace", "inlay_hint", "refresh_support"),
    }
    properties = get("text_document", "inlay_hint", "resolve_support", "properties") or ()
    return Abilities(
        pulls=get("text_document", "diagnostic") is not None,
        refreshes=frozenset(name for name, can in refreshes.items() if can),
        markdown=frozenset(name for name, known in formats.items() if lsp.MarkupKind.Markdown in (known or ())),
        snippets=bool(get("text_document", "completion", "completion_item", "snippet_support")),
        versioned_edits=bool(get("workspace", "workspace_edit", "document_changes")),
        outlines=bool(get("text_document", "document_symbol", "hierarchical_document_symbol_support")),
        link_tips=bool(get("text_document", "document_link", "tooltip_support")),
        hint_tips="tooltip" in properties,
        related=bool(get("text_document", "publish_diagnostics", "related_information")),
        faded=get("text_document", "publish_diagnostics", "tag_support") is not None,
    )
