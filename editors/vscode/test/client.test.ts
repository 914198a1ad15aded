// The real protocol library of VS Code against the real server, which CHARTER_COMMAND names (words parted by blanks).

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  ExitNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type MarkupContent,
  type PublishDiagnosticsParams,
} from "vscode-languageserver-protocol/node";

import { serverCommand } from "../src/command";

const TEXT = 'value openness "Open to all." {\n  kind opennes\n}\n';

test("findings are pushed and a word is explained", async () => {
  const { command, args } = serverCommand(process.env.CHARTER_COMMAND?.split(" "));
  const server = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const pushed = new Promise<PublishDiagnosticsParams>((heard) => {
    connection.onNotification(PublishDiagnosticsNotification.type, heard);
  });
  connection.listen();
  const textDocument = { hover: { contentFormat: ["markdown" as const] } };
  const told = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: { textDocument },
  });
  assert.equal(told.serverInfo?.name, "charter");
  await connection.sendNotification(InitializedNotification.type, {});
  const uri = "file:///commons/openness.charter";
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "charter", version: 1, text: TEXT },
  });
  const found = await pushed;
  assert.ok(found.diagnostics.some((each) => each.code === "NAM111" && each.range.start.line === 1));
  const hover = await connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line: 1, character: 4 } });
  assert.match((hover?.contents as MarkupContent).value, /kind NAME/);
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  const code = await new Promise((ended) => server.on("exit", ended));
  assert.equal(code, 0);
});

test("without a setting the command is charter lsp", () => {
  assert.deepEqual(serverCommand([]), { command: "charter", args: ["lsp"] });
  assert.deepEqual(serverCommand(["python", "-m", "x"]), { command: "python", args: ["-m", "x"] });
});
