import { expect, it } from "vitest";
import { readFollowUp } from "../../../src/answer/follow-up/read-follow-up.ts";
import type { PersonRecord } from "../../../src/domain/evidence/records.ts";
import type { PeopleReader } from "../../../src/domain/sources/readers.ts";

const PEOPLE = ["Ama Owusu GH", "Peter Otieno KE", "Ida Lund NO", "Kofi Addo GH"].map((each, at) => {
  const [first, last, country] = each.split(" ");
  return { id: `p${at}`, name: `${first} ${last}`, aliases: [last], roles: [{ country }] } as unknown as PersonRecord;
});
const people = {
  byName: async (_: string, name: string) => PEOPLE.filter((each) => each.name === name || each.aliases.includes(name)),
} as unknown as PeopleReader;

async function read(question: string, turns: [string, string | null][], topic: string | null = null) {
  const conversation = { topic, turns: turns.map(([asked, answer]) => ({ question: asked, answer })) };
  return readFollowUp(question, conversation, { people, workspaceId: "desk" });
}

const MET: [string, string] = ["When did Owusu meet Otieno?", "5 September 2024, Accra: Owusu met Otieno on Thursday."];

it("comes back to an earlier question for its place, where the last one has none", async () => {
  const { text, around } = await read("Where was that?", [MET, ["What did Owusu and Otieno discuss?", "They discussed cocoa."]]);
  expect(text).toBe("Where did Owusu meet Otieno on 5 September 2024?");
  expect(around).toBe("2024-09-05");
});

it("tells again what was said where its time is asked for, because its day stands with it", async () => {
  expect((await read("When was that?", [["What did Lund say about cocoa?", "Ida Lund, 4 May 2024: Cocoa is dear."]])).text).toBe(
    "What did Lund say about cocoa?",
  );
});

it("takes bare words of somebody as those about the day that was told of", async () => {
  const { text, around } = await read("What did Owusu say?", [MET]);
  expect([text, around]).toEqual(["What did Owusu say?", "2024-09-05"]);
  expect((await read("And what did Owusu say about cocoa last year?", [MET])).around).toBeNull();
});

it("reads 'who is he' as the one who was answered, and 'she' elsewhere as the one who was asked about", async () => {
  const turns: [string, string][] = [["Whom did Owusu meet?", "5 September 2024: Owusu met Peter Otieno."]];
  expect((await read("Who is he?", turns)).text).toBe("Who is Peter Otieno?");
  expect((await read("When did she leave?", turns)).text).toBe("When did Ama Owusu leave?");
});

it("asks when the one who was answered did it", async () => {
  const turns: [string, string][] = [["Who resigned as mayor?", "Ida Lund resigned as mayor on Friday."]];
  expect((await read("When?", turns)).text).toBe("When was it that Ida Lund resigned as mayor?");
});

it("puts a country or another name in the place of the one that was asked about", async () => {
  expect((await read("And Japan?", [["When did the US and India last meet?", null]])).text).toBe(
    "When did the US and Japan last meet?",
  );
  expect((await read("And Labour?", [["How many seats did Lund's party win?", null]])).text).toBe(
    "How many seats did Labour win?",
  );
});

it("reads 'there' as the place and 'it' as the thing of the last question", async () => {
  expect((await read("Whom did she meet there?", [["When did Owusu visit Norway?", "5 September 2024: …"]])).text).toBe(
    "Whom did Ama Owusu meet in Norway?",
  );
  expect(
    (await read("How many people came there?", [["Where was the kite fair held?", "In Oslo, from 5 to 9 May."]])).text,
  ).not.toContain("Oslo");
  expect((await read("And where did it land?", [["How high did the new kite fly?", "It flew 9 metres high."]])).text).toBe(
    "where did the new kite land?",
  );
});

it("asks of somebody else without the day of the one before", async () => {
  expect((await read("And Lund?", [["Why did Owusu meet Otieno on 5 September 2024?", null]])).text).toBe(
    "Why did Owusu meet Ida Lund?",
  );
});

it("puts a new name in the place of whoever is of the same country, and behind 'with' in that of the other", async () => {
  expect((await read("And Addo?", [MET])).text).toBe("When did Kofi Addo meet Otieno?");
  expect((await read("And with Addo?", [MET])).text).toBe("When did Owusu meet Kofi Addo?");
  expect((await read("And Lund?", [MET])).text).toBe("When did Owusu meet Ida Lund?");
});

it("lets one who is named already change places with the other", async () => {
  const said: [string, string | null] = ["What did Owusu say to Otieno at the fair?", null];
  expect((await read("And Otieno?", [said])).text).toBe("What did Otieno say to Owusu at the fair?");
  expect((await read("Where was that?", [said])).text).toBe("Where did Owusu and Otieno speak or meet at the fair?");
});

it("takes what is asked about next as the matter of what was said or discussed", async () => {
  expect((await read("What about Norway?", [["What did Owusu say about it?", null]])).text).toBe(
    "What did Owusu say about Norway?",
  );
  expect((await read("And cocoa?", [["What did Owusu and Otieno discuss in Accra?", null]])).text).toBe(
    "What did Owusu and Otieno discuss about cocoa in Accra?",
  );
  expect((await read("And the Norwegian side?", [["What did Owusu and Otieno discuss in Accra?", null]])).text).toBe(
    "What did Owusu and Norway discuss?",
  );
});

it("takes a country behind a meeting of two as what they talked of", async () => {
  expect((await read("What about Norway?", [MET])).text).toBe("What did Ama Owusu and Peter Otieno discuss about Norway?");
});

it("puts a month in the place of another, with its year", async () => {
  expect((await read("and in May?", [["Whom did Owusu meet in April 2024?", null]])).text).toBe(
    "Whom did Owusu meet in May 2024?",
  );
  expect((await read("and in June 2023?", [["Whom did Owusu meet in April 2024?", null]])).text).toBe(
    "Whom did Owusu meet in June 2023?",
  );
  expect((await read("and virtually?", [["When did Owusu meet Otieno in person?", null]])).text).toBe(
    "When did Owusu meet Otieno virtually?",
  );
});

it("asks why a journey was made, and how long a meeting lasted that was told of", async () => {
  const visit: [string, string] = ["When did Owusu visit Norway?", "5 September 2024: Owusu visited Norway, where she met Lund."];
  expect((await read("Why did she go?", [visit, ["How long did it last?", null]])).text).toBe(
    "Why did Owusu visit Norway on 5 September 2024?",
  );
  expect((await read("How long did it last?", [MET])).text).toBe(
    "How long did the meeting of Ama Owusu and Peter Otieno on 5 September 2024 last?",
  );
});

it("asks for the time before a welcome as for a meeting, and leaves a date that is no matter alone", async () => {
  const hosted: [string, string] = ["When did Owusu welcome Otieno to the palace?", "5 September 2024: Owusu welcomed Otieno."];
  expect(await read("And before that?", [hosted])).toMatchObject({
    text: "When did Owusu meet Otieno?",
    beside: { date: "2024-09-05" },
  });
  const resigned: [string, string | null] = ["Why did Owusu resign on 5 September 2024?", null];
  expect(await read("What did the mayor say about it?", [resigned])).toMatchObject({
    text: "What did the mayor say about it?",
    context: "Why did Owusu resign?",
  });
});
