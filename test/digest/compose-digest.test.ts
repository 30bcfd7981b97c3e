import { describe, expect, it } from "vitest";
import type { News, StoryNews } from "../../src/digest/collect-news.ts";
import { composeDigest } from "../../src/digest/compose-digest.ts";
import type { ArticleBody, MeetingRecord, PersonRecord, QuoteRecord } from "../../src/domain/evidence/records.ts";
import type { Topic } from "../../src/evidence/parse-topic.ts";

const NOW = Date.parse("2024-03-10T08:00:00Z");
const TOPIC: Topic = { kind: "countries", text: "portugal-norway", label: "Portugal – Norway", codes: ["PT", "NO"] };

/** An article of as many sentences as lines. */
function article(id: string, publisher: string, ...lines: string[]): ArticleBody {
  const text = lines.join("\n");
  let at = 0;
  const sentences = lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length };
  });
  return {
    id,
    url: `https://${id}.example/`,
    title: `Headline of ${id}`,
    publisher,
    author: null,
    language: null,
    publishedAt: "2024-03-05",
    firstSeenAt: "2024-03-05T10:00:00.000Z",
    revision: 1,
    countries: ["PT", "NO"],
    storyId: "s1",
    text,
    summary: sentences.slice(0, 1),
    sentences,
  };
}

function story(id: string, articles: ArticleBody[], over: Partial<StoryNews> = {}): StoryNews {
  const record = {
    id,
    title: `Story ${id}`,
    articleIds: articles.map((each) => each.id),
    firstSeen: "2024-03-05",
    lastSeen: "2024-03-05",
  };
  return { story: record, topic: TOPIC, isUpdate: false, fresh: articles, changed: [], articles, ...over };
}

function quote(id: string, from: ArticleBody, [text, speaker]: [string, string | null]): QuoteRecord {
  const start = from.text.indexOf(text);
  return {
    id,
    articleId: from.id,
    text,
    start,
    end: start + text.length,
    kind: "direct",
    speaker: speaker === null ? null : { id: speaker, name: speaker },
    saidOn: "2024-03-05",
    url: from.url ?? null,
    publisher: from.publisher ?? null,
    title: from.title ?? null,
  };
}

function person(id: string, title: string, articleIds: string[]): PersonRecord {
  return {
    id,
    name: id,
    aliases: [],
    roles: [{ title, affiliation: null, country: null, firstSeen: null, lastSeen: null }],
    articles: articleIds.length,
    articleIds,
  };
}

function newsOf(over: Partial<News>): News {
  return { topics: [TOPIC], stories: [], quotes: [], meetings: [], people: [], period: null, told: {}, ...over };
}

const TALKS =
  "Norwegian Foreign Minister Erik Solberg met Portuguese Foreign Minister Ana Moreira in Lisbon to discuss fisheries.";

describe("composeDigest", () => {
  it("leaves out where an article was filed, and cites the sentence from behind it", () => {
    const filed = article("a", "The Wire", `LISBON, March 4 (The Wire) - ${TALKS}`);
    const { lead } = composeDigest(newsOf({ stories: [story("s1", [filed])] }), NOW);
    const [sentence] = lead?.sentences ?? [];
    expect(sentence?.text).toBe(TALKS);
    const [cited] = sentence?.citations ?? [];
    expect(filed.text.slice(cited?.start, cited?.end)).toBe(TALKS);
  });

  it("takes the headline of the article whose sentence it tells", () => {
    const { lead } = composeDigest(newsOf({ stories: [story("s1", [article("a", "The Wire", TALKS)])] }), NOW);
    expect(lead?.title).toBe("Headline of a");
  });

  it("puts first what more independent publishers carry, and what people of rank are in", () => {
    const lone = article("a", "The Wire", TALKS);
    const wide = [
      article("b", "The Post", TALKS.replace("fisheries", "offshore wind")),
      article("c", "The Kelp", "Portugal and Norway also spoke about ports in Bergen and Porto on Monday."),
    ];
    const plain = newsOf({ stories: [story("s1", [lone]), story("s2", wide)] });
    expect(composeDigest(plain, NOW).lead?.id).toBe("s2");
    const heads = [person("p", "President", ["a"]), person("q", "Prime Minister", ["a"])];
    expect(composeDigest({ ...plain, people: heads }, NOW).lead?.id).toBe("s1");
  });

  it("puts a story that only mentions the topic behind one on it, whoever is in it", () => {
    const topic: Topic = { kind: "countries", text: "norway", label: "Norway", codes: ["NO"] };
    const campaign = article(
      "a",
      "The Wire",
      "Chilean President Pablo Rojas opened his campaign in Valparaiso on Monday before ten thousand people.",
      "He promised new schools and lower fares.",
      "Teachers and bus drivers had come from three provinces.",
      "The president spoke for an hour without notes.",
      "Two of his rivals held rallies in the capital at the same time.",
      "Pollsters see him ahead by four points.",
      "The vote is in three weeks, and a second round may follow.",
      "The rally ended with songs, and fish from Peru, Norway and Ghana was served.",
    );
    const talks = article("b", "The Post", TALKS);
    const stories = [story("s1", [campaign], { topic }), story("s2", [talks], { topic })];
    const news = newsOf({ topics: [topic], stories, people: [person("p", "President", ["a"])] });
    const digest = composeDigest(news, NOW);
    expect([digest.lead?.id, ...digest.others.map(({ id }) => id)]).toEqual(["s2", "s1"]);
  });

  it("quotes a person once, nobody twice with the same words, and no words that articles give to different people", () => {
    const words = [
      '"The sea between Norway and Portugal waits for no lawyers," he said.',
      '"Norway and Portugal share one ocean and one law," she said.',
      '"Norway and Portugal expect no treaty soon," they said.',
    ];
    const one = article("a", "The Wire", TALKS, ...words);
    const other = article("b", "The Post", TALKS, ...words);
    const said = (text: number) => words[text]?.slice(0, words[text].lastIndexOf('"') + 1) ?? "";
    const quotes = [
      quote("1", one, [said(0), "Solberg"]),
      quote("2", other, [said(0), "Solberg"]),
      quote("3", one, [said(1), "Moreira"]),
      quote("4", other, [said(1), "Solberg"]),
      quote("5", one, [said(2), null]),
      quote("6", other, [said(2), "Moreira"]),
    ];
    const digest = composeDigest(newsOf({ stories: [story("s1", [one, other])], quotes }), NOW);
    expect(digest.quotes.map(({ id }) => id)).toEqual(["1", "6"]);
  });

  it("leaves out a quote that is not in its article", () => {
    const one = article("a", "The Wire", TALKS);
    const invented = { ...quote("1", one, [TALKS, "Solberg"]), text: "We never said anything of the kind to anyone." };
    expect(composeDigest(newsOf({ stories: [story("s1", [one])], quotes: [invented] }), NOW).quotes).toEqual([]);
  });

  it("names a contradiction once, and lists meetings held apart from those to come", () => {
    const one = article("a", "The Wire", TALKS);
    const other = article("b", "The Post", TALKS.replace("fisheries", "ports"));
    const day = (start: string) => ({ start, end: start, precision: "day" as const });
    const meeting = (id: string, over: Partial<MeetingRecord>): MeetingRecord => ({
      id,
      kind: "talks",
      title: "Talks",
      date: day("2024-03-04"),
      place: "Lisbon",
      participants: [],
      topics: [],
      status: "held",
      evidence: [one, other].map(({ id: articleId, text }) => ({ articleId, start: 0, end: 5, text: text.slice(0, 5) })),
      articleIds: ["a", "b"],
      countries: ["NO", "PT"],
      reportedDates: [],
      ...over,
    });
    const reportedDates = [
      { articleId: "a", date: day("2024-03-04"), status: "held" as const },
      { articleId: "b", date: day("2024-03-05"), status: "held" as const },
    ];
    const meetings = [
      meeting("m1", { reportedDates }),
      meeting("m2", { status: "planned", date: day("2024-04-01") }),
      meeting("m3", { status: "planned", date: day("2024-03-01") }),
      // Of others, whom the articles name by the way, and one of a month before the time that is told of.
      meeting("m4", { countries: ["NO", "SE"] }),
      meeting("m5", { date: { start: "2024-02-01", end: "2024-02-29", precision: "month" } }),
    ];
    const period = { seenSince: null, publishedSince: "2024-03-03", lateSince: "2024-03-03" };
    const both = composeDigest(newsOf({ stories: [story("s1", [one, other]), story("s2", [other])], meetings, period }), NOW);
    expect([both.lead, ...both.others].flatMap((each) => each?.contradictions ?? []).map((each) => each.says.length)).toEqual([
      2,
    ]);
    expect(both.meetings.held.map(({ id }) => id)).toEqual(["m1"]);
    expect(both.meetings.coming.map(({ id }) => id)).toEqual(["m2"]);
  });

  it("says what has changed in a story that was told before", () => {
    const known = article("a", "The Wire", TALKS);
    const added = article("b", "The Kelp", "Portugal and Norway also spoke about ports in Bergen and Porto on Monday.");
    const updated = story("s1", [known, added], { isUpdate: true, changed: [{ article: known, what: null }] });
    const { lead } = composeDigest(newsOf({ stories: [updated] }), NOW);
    expect(lead?.status).toBe("updated");
    expect(lead?.changes).toEqual([
      { kind: "changed", count: 1, publishers: ["The Wire"] },
      { kind: "articles", count: 1, publishers: ["The Kelp"] },
    ]);
  });

  it("tells of a changed article what it says now, and nothing that it said before", () => {
    const note = "Correction: an earlier version named the wrong port.";
    const said = '"We share one ocean and one law," Moreira said on Monday.';
    const known = article("a", "The Wire", TALKS, said, note);
    const at = { start: known.text.indexOf("Correction"), end: known.text.length };
    const changed = [
      {
        article: known,
        what: [
          { kind: "corrected" as const, at },
          { kind: "dropped" as const, before: "Cod is safe." },
        ],
      },
    ];
    const quotes = [quote("1", known, ['"We share one ocean and one law,"', "Moreira"])];
    const news = newsOf({ stories: [story("s1", [known], { isUpdate: true, changed })], quotes });
    const { lead, quotes: told } = composeDigest(news, NOW);
    expect(lead?.sentences.map(({ text }) => text)).toEqual([note]);
    expect(lead?.changes).toEqual([
      { kind: "corrected", publisher: "The Wire", words: note },
      { kind: "dropped", publisher: "The Wire", words: "Cod is safe." },
    ]);
    expect(told).toEqual([]);
  });

  it("says which publisher withdrew what was told before", () => {
    const known = { ...article("a", "The Wire", TALKS), withdrawnAt: "2024-03-06T08:00:00.000Z", sentences: [], summary: [] };
    const { lead } = composeDigest(
      newsOf({ stories: [story("s1", [known], { isUpdate: true, changed: [{ article: known, what: null }] })] }),
      NOW,
    );
    expect(lead?.changes).toEqual([{ kind: "withdrawn", count: 1, publishers: ["The Wire"] }]);
  });
});
