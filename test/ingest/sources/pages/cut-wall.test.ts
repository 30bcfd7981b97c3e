import { expect, it } from "vitest";
import { cutWall } from "../../../../src/ingest/sources/pages/cut-wall.ts";

const STORY = "Ana Moreira met Erik Solberg in Lisbon on Tuesday, and spoke of fisheries and of cables between their coasts.";
const ADVERT = "Get the news of the harbour in your inbox, every morning before the boats come in.";

it.each([
  ["To continue reading, subscribe. Unlimited digital access for only $1 a week.", "paywall"],
  ["Subscribe to read the full story.", "paywall"],
  ["Already a subscriber? Log in", "paywall"],
  ["This article is only for our digital subscribers.", "paywall"],
  ["You have reached your limit of free articles. Cancel anytime.", "paywall"],
  ["Please enable JavaScript and cookies to continue. Ray ID 8a7b.", "bot-check"],
  ["Verify you are human", "bot-check"],
  [
    "We and our 842 partners store and access information on a device. You can accept all cookies or manage your choices.",
    "consent",
  ],
  ["Accept all cookies", "consent"],
])("ends a text at %j", (notice, wall) => {
  expect(cutWall([STORY, notice, ADVERT].join("\n\n"))).toEqual({ text: STORY, wall });
});

it("leaves out a notice that is shown on top of the whole article, and keeps the article", () => {
  const text = [STORY, "Already a subscriber? Log in", ...Array.from({ length: 12 }, () => STORY)].join("\n\n");
  expect(cutWall(text)).toEqual({ text: Array.from({ length: 13 }, () => STORY).join("\n\n"), wall: null });
});

it.each([
  "The regulator said that readers must be able to reject all cookies, and fined the harbour board for its page.",
  "Members can cancel anytime, the ministry said of the treaty that both countries signed on Tuesday in the harbour.",
  "He joined to continue the talks, and spoke of the legitimate interest of fishing fleets in a clear timetable.",
])("takes no sentence of an article for a notice: %j", (sentence) => {
  expect(cutWall([STORY, sentence].join("\n\n"))).toEqual({ text: `${STORY}\n\n${sentence}`, wall: null });
});
