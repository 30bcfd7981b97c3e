import { expect, it } from "vitest";
import { askOfSomebody, askWhen, elsewhere, ofTheMeeting, withMatter } from "../../../src/answer/follow-up/go-on-from.ts";

it("asks for the time before without the day and the place of the last one", () => {
  expect(askWhen("Where did Owusu and Otieno meet in Accra on 5 September 2024?")).toBe("When did Owusu and Otieno meet?");
  expect(askWhen("when did Owusu last meet Otieno?")).toBe("when did Owusu last meet Otieno?");
});

it("puts a place in the place of another, and a year in that of another year", () => {
  expect(elsewhere("Whom did Owusu meet in Accra", "in Lome")).toBe("Whom did Owusu meet in Lome?");
  expect(elsewhere("Whom did Owusu meet in 2023", "in 2022")).toBe("Whom did Owusu meet in 2022?");
  expect(elsewhere("Whom did Owusu meet in Accra", "in 2022")).toBeNull();
});

it("reads 'about it' as the matter that was asked about last", () => {
  const turns = [
    { question: "What did Owusu say about the ferries?", answer: null },
    { question: "When did she meet Otieno?", answer: null },
  ];
  expect(withMatter("What did Otieno say about it?", { topic: null, turns })).toBe("What did Otieno say about the ferries?");
  expect(withMatter("What did Otieno say?", { topic: null, turns })).toBe("What did Otieno say?");
});

it("takes 'the meeting' and 'who else was there' as those of the meeting that was told of", () => {
  const told = { question: "When did Owusu meet Otieno?", people: ["Owusu", "Otieno"], date: "2024-09-05" };
  expect(ofTheMeeting("How long did the meeting last?", told)).toBe(
    "How long did the meeting of Owusu and Otieno on 5 September 2024 last?",
  );
  expect(ofTheMeeting("And who else was there?", told)).toBe(
    "Who else took part in the meeting of Owusu and Otieno on 5 September 2024?",
  );
  expect(ofTheMeeting("How long did the meeting last?", { ...told, question: "Who is Owusu?" })).toBeNull();
});

it("asks when somebody did what it was asked who did", () => {
  expect(askOfSomebody("When", "Who resigned as mayor of Accra")).toBe("When was it that somebody resigned as mayor of Accra?");
  expect(askOfSomebody("When", "Where was Owusu")).toBeNull();
});
