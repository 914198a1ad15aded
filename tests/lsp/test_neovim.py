"""A real Neovim, without a screen, on a real file: diagnostics, hover, rename, format."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parent.parent.parent / "editors" / "neovim"

TEXT = """\
value openness "Open to all." { kind openness }

commons   book "The Book" {
  licence CC-BY-SA-4.0
  upholds openness
}

association friends "Friends of the Book" {
  form de.ev
  protects bok
}
"""

SCRIPT = """
local out = {}
local function waited(what, look)
  if not vim.wait(20000, look, 50) then
    out.failed = what
  end
end
local buffer = vim.api.nvim_get_current_buf()
local function shown(code)
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    if each.code == code or (each.user_data and each.user_data.lsp and each.user_data.lsp.code == code) then
      return each
    end
  end
end
waited("diagnostics", function() return shown("NAM101") ~= nil end)
local found = shown("NAM101")
if found then
  out.diagnostic = { line = found.lnum, column = found.col, message = found.message }
end
local function ask(method, line, column, more)
  local params = vim.tbl_extend("force", {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    position = { line = line, character = column },
  }, more or {})
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 20000) or {}
  for _, answer in pairs(answers) do
    return answer.result
  end
end
out.hover = ask("textDocument/hover", 4, 12).contents.value
local client
for _, each in pairs(vim.lsp.buf_get_clients(buffer)) do
  client = each
end
vim.api.nvim_win_set_cursor(0, { 1, 7 })
vim.lsp.buf.rename("candour")
waited("rename", function()
  return vim.api.nvim_buf_get_lines(buffer, 4, 5, false)[1]:find("candour") ~= nil
end)
if vim.lsp.buf.format then
  vim.lsp.buf.format({ timeout_ms = 20000 })
else
  vim.lsp.buf.formatting_sync(nil, 20000)
end
out.lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
out.client = client and client.name
local file = io.open(vim.env.CHARTER_TEST_OUT, "w")
file:write(vim.fn.json_encode(out))
file:close()
vim.cmd("qa!")
"""


@pytest.mark.skipif(shutil.which("nvim") is None, reason="nvim is not installed")
def test_neovim_shows_findings_explains_renames_and_formats(tmp_path: Path) -> None:
    (tmp_path / "charter.toml").write_text("", encoding="utf-8")
    charter, script, out = tmp_path / "book.charter", tmp_path / "script.lua", tmp_path / "out.json"
    charter.write_text(TEXT, encoding="utf-8")
    script.write_text(SCRIPT, encoding="utf-8")
    command = f'let g:charter_command = ["{sys.executable}", "-m", "charterlang.cli.main", "lsp"]'
    before = ("--cmd", f"set rtp^={PLUGIN}", "--cmd", command, "--cmd", "filetype plugin on")
    done = subprocess.run(
        ["nvim", "--headless", "--clean", *before, str(charter), "-c", f"luafile {script}"],
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "CHARTER_TEST_OUT": str(out)},
        capture_output=True,
        timeout=90,
        check=False,
    )
    assert out.is_file(), done.stderr.decode()
    said = json.loads(out.read_text(encoding="utf-8"))
    assert "failed" not in said
    assert said["client"] == "charter"
    assert said["diagnostic"]["line"] == 9
    assert "nothing in this charter is called `bok`" in said["diagnostic"]["message"]
    assert said["hover"].startswith("**openness**, a value: Open to all.")
    assert said["lines"][0] == 'value candour "Open to all." { kind openness }'
    assert said["lines"][2] == 'commons book "The Book" {'
    assert "  upholds  candour" in said["lines"]
