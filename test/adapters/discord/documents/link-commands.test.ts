import { describe, expect, it } from "vitest";
import { linkCommands } from "../../../../src/adapters/discord/documents/link-commands.ts";
import { renderDocument } from "../../../../src/adapters/discord/documents/render.ts";
import { typedOn } from "../../../../src/commands/typed/as-typed.ts";
import { type Document, paragraph, text } from "../../../../src/domain/chat/document.ts";

const IDS = new Map([
  ["briefing", "11"],
  ["digest", "12"],
  ["attache", "13"],
]);

describe("a command in a sentence of ours", () => {
  it.each([
    ["Type /briefing quad.", "Type </briefing:11> quad."],
    ["/digest now posts one.", "</digest now:12> posts one."],
    ["To restart it, use /digest follow.", "To restart it, use </digest follow:12>."],
    ["The actions of /digest are many.", "The actions of /digest are many."],
    ["/attache corrections undo c3", "</attache corrections:13> undo c3"],
    ["/meetings shows them.", "/meetings shows them."],
    ["See https://a.example/briefing and/briefing.", "See https://a.example/briefing and/briefing."],
  ])("%s", (sentence, shown) => {
    expect(linkCommands(sentence, IDS)).toBe(shown);
  });

  it("stays plain text where Discord has not said which commands there are", () => {
    expect(linkCommands("/briefing quad", new Map())).toBe("/briefing quad");
  });

  it("can be pressed in a message, as it is typed on Discord, and never in an article's words", () => {
    const source = { type: "source" as const, link: { label: "Valley Post", url: "https://valley.example/a", citation: null } };
    const document: Document = {
      title: "Corrections",
      audience: "asker",
      blocks: [paragraph(text("/corrections shows it.")), paragraph(text("He typed /briefing. "), source)],
      detail: [],
    };
    const { message } = renderDocument(typedOn(document, "discord"), () => null, { commands: IDS });
    expect(message.embeds[0]?.description).toBe(
      "</attache corrections:13> shows it.\n\nHe typed /briefing. [Valley Post](https://valley.example/a)",
    );
  });
});
