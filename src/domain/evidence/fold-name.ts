const LETTERS: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ð: "d",
  þ: "th",
  "’": "'",
  ʼ: "'",
  "`": "'",
};

const ASCII = /^[\t\n\r -~]*$/;

/** Lower case, without accents: what two spellings of one name are compared by. */
export function foldName(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/`/g, "'");
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[łøđßæœıðþ’ʼ`]/g, (letter) => LETTERS[letter] ?? letter);
}

/** The key under which equal names are found: folded, tidied words in order. */
export function nameKey(text: string): string {
  return foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");
}
