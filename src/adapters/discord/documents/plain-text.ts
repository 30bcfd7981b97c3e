import { showText } from "../../../domain/chat/show-text.ts";

/** Marks that Discord reads as markup wherever they stand; a colon before a word or a slash begins an emoji or an address. */
const MARKS = /[\\*_~`|<>[\]]|:(?!\s)/g;
/** Marks that are markup at the start of a line: headings, lists, small print. */
const LINE_MARK = /^([ \t]*)([#+-])/gm;
const LINE_NUMBER = /^([ \t]*\d{0,9})([.)])/gm;

/**
 * A text of an article as Discord's markdown shows it unchanged (discord.com/developers/docs/reference#message-formatting): a
 * backslash before a mark is not shown and takes its meaning away. Nothing of it formats, links, mentions or becomes a date.
 */
export function escapeMarkdown(text: string): string {
  return showText(text).replace(MARKS, "\\$&").replace(LINE_MARK, "$1\\$2").replace(LINE_NUMBER, "$1\\$2");
}

/** The two mentions that are plain words. Embeds ping nobody, and `allowed_mentions` is empty; this keeps them from looking like it. */
export function breakMentions(markdown: string): string {
  return markdown.replace(/@(?=everyone|here)/gi, "@\u200B");
}
