import { expect, it } from "vitest";
import type { PageArticle } from "../../../../src/domain/sources/web.ts";
import { judgePage } from "../../../../src/ingest/sources/pages/judge-page.ts";

const TEXT =
  "Foreign Minister Ana Moreira met Erik Solberg in Lisbon to speak of fisheries, offshore wind and cables. They meet again in Oslo before the summer.";

function judge(given: { title?: string | null; teaser?: string; page?: Partial<PageArticle>; url?: string; readAt?: string }) {
  const url = given.url ?? "https://gazette.example/2026/talks";
  const page: PageArticle = {
    url,
    title: "Ministers speak of fish",
    text: TEXT,
    publisher: null,
    author: null,
    publishedAt: null,
    language: "en",
    barrier: null,
    note: null,
    isArticle: true,
    ...given.page,
  };
  const { title = "Lisbon and Oslo agree on fisheries", teaser = "The two ministers met on Tuesday." } = given;
  return judgePage({ item: { url, title }, teaser, page, readAt: given.readAt ?? url });
}

it("takes the page that speaks of what headline and teaser speak of", () => {
  expect(judge({})).toBeNull();
});

it("takes no page about something else for the article, however long it is", () => {
  const text = "We and our partners keep identifiers on your device, to measure our audience. ".repeat(20);
  expect(judge({ page: { text } })).toBe("The page behind the link is about something else.");
});

it("knows words again by their beginnings, and pairs of characters where no spaces part words", () => {
  const japanese = "岩屋外務大臣は東京でインドの外相と会談し、半導体と防衛装備品の協力について協議した。";
  expect(judge({ title: "日印外相会談、半導体で協力", teaser: "", page: { text: japanese } })).toBeNull();
  expect(
    judge({ title: "日印外相会談、半導体で協力", teaser: "", page: { text: "同意の管理。閲覧を続けるには登録してください。" } }),
  ).not.toBeNull();
});

it("takes a page under few words where its headline has most of them, and concludes nothing from one or two", () => {
  const title = "Storms over harbours";
  expect(judge({ title, teaser: "", page: { title: "Storms over the harbours tonight", text: TEXT } })).toBeNull();
  expect(judge({ title, teaser: "", page: { title: "Before you continue", text: TEXT } })).not.toBeNull();
  expect(judge({ title: "Storms", teaser: "Short.", page: { title: "Before you continue", text: TEXT } })).toBeNull();
});

it("says that a link leads to the front page, or to a page for login, consent or errors", () => {
  expect(judge({ readAt: "https://gazette.example/" })).toBe("The link leads to the site's front page.");
  expect(judge({ url: "https://gazette.example/", readAt: "https://gazette.example/" })).toBeNull();
  expect(judge({ readAt: "https://id.gazette.example/login?next=%2F2026" })).toBe(
    "The link leads to a page for login, consent or errors.",
  );
  expect(judge({ url: "https://gazette.example/law/consent", readAt: "https://gazette.example/law/consent" })).toBeNull();
});

it("says what the page itself says, and keeps the feed's text where that is longer", () => {
  expect(judge({ page: { barrier: "The text is for subscribers only." } })).toBe("The text is for subscribers only.");
  expect(judge({ teaser: TEXT.repeat(2) })).toBe("The page has less text than the feed.");
});

it("says that a link leads to a section, or to a page that says that nothing is there", () => {
  const url = "https://gazette.example/world/europe/talks-in-lisbon";
  const section = "The link leads to a section of the site, and to no article.";
  expect(judge({ url, readAt: "https://gazette.example/world/europe/" })).toBe(section);
  expect(judge({ url, readAt: "https://gazette.example/en/home", page: { isArticle: false } })).toBe(section);
  expect(judge({ url, readAt: "https://gazette.example/en/home" })).toBeNull();
  // A short link names nothing, and leads to its article.
  const short = { url: "https://gazette.example/a/1", page: { isArticle: false } };
  expect(judge({ ...short, readAt: "https://gazette.example/fisheries" })).toBeNull();
  expect(judge({ url, readAt: "https://gazette.example/2026/talks-in-lisbon" })).toBeNull();
  expect(judge({ url, readAt: "https://gazette.example/talks?id=7", page: { isArticle: false } })).toBeNull();
  for (const title of ["Page not found", "404 - The Gazette", "Sorry, this page does not exist", "Article no longer available"])
    expect(judge({ url, page: { title } })).toBe("The page says that the article is not there.");
  for (const title of ["404 cables between Lisbon and Oslo", "Sorry: two ministers meet over fisheries"])
    expect(judge({ url, title, page: { title } })).toBeNull();
});

it("takes a text that sums up what a teaser of three words announces, and one whose headline is a pun", () => {
  expect(judge({ title: "Talks", teaser: "Fish, again." })).toBeNull();
  const title = "A right pair of anchors";
  expect(judge({ title, teaser: "", page: { title } })).toBeNull();
});

it("takes a page that repeats the entry and then asks for money about something else for an offer, and no page with a price for one", () => {
  const teaser = "Ana Moreira met Erik Solberg in Lisbon on Tuesday.";
  const offer = `${teaser}\n\nDalej tylko z abonamentem. Wykup dostęp już od 4,99 zł za pierwszy miesiąc, potem 29,90 zł.`;
  expect(judge({ teaser, page: { text: offer, asksForMoney: true } })).toBe("The text is for subscribers only.");
  expect(judge({ teaser, page: { text: offer, asksForMoney: false } })).toBeNull();
  const article = `${teaser}\n\nThe cables are to cost 4 € a metre, Solberg said, and the fund pays half.`;
  expect(judge({ teaser, page: { text: article, asksForMoney: true } })).toBeNull();
});

it("takes a short page that repeats the entry and goes on for the article, and no caption", () => {
  const teaser = "Ana Moreira met Erik Solberg in Lisbon on Tuesday.";
  const barred = { barrier: "The page has no article text.", isBrief: true };
  const release = `${teaser} They spoke of fisheries and of cables between their coasts.\n\nThe ministers meet again in Oslo before the summer, the ministry said.`;
  expect(judge({ teaser, page: { ...barred, text: release } })).toBeNull();
  expect(judge({ teaser, page: { ...barred, text: teaser } })).toBe(barred.barrier);
  const caption = "Boats in a harbour, seen from above on a grey day; in front of them stand two men with a net and a lamp.";
  expect(judge({ teaser, page: { ...barred, text: caption } })).toBe(barred.barrier);
});
