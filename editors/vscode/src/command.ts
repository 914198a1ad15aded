// How the server is started, apart from VS Code so that tests can start it the same way.

export interface Command {
  readonly command: string;
  readonly args: string[];
}

/** The words of the setting `charter.command` as a command; `charter lsp` where it says nothing. */
export function serverCommand(words: readonly string[] | undefined): Command {
  const [command, ...args] = words !== undefined && words.length > 0 ? words : ["charter", "lsp"];
  return { command: command ?? "charter", args };
}
