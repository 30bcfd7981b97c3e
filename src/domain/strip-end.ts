/**
 * A text without the characters at its end that `dropped` matches one by one. A regular expression for the end of a text tries each run of
 * such characters anew from each of its places: of a long run in the middle it takes the square of its length.
 */
export function stripEnd(text: string, dropped: RegExp): string {
  let end = text.length;
  while (end > 0 && dropped.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
