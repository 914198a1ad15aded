// The extension: starts the language server, and shows previews and coalitions beside the text.

import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

import { serverCommand } from "./command";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const previews = new Previews(context);
  context.subscriptions.push(
    vscode.commands.registerCommand("charter.openPreview", () => previews.open()),
    vscode.commands.registerCommand("charter.writePapers", writePapers),
    vscode.commands.registerCommand("charter.restart", async () => {
      await client?.stop();
      await start(previews);
    }),
  );
  await start(previews);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function start(previews: Previews): Promise<void> {
  const settings = vscode.workspace.getConfiguration("charter");
  const { command, args } = serverCommand(settings.get<string[]>("command"));
  const server: ServerOptions = { command, args };
  const options: LanguageClientOptions = {
    documentSelector: [{ language: "charter" }],
    initializationOptions: { delay: settings.get<number>("delay") },
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/{*.charter,charter.toml,pyproject.toml}") },
    middleware: {
      // What lenses ask for is answered by the server and shown here.
      executeCommand: async (name, given, next) => {
        if (name === "charter.preview") {
          return previews.open(String(given[0]));
        }
        const answer = await next(name, given);
        if (name === "charter.showCoalition" && typeof answer === "string") {
          await showMarkdown(answer);
        }
        return answer;
      },
    },
  };
  client = new LanguageClient("charter", "Charter", server, options);
  try {
    await client.start();
  } catch (problem) {
    const said = problem instanceof Error ? problem.message : String(problem);
    void vscode.window.showErrorMessage(
      `Charter: \`${[command, ...args].join(" ")}\` did not start (${said}). Install it with: pip install 'charterlang[lsp]'`,
    );
  }
}

async function showMarkdown(text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content: text });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

async function writePapers(): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (uri !== undefined) {
    await client?.sendRequest("workspace/executeCommand", { command: "charter.build", arguments: [uri.toString()] });
  }
}

// Previews of charters, each in a panel of its own, drawn again a moment after its text has changed.
class Previews {
  private readonly panels = new Map<string, vscode.WebviewPanel>();
  private timer: NodeJS.Timeout | undefined;

  constructor(context: vscode.ExtensionContext) {
    context.subscriptions.push(
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document.languageId === "charter" && this.panels.size > 0) {
          clearTimeout(this.timer);
          this.timer = setTimeout(() => void this.drawAll(), 700);
        }
      }),
    );
  }

  async open(given?: string): Promise<void> {
    const uri = given ?? vscode.window.activeTextEditor?.document.uri.toString();
    if (uri === undefined) {
      return;
    }
    const known = this.panels.get(uri);
    if (known !== undefined) {
      known.reveal(undefined, true);
      return;
    }
    const name = uri.slice(uri.lastIndexOf("/") + 1);
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel("charter.preview", `Preview ${name}`, place, { enableScripts: false });
    panel.onDidDispose(() => this.panels.delete(uri));
    this.panels.set(uri, panel);
    await this.draw(uri, panel);
  }

  private async drawAll(): Promise<void> {
    for (const [uri, panel] of this.panels) {
      await this.draw(uri, panel);
    }
  }

  private async draw(uri: string, panel: vscode.WebviewPanel): Promise<void> {
    const page = await client?.sendRequest<string>("workspace/executeCommand", {
      command: "charter.preview",
      arguments: [uri],
    });
    if (page !== undefined) {
      panel.webview.html = page;
    }
  }
}
