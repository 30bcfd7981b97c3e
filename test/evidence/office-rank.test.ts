import { describe, expect, it } from "vitest";
import type { PersonRecord, QuoteRecord } from "../../src/domain/evidence/records.ts";
import { rankPeople, rankQuotes } from "../../src/evidence/office-rank.ts";

function person(name: string, title: string | null, more: { country?: string; articles?: number } = {}): PersonRecord {
  const role = { affiliation: null, country: more.country ?? null, firstSeen: null, lastSeen: null };
  return {
    id: name,
    name,
    aliases: [],
    roles: title === null ? [] : [{ ...role, title }],
    articles: more.articles ?? 1,
    articleIds: Array.from({ length: more.articles ?? 1 }, (_, at) => `a${at}`),
  };
}

function quote(speaker: PersonRecord, text: string): QuoteRecord {
  const place = { articleId: "a1", start: 0, end: text.length, url: null, publisher: null, title: null, saidOn: null };
  return { ...place, id: text, text, kind: "direct", speaker: { id: speaker.id, name: speaker.name } };
}

const ANALYST = person("Lena Brandt", "Analyst", { articles: 3 });
const MINISTER = person("Ana Moreira", "Foreign Minister", { country: "PT" });
const PREMIER = person("Rui Tavares", "Prime Minister", { country: "PT" });
const FORMER = person("Nuno Faria", "Former Prime Minister", { country: "PT", articles: 2 });
const GUEST = person("Clara Duval", "President", { country: "FR", articles: 2 });

describe("the people of a briefing", () => {
  it("come by office, and of one office by how many articles name them", () => {
    const names = rankPeople([ANALYST, FORMER, MINISTER, PREMIER], null).map((each) => each.name);
    expect(names).toEqual(["Rui Tavares", "Ana Moreira", "Nuno Faria", "Lena Brandt"]);
  });

  it("come from the countries of the topic before any guest", () => {
    const names = rankPeople([GUEST, MINISTER], ["PT", "NO"]).map((each) => each.name);
    expect(names).toEqual(["Ana Moreira", "Clara Duval"]);
  });
});

describe("the quotes of a briefing", () => {
  it("are of those in office before others, each once", () => {
    const quotes = [quote(ANALYST, "One ocean, one law."), quote(MINISTER, "We share it."), quote(GUEST, "We share it.")];
    const ranked = rankQuotes(quotes, { people: [ANALYST, MINISTER, GUEST], countries: ["PT", "NO"] });
    expect(ranked.map((each) => each.speaker?.name)).toEqual(["Ana Moreira", "Lena Brandt"]);
  });

  it("let everybody speak before one speaks a third time", () => {
    const quotes = ["a b", "c d", "e f"].map((words) => quote(MINISTER, words));
    const ranked = rankQuotes([...quotes, quote(ANALYST, "g h")], { people: [ANALYST, MINISTER], countries: null });
    expect(ranked.map((each) => each.speaker?.name)).toEqual(["Ana Moreira", "Ana Moreira", "Lena Brandt", "Ana Moreira"]);
  });
});
