"""What an author asks while writing: what is this, what may stand here, where is it declared, where is it used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from lsprotocol import types as lsp

from charterlang.editor import calls, names
from charterlang.editor.completion import Item, complete, documented
from charterlang.editor.hover import hover
from charterlang.editor.places import Place
from charterlang.editor.signature import signature
from charterlang.editor.workspace import View
from charterlang.lsp.convert import markup

if TYPE_CHECKING:
    from charterlang.lsp.server import CharterServer, Session

_KINDS = {
    "keyword": lsp.CompletionItemKind.Keyword,
    "name": lsp.CompletionItemKind.Reference,
    "action": lsp.CompletionItemKind.Function,
    "word": lsp.CompletionItemKind.EnumMember,
    "form": lsp.CompletionItemKind.Class,
    "licence": lsp.CompletionItemKind.Constant,
    "library": lsp.CompletionItemKind.Module,
    "file": lsp.CompletionItemKind.File,
    "declaration": lsp.CompletionItemKind.Snippet,
}
_SYMBOLS = {
    "power": lsp.SymbolKind.Event,
    "value": lsp.SymbolKind.Key,
    "members": lsp.SymbolKind.Struct,
    "shares": lsp.SymbolKind.Struct,
    "assembly": lsp.SymbolKind.Interface,
    "board": lsp.SymbolKind.Interface,
    "group": lsp.SymbolKind.Interface,
    "office": lsp.SymbolKind.Interface,
}


class _Placed(Protocol):
    """A request about a place in a file."""

    text_document: lsp.TextDocumentIdentifier
    position: lsp.Position


def register(server: CharterServer) -> None:
    """Let the server answer questions about a place."""
    session = server.session

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        view, offset = _at(session, params)
        found = hover(view, offset) if view is not None else None
        return (
            lsp.Hover(markup(session, "hover", found.markdown), session.range(found.place))
            if found is not None
            else None
        )

    @server.feature(
        lsp.TEXT_DOCUMENT_COMPLETION,
        lsp.CompletionOptions(trigger_characters=[" ", ".", '"', "/"], resolve_provider=True),
    )
    def completed(params: lsp.CompletionParams) -> lsp.CompletionList:
        view, offset = _at(session, params)
        items = complete(session.workspace, view, offset) if view is not None else ()
        if not session.can.snippets:
            items = tuple(each for each in items if not each.snippet)
        return lsp.CompletionList(is_incomplete=False, items=[_item(session, each) for each in items])

    @server.feature(lsp.COMPLETION_ITEM_RESOLVE)
    def resolved(item: lsp.CompletionItem) -> lsp.CompletionItem:
        kind = next((kind for kind, each in _KINDS.items() if each == item.kind), "")
        words = documented(Item(item.label, kind, "", Place("", 0, 0))).documentation
        if words:
            item.documentation = markup(session, "completion", words)
        return item

    @server.feature(lsp.TEXT_DOCUMENT_SIGNATURE_HELP, lsp.SignatureHelpOptions([" ", ","], [","]))
    def signed(params: lsp.SignatureHelpParams) -> lsp.SignatureHelp | None:
        view, offset = _at(session, params)
        found = signature(view, offset) if view is not None else None
        if found is None:
            return None
        parts = [lsp.ParameterInformation(found.shape[start:end]) for start, end in found.parts]
        information = lsp.SignatureInformation(
            found.shape, markup(session, "signature", found.says), parts, found.active
        )
        return lsp.SignatureHelp([information], 0, found.active)

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def defined(params: lsp.DefinitionParams) -> list[lsp.Location]:
        view, offset = _at(session, params)
        places = names.definitions(view, offset) if view is not None else ()
        return [session.location(place) for place in places]

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def referred(params: lsp.ReferenceParams) -> list[lsp.Location]:
        view, offset = _at(session, params)
        declaration = params.context.include_declaration
        found = names.references(view, offset, declaration=declaration) if view is not None else ()
        return [session.location(use.place) for use in found]

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    def highlighted(params: lsp.DocumentHighlightParams) -> list[lsp.DocumentHighlight]:
        view, offset = _at(session, params)
        found = names.highlights(view, offset) if view is not None else ()
        kinds = {True: lsp.DocumentHighlightKind.Write, False: lsp.DocumentHighlightKind.Read}
        return [lsp.DocumentHighlight(session.range(use.place), kinds[use.declares]) for use in found]

    _register_calls(server)


def _register_calls(server: CharterServer) -> None:
    """Powers as a hierarchy."""
    session = server.session

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY)
    def prepared(params: lsp.CallHierarchyPrepareParams) -> list[lsp.CallHierarchyItem]:
        view, offset = _at(session, params)
        stations = calls.prepare(view, offset) if view is not None else ()
        uri = params.text_document.uri
        return [_station(session, each, uri) for each in stations]

    @server.feature(lsp.CALL_HIERARCHY_INCOMING_CALLS)
    def incoming(params: lsp.CallHierarchyIncomingCallsParams) -> list[lsp.CallHierarchyIncomingCall]:
        origin, name = _origin(params.item)
        view = session.view(origin)
        found = calls.incoming(view, name) if view is not None else ()
        return [
            lsp.CallHierarchyIncomingCall(
                _station(session, each.station, origin), [session.range(place) for place in each.places]
            )
            for each in found
        ]

    @server.feature(lsp.CALL_HIERARCHY_OUTGOING_CALLS)
    def outgoing(params: lsp.CallHierarchyOutgoingCallsParams) -> list[lsp.CallHierarchyOutgoingCall]:
        origin, name = _origin(params.item)
        view = session.view(origin)
        found = calls.outgoing(view, name) if view is not None else ()
        return [
            lsp.CallHierarchyOutgoingCall(
                _station(session, each.station, origin), [session.range(place) for place in each.places]
            )
            for each in found
        ]


def _at(session: Session, params: _Placed) -> tuple[View | None, int]:
    """The view and the offset of a request."""
    view = session.view(params.text_document.uri)
    return view, session.lines(view.path).offset(params.position) if view is not None else 0


def _item(session: Session, item: Item) -> lsp.CompletionItem:
    """An item of completion; the documentation of forms and licences comes when it is asked for."""
    return lsp.CompletionItem(
        label=item.label,
        kind=_KINDS[item.kind],
        detail=item.detail or None,
        documentation=markup(session, "completion", item.documentation) if item.documentation else None,
        sort_text=f"{item.order}{item.label}",
        insert_text_format=lsp.InsertTextFormat.Snippet if item.snippet else None,
        text_edit=lsp.TextEdit(session.range(item.place), item.text),
    )


def _station(session: Session, station: calls.Station, origin: str) -> lsp.CallHierarchyItem:
    place = session.range(station.place)
    kind = _SYMBOLS.get(station.kind, lsp.SymbolKind.Class)
    data = {"origin": origin, "id": station.id}
    return lsp.CallHierarchyItem(
        station.name, kind, session.uri(station.place.path), place, place, detail=station.detail or None, data=data
    )


def _origin(item: lsp.CallHierarchyItem) -> tuple[str, str]:
    """The file from which a hierarchy was opened, and the id of one of its stations."""
    data = item.data if isinstance(item.data, dict) else {}
    return str(data.get("origin", item.uri)), str(data.get("id", ""))
