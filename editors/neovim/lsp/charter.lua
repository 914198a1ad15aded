-- Neovim 0.11 and newer read this by itself; `vim.lsp.enable("charter")` in plugin/charter.lua turns it on.
return {
  cmd = vim.g.charter_command or { "charter", "lsp" },
  filetypes = { "charter" },
  root_markers = { "charter.toml", "pyproject.toml", ".git" },
}
