-- Starts the language server for charters. `vim.g.charter_command` names another command, word by word.
if vim.g.loaded_charter then
  return
end
vim.g.loaded_charter = true

if vim.lsp.enable then
  vim.lsp.enable("charter")
  return
end

-- Neovim before 0.11: one client for each project.
local clients = {}

local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ":p:h")
  local above = folder
  while true do
    for _, mark in ipairs({ "charter.toml", "pyproject.toml", ".git" }) do
      if vim.loop.fs_stat(above .. "/" .. mark) then
        return above
      end
    end
    local next_above = vim.fn.fnamemodify(above, ":h")
    if next_above == above then
      return folder
    end
    above = next_above
  end
end

local function attach(buffer)
  local root = root_of(vim.api.nvim_buf_get_name(buffer))
  if not clients[root] or not vim.lsp.get_client_by_id(clients[root]) then
    clients[root] = vim.lsp.start_client({
      name = "charter",
      cmd = vim.g.charter_command or { "charter", "lsp" },
      root_dir = root,
      workspace_folders = { { name = root, uri = vim.uri_from_fname(root) } },
    })
  end
  if clients[root] then
    vim.lsp.buf_attach_client(buffer, clients[root])
  end
end

vim.api.nvim_create_autocmd("FileType", {
  pattern = "charter",
  callback = function(event)
    attach(event.buf)
  end,
})
