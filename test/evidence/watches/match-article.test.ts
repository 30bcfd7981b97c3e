import { describe, expect, it } from "vitest";
import type { Watch } from "../../../src/domain/digests/watch.ts";
import type { ArticleBody, MeetingRecord, PersonRecord, QuoteRecord } from "../../../src/domain/evidence/records.ts";
import { indexWatches } from "../../../src/evidence/watches/index-watches.ts";
import { type ArticleEvidence, matchArticle, type ReadyWatch } from "../../../src/evidence/watches/match-article.ts";
import { readCondition } from "../../../src/evidence/watches/read-condition.ts";

const TEXT = "Anna Lund met Erik Solberg in Oslo on Tuesday. “Fish stocks are low,” Lund said of Norway.";
const SENTENCES = [
  { start: 0, end: 46 },
  { start: 47, end: TEXT.length },
];
const ARTICLE: ArticleBody = {
  id: "a1",
  url: "https://harbour.example/1",
  title: null,
  publisher: "Harbour Gazette",
  author: null,
  language: "en",
  publishedAt: "2024-03-06",
  text: TEXT,
  firstSeenAt: "2024-03-06T08:00:00.000Z",
  revision: 1,
  countries: ["NO", "SE"],
  storyId: null,
  summary: [],
  sentences: SENTENCES,
};
const MEETING: MeetingRecord = {
  id: "m1",
  kind: "meeting",
  title: "Meeting of Anna Lund and Erik Solberg in Oslo",
  date: { start: "2024-03-05", end: "2024-03-05", precision: "day" },
  place: "Oslo",
  participants: [
    { name: "Anna Lund", kind: "person" },
    { name: "Erik Solberg", kind: "person" },
  ],
  topics: [],
  status: "held",
  evidence: [{ articleId: "a1", start: 0, end: 30, text: TEXT.slice(0, 30) }],
  articleIds: ["a1"],
  countries: ["SE", "NO"],
  reportedDates: [],
};
const QUOTE: QuoteRecord = {
  id: "q1",
  articleId: "a1",
  start: 47,
  end: 69,
  text: TEXT.slice(47, 69),
  kind: "direct",
  speaker: { id: "p1", name: "Anna Lund" },
  saidOn: "2024-03-06",
  url: null,
  publisher: null,
  title: null,
};

function person(id: string, name: string, role: { title: string; country: string | null }): PersonRecord {
  const roles = [{ ...role, affiliation: null, firstSeen: "2024-01-01", lastSeen: "2024-03-06" }];
  return { id, name, aliases: [name.split(" ").at(-1) ?? name], roles, articles: 3, articleIds: ["a1"] };
}

const PEOPLE = [
  person("p1", "Anna Lund", { title: "Foreign Minister", country: "SE" }),
  person("p2", "Erik Solberg", { title: "Prime Minister", country: "NO" }),
];
const BEARERS: Record<string, string> = { lund: "p1", solberg: "p2" };
const EVIDENCE: ArticleEvidence = {
  article: ARTICLE,
  meetings: [MEETING],
  quotes: [QUOTE],
  people: PEOPLE,
  bearerOf: (words) => BEARERS[words.join(" ")] ?? null,
  namesakesOf: () => [],
};

function ready(words: string, id = 1): ReadyWatch {
  const condition = readCondition(words);
  if (condition === null) throw new Error(`Not understood: ${words}`);
  const place = { workspaceId: "slack:T1", platform: "slack" as const, channelId: "C1", timeZone: "UTC" };
  const how = { isDirect: false, quiet: null, remindMs: null, createdBy: "U1", createdAtMs: 0, paused: null };
  const watch: Watch = { id, words, ...place, ...how };
  return { watch, condition };
}

function told(words: string, evidence: Partial<ArticleEvidence> = {}): string[] {
  return matchArticle(ready(words), { ...EVIDENCE, ...evidence }).map(({ event }) => event);
}

describe("matching an article against watches", () => {
  it.each([
    "Lund meets Solberg",
    "Solberg meets Anna Lund",
    "any meeting of Sweden and Norway",
    "Lund meets Norway",
    "Sweden's foreign minister meets Solberg",
    "any meeting of Lund",
    "Lund says anything",
    "Lund on fish",
    "Lund on Norway",
    "Sweden says anything on fish",
  ])("tells of it: %s", (words) => {
    expect(told(words)).toHaveLength(1);
  });

  it.each([
    "Lund meets Berg",
    "Lund meets Anna Lund",
    "Lund meets Sweden",
    "any meeting of Sweden and Finland",
    "Norway's foreign minister meets Lund",
    "Lund calls Solberg",
    "the meeting of Lund and Solberg is called off",
    "the 2+2 is held",
    "Solberg says anything",
    "Lund on wheat",
    "Lund on Finland",
  ])("does not tell of it: %s", (words) => {
    expect(told(words)).toEqual([]);
  });

  it("cites the whole sentence, and names those who met", () => {
    const [hit] = matchArticle(ready("Lund meets Solberg"), EVIDENCE);
    expect(hit).toMatchObject({ start: 0, end: 46, sides: "anna lund|erik solberg", meetingId: "m1", dateStart: "2024-03-05" });
  });

  it("does not tell what an article only recalls", () => {
    const day = { start: "2024-01-05", end: "2024-01-05", precision: "day" as const };
    const year = { start: "2024-01-01", end: "2024-12-31", precision: "year" as const };
    for (const date of [day, year]) expect(told("Lund meets Solberg", { meetings: [{ ...MEETING, date }] })).toEqual([]);
    const far = { ...ARTICLE, text: `${"x".repeat(1300)} ${TEXT}`, sentences: [{ start: 1301, end: 1347 }] };
    const evidence = [{ articleId: "a1", start: 1301, end: 1331, text: "" }];
    expect(told("Lund meets Solberg", { article: far, meetings: [{ ...MEETING, date: null, evidence }] })).toEqual([]);
  });

  it("does not take a crowd for a meeting of two", () => {
    const others = ["Berg", "Dahl", "Holm", "Vik"].map((name) => ({ name, kind: "person" as const }));
    const crowd = { ...MEETING, participants: [...MEETING.participants, ...others] };
    expect(told("Lund meets Solberg", { meetings: [crowd] })).toEqual([]);
    expect(told("any meeting of Lund", { meetings: [crowd] })).toEqual(["held"]);
  });

  it("does not take somebody of the same family name for whom everybody means", () => {
    const other = {
      ...MEETING,
      participants: [
        { name: "Maja Lund", kind: "person" as const },
        { name: "Erik Solberg", kind: "person" as const },
      ],
    };
    const people = [...PEOPLE, person("p3", "Maja Lund", { title: "Mayor", country: "SE" })];
    expect(told("Lund meets Solberg", { meetings: [other], people })).toEqual([]);
    expect(told("Maja Lund meets Solberg", { meetings: [other], people })).toEqual(["held"]);
  });

  it("tells of a plan as moved where another article has it on another day", () => {
    const at = (day: string) => ({ start: day, end: day, precision: "day" as const });
    const reportedDates = [
      { articleId: "a1", date: at("2024-03-20"), status: "planned" as const },
      { articleId: "a0", date: at("2024-03-12"), status: "planned" as const },
    ];
    const plan = { ...MEETING, status: "planned" as const, date: at("2024-03-20"), reportedDates };
    expect(told("Lund meets Solberg", { meetings: [plan] })).toEqual(["moved"]);
    expect(told("the meeting of Lund and Solberg is moved", { meetings: [plan] })).toEqual(["moved"]);
    expect(told("the meeting of Lund and Solberg is called off", { meetings: [plan] })).toEqual([]);
  });

  it("finds an event by its name in the passage", () => {
    const twoPlusTwo = {
      ...MEETING,
      evidence: [{ articleId: "a1", start: 0, end: 30, text: "the two-plus-two of Sweden and Norway" }],
    };
    expect(told("the Sweden-Norway 2+2 is held", { meetings: [twoPlusTwo] })).toEqual(["held"]);
  });

  it("looks only at watches that an article may concern", () => {
    const many = Array.from({ length: 1000 }, (_, at) => ready(`Person${at} meets Solberg`, at + 10));
    const wanted = [
      ready("Lund meets Solberg", 1),
      ready("any meeting of Sweden and Norway", 2),
      ready("the Quad summit is held", 3),
    ];
    const found = indexWatches([...many, ...wanted]).candidates(EVIDENCE);
    expect(found.map(({ watch }) => watch.id).sort()).toEqual([1, 2, 3]);
    const same = { ...ready("any meeting of Sweden and Norway") };
    const crowd = Array.from({ length: 10_000 }, (_, at) => ({ ...same, watch: { ...same.watch, id: at } }));
    expect(indexWatches(crowd).candidates(EVIDENCE)).toHaveLength(10_000);
  });
});
