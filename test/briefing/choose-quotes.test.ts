import { expect, test } from "vitest";
import { chooseQuotes } from "../../src/briefing/choose-quotes.ts";
import { readTopic } from "../../src/briefing/read-topic.ts";
import { nameTopic } from "../../src/briefing/topic-sides.ts";
import type { ArticleBody, PersonRecord, QuoteRecord } from "../../src/domain/evidence/records.ts";
import { parseTopic } from "../../src/evidence/parse-topic.ts";
import { extractArticle } from "../../src/extract/extract-article.ts";
import { articleOf } from "../fakes/evidence.ts";

const TEXT =
  "Portugal's foreign minister, Ana Moreira, met her Norwegian counterpart Erik Solberg in Lisbon on Monday. " +
  "“Norway has the boats and we have the harbours,” Moreira said. “My garden is full of slugs this spring,” a baker near the palace said. " +
  "“We shall come back in the autumn with more time,” Solberg said.";

function bodyOf(id: string, text: string, title: string): ArticleBody {
  const article = articleOf({ id, text, title, publishedAt: "2024-03-05" });
  const { summary, sentences, countries } = extractArticle(article);
  return { ...article, summary, sentences, countries, firstSeenAt: "2024-03-05T00:00:00.000Z", revision: 1, storyId: null };
}

function person(name: string, country: string): PersonRecord {
  const role = { title: "Foreign Minister", affiliation: null, country, firstSeen: null, lastSeen: null };
  return { id: name, name, aliases: [name.split(" ").at(-1) ?? name], roles: [role], articles: 1, articleIds: ["talks"] };
}

function quote(article: ArticleBody, words: string, speaker: string): QuoteRecord {
  const start = article.text.indexOf(words);
  const place = { articleId: article.id, start, end: start + words.length, text: words, url: null, publisher: null, title: null };
  return { ...place, id: words, kind: "direct", speaker: { id: speaker, name: speaker }, saidOn: "2024-03-05" };
}

test("words of one side about the other come first, then words of a side in an article on both; what others say is left out", async () => {
  const topic = await parseTopic("portugal-norway", async () => null);
  if (topic === null) throw new Error("no topic");
  const talks = bodyOf("talks", TEXT, "Portugal and Norway talk about fish");
  const people = [person("Ana Moreira", "PT"), person("Erik Solberg", "NO")];
  const quotes = [
    quote(talks, "My garden is full of slugs this spring", "A baker"),
    quote(talks, "We shall come back in the autumn with more time", "Erik Solberg"),
    quote(talks, "Norway has the boats and we have the harbours", "Ana Moreira"),
  ];
  const chosen = chooseQuotes(readTopic(nameTopic(topic, people), [talks]), quotes, { people, countries: ["PT", "NO"] });
  expect(chosen.map(({ speaker }) => speaker?.name)).toEqual(["Ana Moreira", "Erik Solberg"]);
});

test("who is called 'the group' or 'the leaders' is no speaker in a briefing", async () => {
  const topic = await parseTopic("portugal-norway", async () => null);
  if (topic === null) throw new Error("no topic");
  const talks = bodyOf("talks", TEXT.replace("we have", "Portugal has"), "Portugal and Norway talk about fish");
  const people = [person("Ana Moreira", "PT"), person("Erik Solberg", "NO")];
  const words = "Norway has the boats and Portugal has the harbours";
  const quotes = ["the group", "the leaders", "the statement", "begins", "A senior source in the ministry"].map((name) => ({
    ...quote(talks, words, name),
    id: name,
    speaker: { id: null, name },
  }));
  const reading = readTopic(nameTopic(topic, people), [talks]);
  const speakers = quotes.filter((each) => chooseQuotes(reading, [each], { people, countries: ["PT", "NO"] }).length > 0);
  expect(speakers.map(({ speaker }) => speaker.name)).toEqual(["A senior source in the ministry"]);
});

test("words of a side on a third country, or on its own, are not on the two, however often the article names them", async () => {
  const topic = await parseTopic("portugal-norway", async () => null);
  if (topic === null) throw new Error("no topic");
  const text =
    "Portugal's foreign minister, Ana Moreira, met her Norwegian counterpart Erik Solberg in Lisbon on Monday. " +
    "“We thanked Norway for its boats last night,” Moreira said. " +
    "“We shall look into Estonia's report on the wreck near the Norwegian border,” Moreira told reporters after her meeting with Solberg. " +
    "Moreira cast the vote of the week before as a victory. “The Portuguese people proved once again who they are,” she said after the Solberg meeting. " +
    "Moreira told Solberg that the ports are open. “Everything can be landed from today,” she said. " +
    "She also called Finland's president. “There will be a visit in the coming spring,” Moreira said.";
  const talks = bodyOf("talks", text, "Portugal and Norway talk about fish");
  const people = [person("Ana Moreira", "PT"), person("Erik Solberg", "NO")];
  const quotes = ["We thanked", "We shall look", "The Portuguese people", "Everything can", "There will be"].map((begins) => {
    const at = text.indexOf(begins);
    return quote(talks, text.slice(at, text.indexOf(",”", at)), "Ana Moreira");
  });
  const chosen = chooseQuotes(readTopic(nameTopic(topic, people), [talks]), quotes, { people, countries: ["PT", "NO"] });
  expect(chosen.map(({ text: words }) => words.slice(0, 14))).toEqual(["We thanked Nor", "Everything can"]);
});

test("in an article on the two, who is known by an office or a calling comes behind the sides, though the words name neither", async () => {
  const topic = await parseTopic("portugal-norway", async () => null);
  if (topic === null) throw new Error("no topic");
  const text =
    "Portugal's foreign minister, Ana Moreira, met her Norwegian counterpart Erik Solberg in Lisbon on Monday. " +
    "“Whoever shares a coast shares its storms,” said Berta Lindqvist, a professor of law. " +
    "“My garden is full of slugs this spring,” said Rui Tavares, who passed the palace. " +
    "“We shall come back in the autumn with more time,” Solberg said.";
  const people = [
    person("Ana Moreira", "PT"),
    person("Erik Solberg", "NO"),
    { ...person("Berta Lindqvist", "PT"), roles: [professor()] },
    { ...person("Rui Tavares", "PT"), roles: [] },
  ];
  const said = (article: ArticleBody) => {
    const quotes = [
      quote(article, "Whoever shares a coast shares its storms", "Berta Lindqvist"),
      quote(article, "My garden is full of slugs this spring", "Rui Tavares"),
      quote(article, "We shall come back in the autumn with more time", "Erik Solberg"),
    ];
    const chosen = chooseQuotes(readTopic(nameTopic(topic, people), [article]), quotes, { people, countries: ["PT", "NO"] });
    return chosen.map(({ speaker }) => speaker?.name);
  };
  expect(said(bodyOf("talks", text, "Portugal and Norway talk about fish"))).toEqual(["Erik Solberg", "Berta Lindqvist"]);
  const elsewhere = `Estonia held its fair of boats in Tallinn. The boats stayed dry. It rained on the hills. ${text}`;
  expect(said(bodyOf("talks", elsewhere, "Estonia sells boats"))).toEqual(["Erik Solberg"]);
});

function professor(): PersonRecord["roles"][number] {
  return { title: "Professor", affiliation: null, country: null, firstSeen: null, lastSeen: null };
}
