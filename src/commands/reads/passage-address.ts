const SCHEME = "attache://articles/";
const PASSAGE = /^attache:\/\/articles\/([^/?#]{1,6000})\/(\d{1,9})-(\d{1,9})$/;

interface Passage {
  articleId: string;
  start: number;
  end: number;
}

/** The address by which a program asks for a passage again: an article's id may be an address itself, so it is escaped. */
export function passageAddress({ articleId, start, end }: Passage): string {
  return `${SCHEME}${encodeURIComponent(articleId.toWellFormed())}/${start}-${end}`;
}

/** Null for an address that is none of ours. */
export function readPassageAddress(address: string): Passage | null {
  const [, id, start, end] = PASSAGE.exec(address) ?? [];
  if (id === undefined) return null;
  try {
    return { articleId: decodeURIComponent(id), start: Number(start), end: Number(end) };
  } catch {
    return null;
  }
}
