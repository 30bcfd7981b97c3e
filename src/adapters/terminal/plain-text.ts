/**
 * Text of an article, fit for a terminal: no control characters, so that nothing in it moves the cursor, sets a colour or a title, and
 * no marks that turn the direction of what follows.
 */
export function plainText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cs}]/gu, "")
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "");
}
