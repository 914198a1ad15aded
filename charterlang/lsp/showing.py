"""What an editor shows of a file beside its text: colours, outline, folds, hints, lenses, links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lsprotocol import types as lsp

from charterlang.editor import marks, ranges, symbols
from charterlang.editor.names import linked
from charterlang.editor.tokens import KINDS, MODIFIERS, Token, tokens

if TYPE_CHECKING:
    from charterlang.editor.symbols import Outline
    from charterlang.lsp.server import CharterServer, Session

SYMBOLS = {
    "charter": lsp.SymbolKind.File,
    "use": lsp.SymbolKind.Module,
    "value": lsp.SymbolKind.Key,
    "commons": lsp.SymbolKind.Namespace,
    "association": lsp.SymbolKind.Class,
    "firm": lsp.SymbolKind.Class,
    "party": lsp.SymbolKind.Class,
    "person": lsp.SymbolKind.Class,
    "investor": lsp.SymbolKind.Class,
    "public": lsp.SymbolKind.Class,
    "fund": lsp.SymbolKind.Class,
    "members": lsp.SymbolKind.Struct,
    "shares": lsp.SymbolKind.Struct,
    "assembly": lsp.SymbolKind.Interface,
    "board": lsp.SymbolKind.Interface,
    "group": lsp.SymbolKind.Interface,
    "office": lsp.SymbolKind.Interface,
    "asset": lsp.SymbolKind.Object,
    "hold": lsp.SymbolKind.Object,
    "power": lsp.SymbolKind.Event,
    "duty": lsp.SymbolKind.Operator,
    "lock": lsp.SymbolKind.Constant,
    "agreement": lsp.SymbolKind.Package,
    "currency": lsp.SymbolKind.Number,
    "provision": lsp.SymbolKind.Function,
    "flow": lsp.SymbolKind.Method,
}
_FOLDS = {"comment": lsp.FoldingRangeKind.Comment, "uses": lsp.FoldingRangeKind.Imports}
LEGEND = lsp.SemanticTokensLegend(list(KINDS), list(MODIFIERS))


def register(server: CharterServer) -> None:
    """Let the server describe files."""
    session = server.session

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outlined(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol] | list[lsp.SymbolInformation]:
        view = session.view(params.text_document.uri)
        if view is not None and not session.can.outlines:
            return [each for top in symbols.outline(view) for each in _flat(session, top, "")]
        return [_symbol(session, each) for each in symbols.outline(view)] if view is not None else []

    @server.feature(lsp.WORKSPACE_SYMBOL)
    def found(params: lsp.WorkspaceSymbolParams) -> list[lsp.WorkspaceSymbol]:
        return [
            lsp.WorkspaceSymbol(
                session.location(each.place),
                each.name,
                SYMBOLS.get(each.kind, lsp.SymbolKind.Variable),
                container_name=each.inside or None,
            )
            for each in symbols.find(session.workspace, params.query)
        ]

    @server.feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)
    def folded(params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
        view = session.view(params.text_document.uri)
        made = []
        for each in ranges.folds(view) if view is not None else ():
            place = session.range(each.place)
            end = place.end.line - (each.kind == "braces")
            if end > place.start.line:
                made.append(lsp.FoldingRange(place.start.line, end, kind=_FOLDS.get(each.kind)))
        return made

    @server.feature(lsp.TEXT_DOCUMENT_SELECTION_RANGE)
    def selected(params: lsp.SelectionRangeParams) -> list[lsp.SelectionRange]:
        view = session.view(params.text_document.uri)
        made = []
        for position in params.positions:
            around: lsp.SelectionRange | None = None
            offset = session.lines(view.path).offset(position) if view is not None else 0
            for place in reversed(ranges.selections(view, offset) if view is not None else ()):
                around = lsp.SelectionRange(session.range(place), around)
            made.append(around or lsp.SelectionRange(lsp.Range(position, position)))
        return made

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_LINK, lsp.DocumentLinkOptions(resolve_provider=False))
    def links(params: lsp.DocumentLinkParams) -> list[lsp.DocumentLink]:
        view = session.view(params.text_document.uri)
        found = ranges.links(view) if view is not None else ()
        tips = session.can.link_tips
        return [
            lsp.DocumentLink(session.range(each.place), each.url or session.uri(each.path), each.tip if tips else None)
            for each in found
        ]

    @server.feature(lsp.TEXT_DOCUMENT_LINKED_EDITING_RANGE)
    def linked_ranges(params: lsp.LinkedEditingRangeParams) -> lsp.LinkedEditingRanges | None:
        view = session.view(params.text_document.uri)
        if view is None:
            return None
        places = linked(view, session.lines(view.path).offset(params.position))
        return lsp.LinkedEditingRanges([session.range(each) for each in places]) if len(places) > 1 else None

    _register_marks(server)
    _register_tokens(server)


def _register_marks(server: CharterServer) -> None:
    """Hints and lenses."""
    session = server.session

    @server.feature(lsp.TEXT_DOCUMENT_INLAY_HINT)
    def hinted(params: lsp.InlayHintParams) -> list[lsp.InlayHint]:
        view = session.view(params.text_document.uri)
        if view is None:
            return []
        lines = session.lines(view.path)
        start, end = lines.offset(params.range.start), lines.offset(params.range.end)
        return [
            lsp.InlayHint(
                lines.position(each.offset),
                each.text,
                tooltip=each.tip if each.tip and session.can.hint_tips else None,
                padding_left=True,
            )
            for each in marks.hints(view, start, end)
        ]

    @server.feature(lsp.TEXT_DOCUMENT_CODE_LENS, lsp.CodeLensOptions(resolve_provider=False))
    def lenses(params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
        view = session.view(params.text_document.uri)
        return [
            lsp.CodeLens(
                session.range(each.place),
                lsp.Command(each.title, each.command, arguments=[session.uri(each.arguments[0]), *each.arguments[1:]]),
            )
            for each in (marks.lenses(view) if view is not None else ())
        ]


def _register_tokens(server: CharterServer) -> None:
    """Colours: of a file, of a part of it, or what changed since the last time."""
    session = server.session

    @server.feature(lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, LEGEND)
    def full(params: lsp.SemanticTokensParams) -> lsp.SemanticTokens:
        data, name = _tokens_of(session, params.text_document.uri)
        return lsp.SemanticTokens(data, name)

    @server.feature(lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA)
    def delta(params: lsp.SemanticTokensDeltaParams) -> lsp.SemanticTokens | lsp.SemanticTokensDelta:
        uri = params.text_document.uri
        before = session.results.last("tokens", session.path(uri))
        data, name = _tokens_of(session, uri)
        if before is None or before[0] != params.previous_result_id:
            return lsp.SemanticTokens(data, name)
        return lsp.SemanticTokensDelta(token_edits(before[1], data), name)

    @server.feature(lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE)
    def part(params: lsp.SemanticTokensRangeParams) -> lsp.SemanticTokens:
        view = session.view(params.text_document.uri)
        if view is None:
            return lsp.SemanticTokens([])
        lines = session.lines(view.path)
        start, end = lines.offset(params.range.start), lines.offset(params.range.end)
        found = [each for each in tokens(view, start, end) if each.start <= end and each.start + each.length >= start]
        return lsp.SemanticTokens(encoded(session, view.path, found))


def _tokens_of(session: Session, uri: str) -> tuple[list[int], str]:
    """The tokens of a file as numbers, and the name of this result."""
    view = session.view(uri)
    path = session.path(uri)
    data = encoded(session, path, tokens(view)) if view is not None else []
    return data, session.results.name("tokens", path, data)


def encoded(session: Session, path: str, found: tuple[Token, ...] | list[Token]) -> list[int]:
    """Tokens as the protocol counts them: five numbers each, the first two from the token before."""
    lines = session.lines(path)
    kinds = {kind: number for number, kind in enumerate(KINDS)}
    bits = {modifier: 1 << number for number, modifier in enumerate(MODIFIERS)}
    data: list[int] = []
    line = column = 0
    for token in found:
        place = lines.range(token.start, token.start + token.length)
        start = place.start
        data += (
            start.line - line,
            start.character - column if start.line == line else start.character,
            place.end.character - start.character,
            kinds[token.kind],
            sum(bits[modifier] for modifier in token.modifiers),
        )
        line, column = start.line, start.character
    return data


def token_edits(before: list[int], after: list[int]) -> list[lsp.SemanticTokensEdit]:
    """The one edit that turns some numbers into others: what they share in front and behind stays."""
    if before == after:
        return []
    least = min(len(before), len(after))
    front = next((index for index in range(least) if before[index] != after[index]), least)
    back = 0
    while back < least - front and before[-1 - back] == after[-1 - back]:
        back += 1
    return [lsp.SemanticTokensEdit(front, len(before) - front - back, after[front : len(after) - back])]


def _symbol(session: Session, found: Outline) -> lsp.DocumentSymbol:
    return lsp.DocumentSymbol(
        found.name,
        SYMBOLS.get(found.kind, lsp.SymbolKind.Variable),
        session.range(found.place),
        session.range(found.name_place),
        detail=found.detail or None,
        children=[_symbol(session, each) for each in found.children] or None,
    )


def _flat(session: Session, found: Outline, inside: str) -> Iterator[lsp.SymbolInformation]:
    """An outline as a list, for editors that show no trees."""
    kind = SYMBOLS.get(found.kind, lsp.SymbolKind.Variable)
    yield lsp.SymbolInformation(session.location(found.place), found.name, kind, container_name=inside or None)
    for child in found.children:
        yield from _flat(session, child, found.name)
