-- Run by neovim.mjs in a headless Neovim: a person's way through one finding. Prints one line of JSON an event.
-- PROBE_FILE: the file to open; PROBE_NODE and PROBE_COMMAND: Node and the command; PROBE_CODE: the finding to look for.
local root = vim.fn.getcwd()
local wanted = vim.env.PROBE_CODE

local function say(event, value)
  io.stdout:write(vim.json.encode({ event = event, value = value }) .. '\n')
end

local function code_of(diagnostic)
  local lsp = (diagnostic.user_data or {}).lsp or {}
  return diagnostic.code or lsp.code
end

local function findings()
  return vim.tbl_filter(function(d) return d.source == 'istio-egress' end, vim.diagnostic.get(0))
end

local function finding()
  return vim.tbl_filter(function(d) return code_of(d) == wanted end, findings())[1]
end

vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.PROBE_FILE))
vim.bo.filetype = 'yaml'
local config = {
  name = 'istio-egress',
  cmd = { vim.env.PROBE_NODE, vim.env.PROBE_COMMAND, 'lsp', '--stdio' },
  root_dir = root,
  workspace_folders = { { uri = vim.uri_from_fname(root), name = 'workspace' } },
  on_exit = function(code, signal) say('exit', { code = code, signal = signal }) end,
}
-- Neovim 0.8 brought vim.lsp.start; Debian 12 has 0.7.
local client = vim.lsp.start and vim.lsp.start(config) or vim.lsp.start_client(config)
if not vim.lsp.start then vim.lsp.buf_attach_client(0, client) end
-- As people's settings do: every YAML buffer, also one that a fix loads, belongs to the client.
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'yaml',
  callback = function(loaded) vim.lsp.buf_attach_client(loaded.buf, client) end,
})
vim.wait(15000, function() return finding() ~= nil end, 20)

local found = finding()
say('findings', vim.tbl_map(function(d)
  return { line = d.lnum, character = d.col, code = code_of(d), message = d.message, severity = d.severity }
end, findings()))

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000) or {}
  return (answers[client] or {}).result
end

if found then
  local document = { uri = vim.uri_from_bufnr(0) }
  local at = { line = found.lnum, character = found.col }
  local hover = ask('textDocument/hover', { textDocument = document, position = at })
  say('hover', hover and hover.contents or vim.NIL)
  local lsp = (found.user_data or {}).lsp or {}
  local actions = ask('textDocument/codeAction', {
    textDocument = document,
    range = { start = at, ['end'] = at },
    context = {
      diagnostics = { {
        range = { start = at, ['end'] = { line = found.end_lnum, character = found.end_col } },
        message = found.message,
        severity = found.severity,
        source = found.source,
        code = code_of(found),
        data = lsp.data,
      } },
    },
  }) or {}
  say('actions', vim.tbl_map(function(a) return a.title end, actions))
  local action = actions[1]
  if action then
    if not action.edit then action = ask('codeAction/resolve', action) or action end
    vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
    vim.cmd('silent! wall')
    vim.wait(15000, function() return finding() == nil end, 20)
    say('after', vim.tbl_map(code_of, findings()))
  end
end

vim.lsp.stop_client(client)
vim.wait(5000, function() return vim.lsp.client_is_stopped(client) end, 20)
vim.cmd('qall!')
