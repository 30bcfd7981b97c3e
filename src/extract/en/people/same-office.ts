/** Words before an office that say whether somebody still holds it, or not yet. */
const PAST = /^(?:former|ex|then|late|onetime|one-time|outgone|ousted|deposed)[ -]+/i;
const PASSING = /^(?:acting|interim|caretaker|outgoing|incoming|newly elected|new|current)[ -]+/i;
const ELECT = /[ -](?:elect|designate)$/i;
/** Names of one office, as countries and papers have them; the first that fits counts. */
const ONE_OFFICE: [RegExp, string][] = [
  [
    /^(?:foreign secretary|external affairs minister|foreign affairs minister|minister (?:of|for) (?:foreign|external) affairs)$/,
    "foreign minister",
  ],
  [/^(?:premier|taoiseach)$/, "prime minister"],
  [/^(?:defense (?:secretary|minister)|minister (?:of|for) defense)$/, "defense minister"],
  [/^(?:paramount|supreme) leader$/, "leader"],
];
const LEADER = "leader";
/** What makes another office of the same head: "deputy", "vice". */
const OTHER_RANK =
  /\b(?:vice|deputy|assistant|under|shadow|associate|junior|principal|first|second|state|opposition|party|house|senate|majority|minority)\b/;
const HEAD = /^(?:president|prime minister|chancellor|king|queen|emperor|emir|sultan|chairman|general secretary)$/;
const ROYAL = /^(?:crown prince(?:ss)?|prince(?:ss)?|king|queen|duke|duchess)$/;

/** An office as it is compared: without what says whether it is still held. */
export interface Office {
  key: string;
  isPast: boolean;
}

export function officeOf(title: string): Office {
  let key = title.replace(/\s+/g, " ").trim();
  let isPast = false;
  for (;;) {
    const past = PAST.exec(key)?.[0];
    const passing = past ?? PASSING.exec(key)?.[0];
    if (passing === undefined) break;
    isPast ||= past !== undefined;
    key = key.slice(passing.length);
  }
  key = spellingOf(key.replace(ELECT, ""));
  return { key: ONE_OFFICE.find(([pattern]) => pattern.test(key))?.[1] ?? key, isPast };
}

/** A title in one spelling: papers write "adviser" and "defence", offices "advisor" and "defense". */
export function spellingOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/\badviser\b/g, "advisor")
    .replace(/\bdefence\b/g, "defense")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}

/** Whether two keys are of one office: the same, one with its body in fewer words, or "leader" of whoever heads a state. */
export function isOneOffice(a: string, b: string): boolean {
  if (a === b) return true;
  if ((a === LEADER && HEAD.test(b)) || (b === LEADER && HEAD.test(a))) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.includes(" ") && long.endsWith(` ${short}`) && !OTHER_RANK.test(long.slice(0, -short.length));
}

/** A member of a ruling house rises within it: prince, then king. */
export function isRoyal(key: string): boolean {
  return ROYAL.test(key);
}
