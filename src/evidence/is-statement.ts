/** Whether a sentence is complete: not a heading, and not part of a quotation that begins or ends elsewhere. */
export function isStatement(text: string): boolean {
  if (!/[.!?]["”’»)]?$/.test(text)) return false;
  const opening = text.match(/[“«„]/g)?.length ?? 0;
  const closing = text.match(/[”»]/g)?.length ?? 0;
  return opening === closing && (text.match(/"/g)?.length ?? 0) % 2 === 0;
}
