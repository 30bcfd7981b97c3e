import type { Document } from "../../domain/document.ts";

/** One sentence for the asker alone. */
export function noteDocument(tone: "info" | "warning", text: string): Document {
  return { title: "", audience: "asker", blocks: [{ type: "notice", tone, text }], detail: [] };
}

/** What stands for a quote that is longer than a message should be: it is never cut. */
export function longQuoteNote(characters: number): string {
  return `A quote of ${characters.toLocaleString("en")} characters is too long to show whole here; its source has it.`;
}
