import { expect, it } from "vitest";
import { digestDocument, type ShownDigest } from "../../src/digest/digest-document.ts";
import type { MeetingRecord, QuoteRecord } from "../../src/domain/evidence/records.ts";

const MEETING: MeetingRecord = {
  id: "m1",
  kind: "meeting",
  title: "Meeting of Ana Moreira and Erik Solberg",
  date: { start: "2024-03-04", end: "2024-03-04", precision: "day" },
  place: null,
  participants: [
    { name: "Ana Moreira", kind: "person" },
    { name: "Erik Solberg", kind: "person" },
  ],
  topics: [],
  status: "held",
  evidence: [],
  articleIds: [],
  countries: [],
  reportedDates: [],
};
const QUOTE: QuoteRecord = {
  id: "q1",
  kind: "direct",
  speaker: { id: "p1", name: "Ana Moreira" },
  saidOn: "2024-03-05",
  url: null,
  publisher: "Harbour Post",
  title: null,
  articleId: "a1",
  start: 0,
  end: 9,
  text: "One ocean",
};

/** The meeting's line and the words beside the quotation, in a digest of a language. */
function shown(language: ShownDigest["language"], meeting: MeetingRecord, quote: QuoteRecord): [string, string] {
  const meetings = { held: [meeting], coming: [] };
  const digest = { topics: [], lead: null, others: [], left: 0, meetings, quotes: [quote], articles: [] };
  const coverage = { sources: 0, failing: [] };
  const { detail } = digestDocument({
    digest,
    authorship: null,
    coverage,
    reason: null,
    language,
    today: "2024-03-06",
    hasFile: true,
  });
  const list = detail.find((block) => block.type === "list");
  const said = detail.find((block) => block.type === "quote");
  return [JSON.stringify(list), JSON.stringify(said)];
}

it.each([
  ["en", "4 March 2024 (corrected)", " (corrected)"],
  ["de", "4. März 2024 (korrigiert)", " (korrigiert)"],
  ["fr", "4 mars 2024 (corrigé)", " (corrigé)"],
] as const)("marks what a manager corrected in a digest in %s, and nothing else", (language, day, mark) => {
  const [meeting, quote] = shown(language, { ...MEETING, isRedated: true }, { ...QUOTE, isCorrected: true });
  expect(meeting).toContain(`"${day}"`);
  expect(quote).toContain(`"${mark}"`);
  for (const unmarked of shown(language, MEETING, QUOTE)) expect(unmarked).not.toContain(mark);
});
