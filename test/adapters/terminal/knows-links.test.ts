import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { knowsLinks } from "../../../src/adapters/terminal/knows-links.ts";
import { createOutput } from "../../../src/adapters/terminal/output.ts";
import { type Document, text } from "../../../src/domain/chat/document.ts";

const PASSAGE = "The ministers met in Lisbon and spoke for three hours of fish, ships and the weather over the ocean.";
const ARTICLE = "https://a.example/one";
const document: Document = {
  title: "Briefing: Portugal and Norway",
  audience: "channel",
  blocks: [
    {
      type: "paragraph",
      inlines: [
        text("They met. "),
        { type: "source", link: { label: "Paper", url: ARTICLE, citation: { articleId: "1", start: 0, end: 9, text: PASSAGE } } },
      ],
    },
  ],
  detail: [],
};

function screen(env: Record<string, string>, more: { isTTY?: boolean; isPlain?: boolean; columns?: number } = {}) {
  const { isTTY = true, isPlain = false, columns = 80 } = more;
  const stdout = Object.assign(new PassThrough(), { isTTY, columns });
  const terminal = { stdin: new PassThrough(), stdout, stderr: new PassThrough(), env, isPlain };
  return { terminal, stdout, print: () => createOutput(terminal).document(document), shown: () => String(stdout.read() ?? "") };
}

describe("links of the terminal", () => {
  it.each([
    [true, { TERM_PROGRAM: "iTerm.app", TERM_PROGRAM_VERSION: "3.5.0" }],
    [false, { TERM_PROGRAM: "iTerm.app", TERM_PROGRAM_VERSION: "2.9.3" }],
    [true, { TERM: "xterm-kitty" }],
    [true, { TERM: "xterm-256color", VTE_VERSION: "7600" }],
    [false, { TERM: "xterm-256color", VTE_VERSION: "5000" }],
    [true, { WT_SESSION: "1" }],
    [false, { WT_SESSION: "1", TMUX: "/tmp/tmux-0" }],
    [false, { TERM: "screen-256color", TERM_PROGRAM: "vscode" }],
    [false, { TERM: "xterm-256color" }],
    [false, { TERM_PROGRAM: "vscode", CI: "1" }],
    [false, { TERM_PROGRAM: "vscode", FORCE_HYPERLINK: "0" }],
    [true, { FORCE_HYPERLINK: "1" }],
  ])("are known to be shown: %s with %j", (known, env) => {
    expect(knowsLinks(screen(env as Record<string, string>).terminal)).toBe(known);
  });

  it("stand behind the names of sources, where the terminal shows them", () => {
    const { print, shown } = screen({ TERM: "xterm-kitty", NO_COLOR: "1" });
    print();
    expect(shown()).toMatch(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      /\[1\] \u001b\]8;;https:\/\/a\.example\/one#:~:text=[^\u001b]+\u001b\\Paper\u001b\]8;;\u001b\\\n$/,
    );
  });

  it("are the article's address where the passage's would not fit on the line", () => {
    const { print, shown } = screen({ NO_COLOR: "1" });
    print();
    expect(shown()).toContain(`[1] Paper ${ARTICLE}\n`);
  });

  it("are whole, without colours and escapes, in a pipe and where plain text is asked for", () => {
    for (const given of [screen({ TERM: "xterm-kitty" }, { isPlain: true }), screen({}, { isTTY: false })]) {
      given.print();
      expect(given.shown()).toMatch(
        /^[^\p{Cc}]+\n\n[^\p{Cc}]+\n\nSources\n\n {2}\[1\] Paper https:\/\/a\.example\/one#:~:text=\S+\n$/u,
      );
    }
  });

  it("and lines go by the window as it is when they are printed", () => {
    const { terminal, stdout } = screen({ NO_COLOR: "1" });
    const output = createOutput(terminal);
    stdout.columns = 40;
    output.document({ ...document, title: "A title that is longer than the window is wide now", blocks: [] });
    expect(String(stdout.read())).toBe("A title that is longer than the window\nis wide now\n");
  });
});
