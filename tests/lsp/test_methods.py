"""Every method of the table in docs/editors.md, asked by a real client under the capabilities of three editors."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from buffers import EXAMPLES, Buffer, codes
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pytest_lsp import LanguageClient

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def kitchen(client: LanguageClient) -> AsyncIterator[Buffer]:
    text = (EXAMPLES / "good" / "occupy-kitchen.charter").read_text(encoding="utf-8")
    buffer = Buffer(client, "file:///commons/kitchen.charter", text)
    await buffer.judged()
    yield buffer
    buffer.close()


@pytest.fixture
def brindle(client: LanguageClient) -> Iterator[Buffer]:
    text = (EXAMPLES / "bad" / "brindle-inc.charter").read_text(encoding="utf-8")
    buffer = Buffer(client, "file:///commons/brindle.charter", text)
    yield buffer
    buffer.close()


def edits(found: lsp.WorkspaceEdit) -> list[lsp.TextEdit]:
    """The edits of an answer, in whichever of the two shapes the editor takes."""
    if found.document_changes:
        return [edit for document in found.document_changes for edit in document.edits]
    return [edit for mine in found.changes.values() for edit in mine]


def place(buffer: Buffer, words: str, into: int = 1) -> dict[str, object]:
    return {"text_document": buffer.document, "position": buffer.at(words, into)}


async def test_hover_says_what_a_name_is_and_how_it_is_protected(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_hover_async(lsp.HoverParams(**place(kitchen, "relicense cookbook", 12)))
    assert "**cookbook**, a commons: The Open Cookbook" in found.contents.value
    assert "**openness** of The Open Cookbook: entrenched (4)" in found.contents.value


async def test_hover_gives_the_facts_of_a_legal_form(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_hover_async(lsp.HoverParams(**place(kitchen, "us.ny.nfp", 3)))
    assert "legal form `us.ny.nfp`" in found.contents.value


async def test_hover_explains_a_word_of_the_language(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_hover_async(lsp.HoverParams(**place(kitchen, "upholds", 2)))
    assert found.contents.value == "```charter\nupholds NAME, NAME\n```\nThe values it stands by."


async def test_completion_offers_what_may_stand_there(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_completion_async(
        lsp.CompletionParams(**place(kitchen, "requires general-assembly", len("requires gen")))
    )
    labels = {item.label for item in found.items}
    assert {"general-assembly", "council", "citizens", "consent"} <= labels
    assert not labels & {"cookbook", "openness", "firm"}
    item = next(item for item in found.items if item.label == "general-assembly")
    assert item.text_edit.new_text == "general-assembly"
    assert item.text_edit.range.start == kitchen.at("requires general-assembly", len("requires "))


async def test_completion_item_resolve_looks_up_a_form(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_completion_async(lsp.CompletionParams(**place(kitchen, "us.ny.worker-coop", 3)))
    item = next(item for item in found.items if item.label == "de.eg")
    resolved = await client.completion_item_resolve_async(item)
    assert "legal form" in str(resolved.documentation)


async def test_signature_help_shows_the_shape_of_a_statement(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_signature_help_async(
        lsp.SignatureHelpParams(**place(kitchen, "contribute 10% of surplus to kitchen", 32))
    )
    assert found.signatures[0].label == "contribute 10% of surplus to NAME"
    assert found.signatures[0].parameters[found.active_parameter].label == "NAME"


async def test_definition_goes_to_the_declaration(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_definition_async(
        lsp.DefinitionParams(**place(kitchen, "elected by citizens", 12))
    )
    assert [each.range.start for each in found] == [kitchen.at("members citizens", len("members "))]


async def test_references_are_all_places_that_name_it(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_references_async(
        lsp.ReferenceParams(lsp.ReferenceContext(include_declaration=True), **place(kitchen, "members cooks", 9))
    )
    without = await client.text_document_references_async(
        lsp.ReferenceParams(lsp.ReferenceContext(include_declaration=False), **place(kitchen, "members cooks", 9))
    )
    assert len(found) == len(without) + 1
    assert kitchen.at("kitchen.cooks", 0) in [each.range.start for each in found]


async def test_document_highlight_marks_reading_and_writing(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_document_highlight_async(
        lsp.DocumentHighlightParams(**place(kitchen, "board council", 7))
    )
    kinds = [each.kind for each in found]
    assert kinds.count(lsp.DocumentHighlightKind.Write) == 1
    assert len(kinds) > 1


async def test_prepare_rename_gives_the_name_alone(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_prepare_rename_async(
        lsp.PrepareRenameParams(**place(kitchen, "kitchen.cooks", len("kitchen.c")))
    )
    assert found.placeholder == "cooks"
    assert found.range.start == kitchen.at("kitchen.cooks", len("kitchen."))


async def test_rename_changes_every_use(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_rename_async(
        lsp.RenameParams(new_name="chefs", **place(kitchen, "members cooks", 9))
    )
    assert {edit.new_text for edit in edits(found)} == {"chefs"}
    assert kitchen.at("kitchen.cooks", len("kitchen.")) in [edit.range.start for edit in edits(found)]


async def test_rename_to_a_taken_name_is_refused_in_a_sentence(client: LanguageClient, kitchen: Buffer) -> None:
    with pytest.raises(JsonRpcException, match="there is a board called `council` already"):
        await client.text_document_rename_async(
            lsp.RenameParams(new_name="council", **place(kitchen, "members cooks", 9))
        )


async def test_document_symbols_are_an_outline(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(kitchen.document))
    body = next(each for each in found if each.name == "kitchen")
    assert body.detail == "Friends of the Occupy Kitchen"
    inside = {each.name: each.kind for each in body.children}
    assert inside["council"] == lsp.SymbolKind.Interface
    assert "relicense cookbook requires general-assembly by 3/4 and cou…" in inside


async def test_workspace_symbols_are_found_by_their_letters(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.workspace_symbol_async(lsp.WorkspaceSymbolParams("genass"))
    assert [(each.name, each.container_name) for each in found] == [("general-assembly", "kitchen")]


async def test_folding_ranges_are_braces_and_comments(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_folding_range_async(lsp.FoldingRangeParams(kitchen.document))
    lines = kitchen.text.splitlines()
    assert all(lines[each.start_line].rstrip().endswith("{") for each in found if each.kind is None)
    assert [lines[each.end_line + 1].strip() for each in found if each.kind is None] == ["}"] * len(found)


async def test_selection_ranges_grow(client: LanguageClient, kitchen: Buffer) -> None:
    (found,) = await client.text_document_selection_range_async(
        lsp.SelectionRangeParams(kitchen.document, [kitchen.at("seats 7", 6)])
    )
    sizes = []
    here = found
    while here is not None:
        sizes.append((here.range.end.line - here.range.start.line, here.range.start))
        here = here.parent
    assert len(sizes) >= 5
    assert [size for size, _ in sizes] == sorted(size for size, _ in sizes)


async def test_semantic_tokens_full_and_delta(client: LanguageClient, kitchen: Buffer) -> None:
    full = await client.text_document_semantic_tokens_full_async(lsp.SemanticTokensParams(kitchen.document))
    assert len(full.data) % 5 == 0
    kitchen.replace("seats 7", "seats 9")
    delta = await client.text_document_semantic_tokens_full_delta_async(
        lsp.SemanticTokensDeltaParams(kitchen.document, full.result_id)
    )
    assert not delta.edits
    kitchen.replace("seats 9", "seats 7")
    kitchen.replace("    seats 7\n", "    seats 7\n    term 1 year\n")
    after = await client.text_document_semantic_tokens_full_delta_async(
        lsp.SemanticTokensDeltaParams(kitchen.document, delta.result_id)
    )
    kitchen.replace("    seats 7\n    term 1 year\n", "    seats 7\n")
    (edit,) = after.edits
    assert len(edit.data) - edit.delete_count == 15


async def test_semantic_tokens_of_a_range(client: LanguageClient, kitchen: Buffer) -> None:
    start, end = kitchen.at("board council", 0), kitchen.at("board council", 13)
    found = await client.text_document_semantic_tokens_range_async(
        lsp.SemanticTokensRangeParams(kitchen.document, lsp.Range(start, end))
    )
    assert list(found.data[:3]) == [start.line, start.character, len("board")]
    assert list(found.data[5:8]) == [0, len("board "), len("council")]


async def test_inlay_hints_show_levels_and_what_the_law_gives(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_inlay_hint_async(lsp.InlayHintParams(kitchen.document, kitchen.whole()))
    assert [each.label for each in found if each.position == kitchen.at("value openness", 14)] == ["entrenched (4)"]


async def test_code_lenses_show_levels_above_values_and_firms(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_code_lens_async(lsp.CodeLensParams(kitchen.document))
    titles = {(each.range.start.line, each.command.title) for each in found}
    assert (kitchen.at("value openness").line, "of The Open Cookbook: entrenched (4)") in titles
    assert any(line == kitchen.at("firm vendors").line for line, _ in titles)
    assert (kitchen.at("charter ").line, "preview the picture and the papers") in titles


async def test_code_actions_mend_allow_and_mend_all(client: LanguageClient, brindle: Buffer) -> None:
    await brindle.judged()
    found = await client.text_document_code_action_async(
        lsp.CodeActionParams(brindle.document, brindle.whole(), lsp.CodeActionContext([]))
    )
    titles = [each.title for each in found]
    assert "Take contributions under DCO" in titles
    allowed = next(each for each in found if each.title == "Allow POW110, with a reason")
    (edit,) = edits(allowed.edit)
    assert 'allow POW110 because "say why" signed by "who, and when"' in edit.new_text
    assert allowed.kind == "quickfix.allow"


async def test_code_actions_keep_to_the_kinds_asked_for(client: LanguageClient, brindle: Buffer) -> None:
    brindle.replace("{\n", "{\n  curency USD\n")
    found = await client.text_document_code_action_async(
        lsp.CodeActionParams(
            brindle.document, brindle.whole(), lsp.CodeActionContext([], [lsp.CodeActionKind.SourceFixAll])
        )
    )
    assert {each.kind for each in found} <= {"source.fixAll.charter"}


async def test_formatting_changes_lines_only_where_it_must(client: LanguageClient, brindle: Buffer) -> None:
    options = lsp.FormattingOptions(2, insert_spaces=True)
    brindle.write('value   openness   "Open."{kind openness}\n')
    (edit,) = await client.text_document_formatting_async(lsp.DocumentFormattingParams(brindle.document, options))
    assert edit.new_text == 'value openness "Open." { kind openness }\n'


async def test_range_formatting_sets_the_declarations_in_the_range(client: LanguageClient, brindle: Buffer) -> None:
    brindle.write('value  a "A." { kind care }\n\nvalue  b "B." { kind care }\n')
    edits = await client.text_document_range_formatting_async(
        lsp.DocumentRangeFormattingParams(
            brindle.document,
            lsp.Range(lsp.Position(2, 0), lsp.Position(2, 5)),
            lsp.FormattingOptions(2, insert_spaces=True),
        )
    )
    assert [edit.range.start.line for edit in edits] == [2]


async def test_on_type_formatting_indents_a_new_line(client: LanguageClient, brindle: Buffer) -> None:
    brindle.write("firm bakery {\n\n}\n")
    (edit,) = await client.text_document_on_type_formatting_async(
        lsp.DocumentOnTypeFormattingParams(
            brindle.document, lsp.Position(1, 0), "\n", lsp.FormattingOptions(2, insert_spaces=True)
        )
    )
    assert edit.new_text == "  "


async def test_document_links_lead_to_files_and_licences(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_document_link_async(lsp.DocumentLinkParams(kitchen.document))
    assert "https://spdx.org/licenses/CC-BY-SA-4.0.html" in [each.target for each in found]


async def test_call_hierarchy_goes_from_controllers_over_powers_to_what_breaks(
    client: LanguageClient, kitchen: Buffer
) -> None:
    (power,) = await client.text_document_prepare_call_hierarchy_async(
        lsp.CallHierarchyPrepareParams(**place(kitchen, "relicense cookbook  requires", 2))
    )
    deciders = await client.call_hierarchy_incoming_calls_async(lsp.CallHierarchyIncomingCallsParams(power))
    assert [each.from_.name for each in deciders] == ["general-assembly", "council"]
    broken = await client.call_hierarchy_outgoing_calls_async(lsp.CallHierarchyOutgoingCallsParams(power))
    assert "openness of The Open Cookbook" in [each.to.name for each in broken]
    electors = await client.call_hierarchy_incoming_calls_async(lsp.CallHierarchyIncomingCallsParams(deciders[1].from_))
    assert "citizens" in [each.from_.name for each in electors]


async def test_linked_editing_joins_all_that_is_spelt_alike(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.text_document_linked_editing_range_async(
        lsp.LinkedEditingRangeParams(**place(kitchen, "group food-group", 8))
    )
    starts = [each.start for each in found.ranges]
    assert kitchen.at("group food-group", len("group ")) in starts
    assert len(starts) > 1


async def test_command_shows_who_could_break_a_value(client: LanguageClient, brindle: Buffer) -> None:
    found = await client.workspace_execute_command_async(
        lsp.ExecuteCommandParams("charter.showCoalition", [brindle.uri, "openness", "brindle"])
    )
    assert found.startswith("**openness** of Brindle")
    assert ": exposed (0)\n" in found
    assert "1. " in found


async def test_command_previews_picture_and_papers(client: LanguageClient, kitchen: Buffer) -> None:
    found = await client.workspace_execute_command_async(lsp.ExecuteCommandParams("charter.preview", [kitchen.uri]))
    assert "<svg" in found
    assert "<iframe sandbox" in found


async def test_command_writes_the_papers(client: LanguageClient, kitchen: Buffer, tmp_path: Path) -> None:
    said = await client.workspace_execute_command_async(
        lsp.ExecuteCommandParams("charter.build", [kitchen.uri, str(tmp_path / "papers")])
    )
    assert said.startswith("Wrote ")
    assert list((tmp_path / "papers").glob("bylaws-*.html"))


async def test_pull_diagnostics_have_result_ids(client: LanguageClient, brindle: Buffer) -> None:
    found = await brindle.pulled(lambda items: "POW110" in codes(items))
    assert next(each for each in found if each.code == "POW110").source == "charter"
    report = await client.text_document_diagnostic_async(lsp.DocumentDiagnosticParams(brindle.document))
    again = await client.text_document_diagnostic_async(
        lsp.DocumentDiagnosticParams(brindle.document, previous_result_id=report.result_id)
    )
    assert again.kind == "unchanged"


async def test_workspace_diagnostics_have_result_ids(client: LanguageClient, brindle: Buffer) -> None:
    report = await client.workspace_diagnostic_async(lsp.WorkspaceDiagnosticParams([]))
    mine = next(each for each in report.items if each.uri == brindle.uri)
    assert "POW110" in codes(mine.items)
    known = [lsp.PreviousResultId(brindle.uri, mine.result_id)]
    again = await client.workspace_diagnostic_async(lsp.WorkspaceDiagnosticParams(known))
    assert next(each for each in again.items if each.uri == brindle.uri).kind == "unchanged"
