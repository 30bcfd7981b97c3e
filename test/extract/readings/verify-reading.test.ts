import { describe, expect, it } from "vitest";
import { readingVerifier } from "../../../src/extract/extract-article.ts";
import { parseReading } from "../../../src/model/readings/parse-reading.ts";

const TEXT = [
  "Norwegian Foreign Minister Ada Lund met Chilean Foreign Minister Max Toll in Bergen on Tuesday.",
  "“We have settled the fishing dispute,” Lund told reporters.",
  "Toll called the talks “long, honest and very cold”.",
  "Prime Minister Ira Falk of Iceland will visit Santiago on 3 October, his office said on Monday.",
  "Iceland's envoy, Una Berg, denied that she had met Toll in Oslo.",
  "Lund spoke to Kenyan President Joy Otieno by telephone on Wednesday.",
  "A planned summit of Norway and Peru in Lima was cancelled.",
].join(" ");
const ARTICLE = {
  id: "a1",
  url: null,
  title: null,
  publisher: null,
  author: null,
  publishedAt: "2025-09-18",
  language: null,
  text: TEXT,
};
const verify = readingVerifier(ARTICLE);

/** A careful reader's draft, with no fault in it. */
const PERFECT = {
  quotes: [
    { n: 1, speaker: "Lund", sentence: 2 },
    { n: 2, speaker: "Toll", sentence: 3 },
  ],
  people: [
    { name: "Ada Lund", office: "Norwegian Foreign Minister", country: "NO", sentences: [1] },
    { name: "Max Toll", office: "Chilean Foreign Minister", country: "CL", sentences: [1] },
    { name: "Ira Falk", office: "Prime Minister", country: "IS", sentences: [4] },
    { name: "Una Berg", office: "envoy", country: "IS", sentences: [5] },
    { name: "Joy Otieno", office: "Kenyan President", country: "KE", sentences: [6] },
  ],
  meetings: [
    { kind: "meeting", status: "held", participants: ["Ada Lund", "Max Toll"], when: "Tuesday", where: "Bergen", sentences: [1] },
    { kind: "visit", status: "planned", participants: ["Ira Falk"], when: "3 October", where: "Santiago", sentences: [4] },
    { kind: "call", status: "held", participants: ["Lund", "Joy Otieno"], when: "on Wednesday", where: null, sentences: [6] },
    { kind: "summit", status: "cancelled", participants: ["Norway", "Peru"], when: null, where: "Lima", sentences: [7] },
  ],
};

type Draft = typeof PERFECT;

function read(draft: unknown) {
  const parsed = parseReading(draft);
  if (parsed === null) throw new Error("no draft");
  return verify(parsed.reading);
}

function withChange(change: (draft: Draft) => void): Draft {
  const draft = structuredClone(PERFECT);
  change(draft);
  return draft;
}

describe("a model's reading of an article", () => {
  it("comes through whole where it is right, with the days resolved by the program", () => {
    const { extraction, refused } = read(PERFECT);
    expect(refused).toEqual([]);
    expect(extraction.quotes.map(({ speaker }) => speaker?.name)).toEqual(["Ada Lund", "Max Toll"]);
    expect(extraction.meetings.map(({ kind, status, date, place }) => [kind, status, date?.start ?? null, place])).toEqual([
      ["meeting", "held", "2025-09-16", "Bergen"],
      ["visit", "planned", "2025-10-03", "Santiago"],
      ["call", "held", "2025-09-17", null],
      ["summit", "cancelled", null, "Lima"],
    ]);
    expect(extraction.people.map(({ name, roles }) => [name, roles[0]?.country])).toEqual([
      ["Ada Lund", "NO"],
      ["Max Toll", "CL"],
      ["Ira Falk", "IS"],
      ["Una Berg", "IS"],
      ["Joy Otieno", "KE"],
    ]);
  });

  it.each<[string, { path: string; reason: string; change: (draft: Draft) => void }]>([
    [
      "another speaker",
      {
        path: "quotes[0].speaker",
        reason: "not-the-speaker",
        change: ({ quotes }) => Object.assign(quotes[0] ?? {}, { speaker: "Toll", sentence: 3 }),
      },
    ],
    [
      "a speaker whom the sentence does not name",
      {
        path: "quotes[1].speaker",
        reason: "not-in-the-sentence",
        change: ({ quotes }) => Object.assign(quotes[1] ?? {}, { speaker: "Falk" }),
      },
    ],
    [
      "a participant of another sentence",
      {
        path: "meetings[0].participants[1]",
        reason: "not-in-the-sentence",
        change: ({ meetings }) => meetings[0]?.participants.splice(1, 1, "Ira Falk"),
      },
    ],
    [
      "a plan told as held",
      {
        path: "meetings[1].status",
        reason: "planned",
        change: ({ meetings }) => Object.assign(meetings[1] ?? {}, { status: "held" }),
      },
    ],
    [
      "a meeting that the sentence denies",
      {
        path: "meetings[4]",
        reason: "denied",
        change: ({ meetings }) =>
          meetings.push({
            kind: "meeting",
            status: "held",
            participants: ["Una Berg", "Max Toll"],
            when: null as never,
            where: "Oslo",
            sentences: [5],
          }),
      },
    ],
    [
      "a day of another sentence",
      {
        path: "meetings[0].when",
        reason: "not-in-the-sentence",
        change: ({ meetings }) => Object.assign(meetings[0] ?? {}, { when: "Wednesday" }),
      },
    ],
    [
      "the day of a speech",
      {
        path: "meetings[1].when",
        reason: "date-of-something-else",
        change: ({ meetings }) => Object.assign(meetings[1] ?? {}, { when: "Monday" }),
      },
    ],
    [
      "a place that the text does not have",
      {
        path: "meetings[0].where",
        reason: "not-in-the-sentence",
        change: ({ meetings }) => Object.assign(meetings[0] ?? {}, { where: "Geneva" }),
      },
    ],
    [
      "the office of another",
      {
        path: "people[1].office",
        reason: "office-of-another",
        change: ({ people }) => Object.assign(people[1] ?? {}, { office: "Kenyan President", sentences: [1, 6] }),
      },
    ],
    [
      "two meetings merged",
      {
        path: "meetings[0].participants[2]",
        reason: "two-meetings",
        change: ({ meetings }) =>
          Object.assign(meetings[0] ?? {}, { participants: ["Ada Lund", "Max Toll", "Joy Otieno"], sentences: [1, 6] }),
      },
    ],
    [
      "a cancelled one that was held",
      {
        path: "meetings[0].status",
        reason: "not-cancelled",
        change: ({ meetings }) => Object.assign(meetings[0] ?? {}, { status: "cancelled" }),
      },
    ],
    [
      "a sentence that is not there",
      {
        path: "meetings[0]",
        reason: "no-such-sentence",
        change: ({ meetings }) => Object.assign(meetings[0] ?? {}, { sentences: [99] }),
      },
    ],
    [
      "another state",
      {
        path: "people[0].country",
        reason: "another-country",
        change: ({ people }) => Object.assign(people[0] ?? {}, { country: "CL" }),
      },
    ],
  ])("is refused where it has %s", (_, { path, reason, change }) => {
    expect(read(withChange(change)).refused).toContainEqual({ path, reason });
  });

  it("falls back to the local engine piece by piece", () => {
    const wrong = withChange(({ meetings, quotes }) => {
      Object.assign(meetings[0] ?? {}, { when: "Wednesday", where: "Geneva" });
      Object.assign(quotes[0] ?? {}, { speaker: "Toll", sentence: 3 });
    });
    const { extraction } = read(wrong);
    expect(extraction.meetings[0]).toMatchObject({ date: { start: "2025-09-16" }, place: "Bergen", status: "held" });
    expect(extraction.quotes[0]?.speaker?.name).toBe("Ada Lund");
  });

  it("tells a plan as a plan, whatever the model says", () => {
    const { extraction } = read(withChange(({ meetings }) => Object.assign(meetings[1] ?? {}, { status: "held" })));
    expect(extraction.meetings.filter(({ participants }) => participants.some(({ name }) => name === "Ira Falk"))).toMatchObject([
      { status: "planned" },
    ]);
  });

  it("gives a meeting the kind that its words tell, whatever the model says", () => {
    const { extraction, refused } = read(
      withChange(({ meetings }) => {
        Object.assign(meetings[0] ?? {}, { kind: "call" });
        Object.assign(meetings[2] ?? {}, { kind: "meeting" });
      }),
    );
    expect(refused).toEqual([
      { path: "meetings[0].kind", reason: "another-kind" },
      { path: "meetings[2].kind", reason: "another-kind" },
    ]);
    expect(extraction.meetings.map(({ kind }) => kind)).toEqual(["meeting", "visit", "call", "summit"]);
  });

  it("believes the model about whom a document or an unknown “he” stands for, and not that a document is a person", () => {
    const text =
      "The Arctic Charter was signed in 1996 by Foreign Minister Ada Lund. The document says that the members “shall share what they know of the ice”.";
    const held = readingVerifier({ ...ARTICLE, text });
    const speaker = (words: string) => {
      const parsed = parseReading({ quotes: [{ n: 1, speaker: words, sentence: 1 }], people: [], meetings: [] });
      return parsed === null ? null : held(parsed.reading);
    };
    expect(speaker("The Arctic Charter")?.extraction.quotes[0]?.speaker?.name).toBe("Arctic Charter");
    expect(speaker("Ada Lund")?.refused).toEqual([{ path: "quotes[0].speaker", reason: "not-the-speaker" }]);
  });

  it("does not join a meeting with one that is told further down", () => {
    const between = "Trade has grown. Fish is dear. Ships are few. Ice is thin.";
    const text = `Foreign Minister Ada Lund met President Joy Otieno in Oslo. ${between} Foreign Minister Max Toll met President Joy Otieno in Lima.`;
    const parsed = parseReading({
      quotes: [],
      people: [],
      meetings: [{ kind: "meeting", status: "held", participants: ["Ada Lund", "Joy Otieno", "Max Toll"], sentences: [1, 6] }],
    });
    const joint = parsed === null ? null : readingVerifier({ ...ARTICLE, text })(parsed.reading);
    expect(joint?.extraction.meetings.some(({ participants }) => participants.length > 2)).toBe(false);
    expect(joint?.refused.map(({ reason }) => reason)).toContain("two-meetings");
  });

  it("prints the place of a dateline as a name", () => {
    const text = "NEW BERGEN, Sept 16 (Coast Wire) - Foreign Minister Ada Lund met President Joy Otieno on Tuesday.";
    const parsed = parseReading({
      meetings: [
        { kind: "meeting", status: "held", participants: ["Ada Lund", "Joy Otieno"], where: "New Bergen", sentences: [1] },
      ],
    });
    const found = parsed === null ? null : readingVerifier({ ...ARTICLE, text })(parsed.reading);
    expect(found?.extraction.meetings).toMatchObject([{ place: "New Bergen" }]);
  });

  it("keeps of two meetings told as one the one that more of those named take part in", () => {
    const merged = { ...PERFECT.meetings[0], participants: ["Ada Lund", "Max Toll", "Joy Otieno"], sentences: [1, 6] };
    const { extraction } = read({ meetings: [merged] });
    const lund = extraction.meetings.filter(({ participants }) => participants.some(({ name }) => name === "Ada Lund"));
    expect(lund.map(({ kind, participants }) => [kind, ...participants.map(({ name }) => name)])).toEqual([
      ["meeting", "Ada Lund", "Max Toll"],
      ["call", "Ada Lund", "Joy Otieno"],
    ]);
  });

  it.each([
    ["The foreign ministers of Peru and Chile, Ana Rey and Max Toll, will not meet in Lima after all.", "cancelled", "cancelled"],
    [
      "Max Toll, on his first trip to Africa, goes on to Accra on Saturday for talks with Ghanaian President Kofi Asa.",
      "held",
      "planned",
    ],
  ])("tells what is off as off and a journey to come as to come: %s", (text, said, status) => {
    const participants = ["Max Toll", text.includes("Rey") ? "Ana Rey" : "Kofi Asa"];
    const parsed = parseReading({
      meetings: [{ kind: "meeting", status: said, participants, when: null, where: null, sentences: [1] }],
    });
    if (parsed === null) throw new Error("no draft");
    expect(readingVerifier({ ...ARTICLE, text })(parsed.reading).extraction.meetings).toMatchObject([{ status }]);
  });

  it("adds what the local engine found and the model left out", () => {
    const { extraction, refused } = read({ quotes: [], people: [], meetings: [] });
    expect(refused).toEqual([]);
    expect(extraction.people.map(({ name }) => name)).toContain("Joy Otieno");
    expect(extraction.meetings.length).toBeGreaterThanOrEqual(3);
  });

  it("refuses every piece of a text in a language that the rules do not read", () => {
    const german = {
      ...ARTICLE,
      language: "de",
      text: "Die Ministerin traf ihren Kollegen am Dienstag in Bergen. Sie sprach von einem Erfolg.",
    };
    const parsed = parseReading({ people: [{ name: "Ada Lund", sentences: [1] }] });
    expect(parsed === null ? null : readingVerifier(german)(parsed.reading).refused).toEqual([
      { path: "people[0]", reason: "another-language" },
    ]);
  });
});
