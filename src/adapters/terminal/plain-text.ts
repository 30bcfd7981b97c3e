import { showText } from "../../domain/chat/show-text.ts";

/** Text of an article on one line, fit for a terminal: nothing in it moves the cursor, sets a colour or a title, or turns what follows. */
export function plainText(text: string): string {
  return showText(text).replace(/\s+/g, " ");
}
