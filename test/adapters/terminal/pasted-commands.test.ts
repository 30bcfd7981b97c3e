import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { PLAIN_STYLE, render } from "../../../src/adapters/terminal/render.ts";
import type { Action, Document } from "../../../src/domain/chat/document.ts";

/** What shells give a meaning of its own, in addresses as they are kept and in names of groups. */
const TARGETS = [
  "https://gazette.example/it's",
  'https://gazette.example/"a"',
  "https://gazette.example/$HOME/$PATH/$1",
  "https://gazette.example/$(id)",
  "https://gazette.example/`id`",
  "https://gazette.example/a;touch%20b;c",
  "https://gazette.example/?a=1&b=2&&c",
  "https://gazette.example/a|b||c",
  "https://gazette.example/*?x=[a-z]",
  "https://gazette.example/{a,b}",
  "https://gazette.example/!!",
  "https://gazette.example/(x)<y>z",
  "https://gazette.example/a\\b\\n",
  "https://gazette.example/~root/#x",
  "https://gazette.example/日本/é",
  "~root News & Views",
  "Talks; rm -rf * in $PWD today",
  "O'Neill's 'own' Paper > all",
  "The `Daily` # Post = 1",
  "A\nline that ends\tearly; id",
];
/** Wide enough for no two of the commands. */
const WIDTH = 40;

const step = (action: "why" | "remove", target: string): Action => ({
  label: action,
  intent: { kind: "sources-manage", action, target },
});

describe.each([false, true])("the next steps in a shell, in plain marks: %s", (isPlain) => {
  it.each(TARGETS)("reach the program as they stand, pasted line by line: %s", (target) => {
    const actions = [step("why", target), step("remove", target)];
    const document: Document = { title: "Source", audience: "asker", blocks: [{ type: "actions", actions }], detail: [] };
    const shown = render(document, { width: WIDTH, style: PLAIN_STYLE, front: "shell", isPlain });
    const lines = shown
      .slice(shown.indexOf("Next: ") + "Next: ".length)
      .trim()
      .split("\n");
    const words = target.replace(/\s+/g, " ");
    expect(lines.map(pasted)).toEqual([`sources why ${words}`, `sources remove ${words}`]);
  });
});

it("stand on one line where they fit, with nothing between that starts the second", () => {
  const actions = [step("why", "https://a.example/;x"), step("remove", "https://a.example/;x")];
  const document: Document = { title: "Source", audience: "asker", blocks: [{ type: "actions", actions }], detail: [] };
  for (const isPlain of [false, true]) {
    const shown = render(document, { width: 120, style: PLAIN_STYLE, front: "shell", isPlain });
    const [line = ""] = /(?<=^Next: ).*$/m.exec(shown) ?? [];
    expect(pasted(line)).toMatch(/^sources why https:\/\/a\.example\/;x [·/] attache sources remove https:\/\/a\.example\/;x$/);
  }
});

/** What a program is given by a line that is pasted into a shell; each of its calls is a line. */
function pasted(line: string): string {
  const script = `attache() { printf '%s\\n' "$*"; }\n${line}`;
  return execFileSync("/bin/sh", ["-c", script], { encoding: "utf8", cwd: "/" }).trimEnd();
}
