import { expect, it } from "vitest";
import { answerMatter } from "../../src/answer/answer-matter.ts";
import type { StoreReaders } from "../../src/domain/sources/readers.ts";

const SENTENCES = [
  "President Ama Owusu met Prime Minister Peter Otieno in Accra on Thursday to discuss the ferry line.",
  "A brass band played at the quay.",
  "The two leaders agreed to open a second pier.",
  "They also discussed the price of cocoa.",
  "Otieno thanked Owusu for the boats.",
  "The mayor discussed parking with reporters.",
];

function storeOf(sentences: string[]): Pick<StoreReaders, "people" | "meetings" | "articles"> {
  const text = sentences.join(" ");
  const ranges = sentences.map((each) => ({ start: text.indexOf(each), end: text.indexOf(each) + each.length }));
  const date = { start: "2024-09-05", end: "2024-09-05", precision: "day" as const };
  const named = [
    { id: "p1", name: "Ama Owusu", aliases: ["Owusu"], roles: [] },
    { id: "p2", name: "Peter Otieno", aliases: ["Otieno"], roles: [] },
  ];
  const meeting = {
    id: "m1",
    kind: "meeting",
    title: "Meeting of Ama Owusu and Peter Otieno",
    date,
    place: "Accra",
    participants: named.map(({ name }) => ({ name, kind: "person" })),
    status: "held",
    evidence: [{ articleId: "a1", ...ranges[0], text: sentences[0] }],
    articleIds: ["a1"],
    countries: ["GH", "KE"],
    reportedDates: [{ articleId: "a1", date, status: "held" }],
  };
  const store = {
    people: {
      byName: async (_: string, name: string) => named.filter((each) => each.name === name || each.aliases.includes(name)),
    },
    meetings: { find: async () => [meeting] },
    articles: { load: async () => [{ id: "a1", publishedAt: "2024-09-06", text, sentences: ranges }] },
  };
  return store as unknown as Pick<StoreReaders, "people" | "meetings" | "articles">;
}

async function told(asked: string, sentences = SENTENCES) {
  const question = { text: asked, changed: false, context: "", beside: null, around: null };
  const request = { question, period: null, today: "2024-10-01", until: null };
  const answer = await answerMatter(storeOf(sentences), "desk", request);
  return answer?.map(({ fact, citation }) => (fact === null ? citation.text : `${fact}: ${citation.text}`)) ?? null;
}

it("tells what those who met spoke of, with the day and place, and not what somebody else did", async () => {
  expect(await told("What did Owusu and Otieno discuss?")).toEqual([
    `5 September 2024, Accra: ${SENTENCES[0]}`,
    SENTENCES[2],
    SENTENCES[3],
  ]);
});

it("tells what they agreed on, and why they met", async () => {
  expect(await told("What did Owusu and Otieno agree on?")).toEqual([`5 September 2024, Accra: ${SENTENCES[2]}`]);
  expect(await told("Why did Owusu meet Otieno on 5 September 2024?")).toEqual([`5 September 2024, Accra: ${SENTENCES[0]}`]);
});

it("tells nothing of a meeting whose report says nothing of its matter, and of one person alone", async () => {
  expect(await told("What did Owusu and Otieno discuss?", ["Owusu met Otieno in Accra.", "A band played."])).toBeNull();
  expect(await told("What did Owusu discuss?")).toBeNull();
  expect(await told("Where did Owusu meet Otieno?")).toBeNull();
});
