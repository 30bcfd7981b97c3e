import type { Document } from "../../domain/chat/document.ts";

/** One sentence for the asker alone. */
export function noteDocument(tone: "info" | "warning", text: string): Document {
  return { title: "", audience: "asker", blocks: [{ type: "notice", tone, text }], detail: [] };
}

/** What stands for a quote that is longer than a message should be: it is never cut. */
export function longQuoteNote(characters: number): string {
  return `This quote has ${characters.toLocaleString("en")} characters, too many to show here. Read it in its source.`;
}

/** The answer to "Add to sources" on a message that names no address. */
export const NO_LINK =
  "This message has no link, so I added nothing. Use “Add to sources” on a message with the full address of a feed, a site or an article (https://…), or type /sources add and the address.";
