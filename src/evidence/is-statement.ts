/** Whether a sentence stands by itself: no heading, no piece of a quotation whose other mark lies elsewhere. */
export function isStatement(text: string): boolean {
  if (!/[.!?]["”’»)]?$/.test(text)) return false;
  const opening = text.match(/[“«„]/g)?.length ?? 0;
  const closing = text.match(/[”»]/g)?.length ?? 0;
  return opening === closing && (text.match(/"/g)?.length ?? 0) % 2 === 0;
}
