import { expect, it } from "vitest";
import { answerMeeting } from "../../src/answer/answer-meeting.ts";
import type { MeetingRecord } from "../../src/domain/evidence/records.ts";
import type { StoreReaders } from "../../src/domain/sources/readers.ts";

function held(id: string, day: string, told: string[]): MeetingRecord {
  const date = { start: day, end: day, precision: "day" as const };
  return {
    id,
    kind: "meeting",
    title: "Meeting of Ama Owusu and Peter Otieno",
    date,
    place: "Accra",
    participants: [
      { name: "Ama Owusu", kind: "person" },
      { name: "Peter Otieno", kind: "person" },
    ],
    topics: [],
    status: "held",
    evidence: told.map((text) => ({ articleId: "a1", start: 0, end: text.length, text })),
    articleIds: ["a1"],
    countries: ["GH", "KE"],
    reportedDates: [{ articleId: "a1", date, status: "held" }],
  };
}

function storeOf(meetings: MeetingRecord[], publishedAt: string): Pick<StoreReaders, "people" | "meetings" | "articles"> {
  const store = {
    people: { byName: async () => [] },
    meetings: { find: async () => meetings },
    articles: {
      find: async () => [{ id: "a1" }],
      load: async () => [{ id: "a1", publishedAt, firstSeenAt: "2024-09-06T08:00:00Z" }],
    },
  };
  return store as unknown as Pick<StoreReaders, "people" | "meetings" | "articles">;
}

async function told(meetings: MeetingRecord[], publishedAt = "2024-09-06", asked = "When was the 2+2 held?"): Promise<string[]> {
  const question = { text: asked, changed: false, context: "", beside: null, around: null };
  const answer = await answerMeeting(storeOf(meetings, publishedAt), "desk", {
    question,
    period: null,
    today: "2024-10-01",
    until: null,
  });
  return answer?.sentences.map(({ fact, citation }) => `${fact}: ${citation.text}`) ?? [];
}

it("does not take a meeting at which an event was only wanted or agreed for that event", async () => {
  const wanted = held("m1", "2024-03-19", ["Owusu and Otieno had asked for the 2+2 when they met in Accra on March 19."]);
  const agreed = held("m2", "2024-03-20", ["The 2+2 was agreed when Owusu met Otieno in Accra on March 20."]);
  const event = held("m3", "2024-09-05", ["The second 2+2 was held in Accra on Thursday."]);
  expect(await told([wanted, agreed, event])).toEqual(["5 September 2024, Accra: The second 2+2 was held in Accra on Thursday."]);
});

it("cites the passage that says the day before another that names the event", async () => {
  const event = held("m1", "2024-09-05", [
    "A report in Tuesday's paper on the 2+2 in Accra gave a wrong list of those present.",
    "The ministers met for the second 2+2 in Accra on Thursday.",
  ]);
  expect(await told([event])).toEqual(["5 September 2024, Accra: The ministers met for the second 2+2 in Accra on Thursday."]);
});

it("gives no sentence the day of a meeting that its article only looks back at", async () => {
  const looksBack = held("m1", "2023-06-16", ["Owusu has agreed to a 2+2 with Otieno in Accra, her office said late on Sunday."]);
  const saysSo = held("m2", "2023-06-16", ["The first 2+2 was held in Accra on June 16, 2023."]);
  expect(await told([looksBack])).toEqual([]);
  expect(await told([saysSo])).toEqual(["16 June 2023, Accra: The first 2+2 was held in Accra on June 16, 2023."]);
});

it("tells a sentence that stands in two records once, with the day that it says", async () => {
  const sentence = "The second 2+2 was held in Accra on Thursday.";
  const misdated = held("m1", "2024-09-02", [sentence]);
  const event = held("m2", "2024-09-05", [sentence]);
  expect(await told([event, misdated])).toEqual([`5 September 2024, Accra: ${sentence}`]);
});

it("cites an article that gives the day of the meeting, not one that gave another", async () => {
  const event = held("m1", "2024-09-05", [
    "The ministers met for the second 2+2 in Accra on Thursday.",
    "The 2+2 was held on September 6.",
  ]);
  const [right, wrong] = event.evidence;
  const day = (date: string) => ({ start: date, end: date, precision: "day" as const });
  const reportedDates = [
    { articleId: "a2", date: day("2024-09-06"), status: "held" as const },
    { articleId: "a1", date: day("2024-09-05"), status: "held" as const },
  ];
  const evidence = [wrong, right].flatMap((each) =>
    each === undefined ? [] : { ...each, articleId: each === wrong ? "a2" : "a1" },
  );
  expect(await told([{ ...event, evidence, articleIds: ["a2", "a1"], reportedDates }])).toEqual([
    "5 September 2024, Accra: The ministers met for the second 2+2 in Accra on Thursday.",
  ]);
});

it("takes a call for a meeting only where an article says that they met over it", async () => {
  const asked = (meeting: MeetingRecord) =>
    told([{ ...meeting, kind: "video" }], "2024-09-06", "When did the 2+2 ministers meet?");
  const met = held("m1", "2024-09-05", ["The ministers met virtually for the second 2+2 on Thursday."]);
  const spoke = held("m2", "2024-09-05", ["The ministers spoke about the second 2+2 on Thursday."]);
  expect(await asked(met)).toEqual(["5 September 2024: The ministers met virtually for the second 2+2 on Thursday."]);
  expect(await asked(spoke)).toEqual([]);
});

it("says of a meeting to come that it is planned", async () => {
  const event = { ...held("m1", "2024-10-05", ["The next 2+2 will be held in Accra on October 5."]), status: "planned" as const };
  expect(await told([event], "2024-09-06", "When will the next 2+2 be held?")).toEqual([
    "5 October 2024, Accra (planned): The next 2+2 will be held in Accra on October 5.",
  ]);
});
