import { appendFile, readFile } from "node:fs/promises";
import type { DigestOutlet } from "../../commands/digests/deliver-digests.ts";
import { PLAIN_STYLE, render } from "./render.ts";

const WIDTH = 100;

/** Digests as plain text: at the end of their file, each with a line below it by which it is known, or on standard output. */
export function createDigestOutlet(print: (text: string) => void): DigestOutlet {
  return {
    render: (document) => render(document, { width: WIDTH, style: PLAIN_STYLE, front: "shell" }),
    async write(file, { key, text }) {
      if (file === null) print(text);
      else await appendFile(file, `${text.trimEnd()}\n\n${markOf(key)}\n\n`);
    },
    async has(file, key) {
      if (file === null) return false;
      // A file that is not there yet holds no digest.
      return (await readFile(file, "utf8").catch(() => "")).includes(`${markOf(key)}\n`);
    },
  };
}

function markOf(key: string): string {
  return `[${key}]`;
}
