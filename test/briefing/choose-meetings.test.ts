import { expect, test } from "vitest";
import { chooseMeetings } from "../../src/briefing/is-meeting-on.ts";
import { readTopic } from "../../src/briefing/read-topic.ts";
import { nameTopic } from "../../src/briefing/topic-sides.ts";
import type { MeetingRecord } from "../../src/domain/evidence/records.ts";
import { parseTopic } from "../../src/evidence/parse-topic.ts";

function meeting(id: string, names: string[], { countries, text }: { countries: string[]; text: string }): MeetingRecord {
  return {
    id,
    kind: "meeting",
    title: `Meeting of ${names.join(" and ")}`,
    date: null,
    place: null,
    participants: names.map((name) => ({ name, kind: "person" })),
    topics: [],
    status: "held",
    evidence: [{ articleId: "a", start: 0, end: text.length, text }],
    articleIds: ["a"],
    countries,
    reportedDates: [],
  };
}

test("a meeting is on two sides if both take part, or if one spoke with others about the other; a mention brings none", async () => {
  const topic = await parseTopic("portugal-norway", async () => null);
  if (topic === null) throw new Error("no topic");
  const about = meeting("about", ["Ana Moreira", "Jonas Kask"], {
    countries: ["PT", "EE"],
    text: "Moreira met Kask to discuss Norway's new limits on catches.",
  });
  const mentioned = meeting("mentioned", ["Ana Moreira", "island leaders"], {
    countries: ["PT"],
    text: "Moreira welcomed island leaders to a region where Norway is working to expand its fleet.",
  });
  const gathered = meeting("gathered", ["Ana Moreira", "Erik Solberg", "A B", "C D", "E F", "G H"], {
    countries: ["PT", "NO", "EE"],
    text: "Six ministers met.",
  });
  const met = meeting("met", ["Ana Moreira", "Erik Solberg"], { countries: ["PT", "NO"], text: "The two met." });
  const elsewhere = meeting("elsewhere", ["Jonas Kask", "A B"], {
    countries: ["EE"],
    text: "Kask and B discussed Portugal and Norway.",
  });
  const chosen = chooseMeetings(readTopic(nameTopic(topic, []), []), [about, mentioned, gathered, met, elsewhere]);
  expect(chosen.map(({ id }) => id)).toEqual(["met", "gathered", "about"]);
});

test("a summit of a body of few is on two of its members, though only one is named; one of many is not", async () => {
  const topic = await parseTopic("india-japan", async () => null);
  if (topic === null) throw new Error("no topic");
  const summitOf = (name: string): MeetingRecord => ({
    ...meeting(name, [], { countries: [], text: `The next ${name} summit will be hosted by India.` }),
    kind: "summit",
    participants: [{ name, kind: "organisation" }],
  });
  const chosen = chooseMeetings(readTopic(nameTopic(topic, []), []), [summitOf("Quad"), summitOf("G20"), summitOf("AUKUS")]);
  expect(chosen.map(({ id }) => id)).toEqual(["Quad"]);
});
