import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import type { Terminal } from "./program.ts";

/** More is no header. */
const MAX_CHARACTERS = 10_000;

/** A secret from standard input: what is piped in, or a line that is typed and not shown. It is never an argument, which others could see. */
export async function readSecret({ stdin, stderr }: Terminal, question: string): Promise<string> {
  if (stdin.isTTY !== true) return readAll(stdin);
  stderr.write(`${question}: `);
  const hidden = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: stdin, output: hidden, terminal: true });
  try {
    return (await prompt.question("")).trim();
  } finally {
    prompt.close();
    stderr.write("\n");
  }
}

async function readAll(stdin: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stdin) {
    text += chunk.toString();
    if (text.length > MAX_CHARACTERS) break;
  }
  return text.trim();
}
