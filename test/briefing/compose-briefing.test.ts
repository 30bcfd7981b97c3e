import { describe, expect, it } from "vitest";
import { composeBriefing } from "../../src/briefing/compose-briefing.ts";
import type { Article } from "../../src/domain/evidence/article.ts";
import type { ArticleBody, PersonRecord } from "../../src/domain/evidence/records.ts";
import { parseTopic } from "../../src/evidence/parse-topic.ts";
import { extractArticle } from "../../src/extract/extract-article.ts";
import { articleOf } from "../fakes/evidence.ts";

function bodyOf(given: Partial<Article> & { text: string }): ArticleBody {
  const article = articleOf(given);
  const { summary, sentences, countries } = extractArticle(article);
  const firstSeenAt = `${article.publishedAt}T00:00:00.000Z`;
  return { ...article, summary, sentences, countries, firstSeenAt, revision: 1, storyId: null };
}

function personOf(name: string, alias: string, country: string): PersonRecord {
  const role = { title: "Prime Minister", affiliation: null, country, firstSeen: null, lastSeen: null };
  return { id: name, name, aliases: [alias], roles: [role], articles: 1, articleIds: ["leaders"] };
}

async function brief(articles: ArticleBody[], people: PersonRecord[] = []) {
  const topic = await parseTopic("portugal-norway", async () => null);
  if (topic === null) throw new Error("no topic");
  return composeBriefing(topic, articles, people);
}

const LISBON = bodyOf({
  id: "wire",
  publishedAt: "2024-03-05",
  text:
    "LISBON, March 5 (Harbour Wire) - The foreign ministers of Portugal and Norway met in Lisbon on Monday, March 4, and signed an accord on fisheries. " +
    "The mackerel quota was the last open question.",
});
const OTHER_DAY = bodyOf({
  id: "post",
  publishedAt: "2024-03-06",
  text: "The foreign ministers of Portugal and Norway met in Lisbon on March 5 and signed an accord on fisheries.",
});
const A_YEAR_ON = bodyOf({
  id: "later",
  publishedAt: "2025-03-05",
  text: "The foreign ministers of Portugal and Norway met in Lisbon on Wednesday and signed an accord on rail links.",
});

describe("a briefing", () => {
  it("begins a sentence behind its dateline, with the article's own characters", async () => {
    const [first] = await brief([LISBON]);
    expect(first?.text.startsWith("The foreign ministers")).toBe(true);
    const [citation] = first?.citations ?? [];
    expect(LISBON.text.slice(citation?.start, citation?.end)).toBe(first?.text);
  });

  it("cites no paper under a number that it does not give: each is told, with its own source", async () => {
    const fire = "A fire on a ferry between Portugal and Norway killed";
    const told = await brief([
      bodyOf({ id: "twelve", publishedAt: "2024-03-05", text: `${fire} 12 people on Monday, the coast guard of Faro said.` }),
      bodyOf({ id: "nine", publishedAt: "2024-03-05", text: `${fire} nine people on Monday, the police of Faro said.` }),
      bodyOf({ id: "also-nine", publishedAt: "2024-03-05", text: `${fire} 9 people on Monday, the police of Faro said.` }),
    ]);
    expect(told.map(({ citations }) => citations.map(({ articleId }) => articleId).sort())).toEqual(
      expect.arrayContaining([["twelve"], ["also-nine", "nine"]]),
    );
  });

  it("cites no paper that denies a meeting for it, nor one that tells it for the denial", async () => {
    const told = await brief([
      bodyOf({
        id: "tells",
        text: "Portuguese minister Ana Moreira secretly met Norwegian minister Erik Solberg in Faro on Monday.",
      }),
      bodyOf({
        id: "denies",
        text: "Portugal denied that minister Ana Moreira met Norwegian minister Erik Solberg in Faro on Monday.",
      }),
    ]);
    expect(told.map(({ citations }) => citations.map(({ articleId }) => articleId))).toEqual(
      expect.arrayContaining([["tells"], ["denies"]]),
    );
  });

  it("cites under one sentence what papers of the same days tell alike, and says that their days differ", async () => {
    const [told, ...others] = await brief([OTHER_DAY, LISBON]);
    expect(told?.citations.map((citation) => citation.articleId).sort()).toEqual(["post", "wire"]);
    expect(told?.differing?.map(({ articleId, date }) => [articleId, date.start])).toEqual([
      ["wire", "2024-03-04"],
      ["post", "2024-03-05"],
    ]);
    expect(others.every((sentence) => !sentence.text.includes("signed an accord"))).toBe(true);
  });

  it("leaves out what one side does with a third about the other, but not a third that is named in one breath with it", async () => {
    const people = [personOf("Marta Gil", "Gil", "PT"), personOf("Nils Aker", "Aker", "NO"), personOf("Ida Kask", "Kask", "EE")];
    const tell = async (text: string) => {
      const leaders = bodyOf({
        id: "leaders",
        publishedAt: "2024-03-05",
        title: "Portugal and Norway share the harbour of Narvik",
        text,
      });
      return (await brief([leaders], people)).map((sentence) => sentence.text);
    };
    const together =
      "Portuguese Prime Minister Marta Gil agreed with Norwegian Prime Minister Nils Aker to share the harbour of Narvik.";
    const aside =
      "Gil asked Prime Minister Ida Kask of Estonia for ships as storms close the harbours of the Norwegian coastguard.";
    const listed = "Gil invited Prime Ministers Ida Kask of Estonia and Nils Aker of Norway to a fair of boats in the autumn.";
    expect(await tell(`${together} ${aside}`)).toEqual([together]);
    expect(await tell(`${together} ${listed}`)).toEqual([together, listed]);
  });

  it("tells who spoke with whom before what was said there, and of a bare sentence what was spoken about", async () => {
    const people = [personOf("Marta Gil", "Gil", "PT"), personOf("Nils Aker", "Aker", "NO")];
    const text =
      "Prime Minister Marta Gil of Portugal spoke today with Prime Minister Nils Aker of Norway. " +
      "She thanked him for the boats that he had lent to the harbour of Faro in the storm. " +
      "Portugal and Norway agreed to build 40 ferries for 3 billion euros in the yards of Bergen.";
    const [first] = await brief([bodyOf({ id: "leaders", publishedAt: "2024-03-05", text })], people);
    expect(first?.text).toBe(text.slice(0, text.indexOf(" Portugal and Norway agreed")));
  });

  it("prefers what is of this year to a like event of two years ago", async () => {
    const things = ["cod", "rails", "wind", "wool"];
    const met = (year: number, month: number) => {
      const amount = year === 2022 ? `, with ${month * 30} million euros for those who make it` : "";
      const place = ["Faro", "Oslo", "Bergen", "Porto"][month % 4];
      const text = `Portugal and Norway signed an accord on ${things[month % 4]} in ${place} on Monday${amount}.`;
      return bodyOf({ id: `met-${year}-${month}`, publishedAt: `${year}-0${month}-05`, text });
    };
    const told = await brief(
      [6, 5, 4, 3, 2, 1].map((month) => met(2024, month)).concat([5, 4, 3].map((month) => met(2022, month))),
    );
    const years = told.map(({ citations: [own] }) => own?.articleId.slice(4, 8));
    expect(years).toEqual(["2024", "2024", "2024", "2024", "2024", "2024"]);
  });

  it("takes a call and a meeting of the next day, or one host's two guests of two days, for two events whose days do not differ", async () => {
    const call = bodyOf({
      id: "call",
      publishedAt: "2024-03-04",
      text: "Portuguese Prime Minister Marta Gil Moreira spoke by phone today with Norwegian Prime Minister Nils Aker Solberg of Bergen.",
    });
    const meeting = bodyOf({
      id: "meeting",
      publishedAt: "2024-03-05",
      text: "Portuguese Prime Minister Marta Gil Moreira met today with Norwegian Prime Minister Nils Aker Solberg of Bergen on a ferry.",
    });
    const guest = bodyOf({
      id: "guest",
      publishedAt: "2024-03-06",
      text: "Portuguese Prime Minister Marta Gil Moreira met today with Norwegian Prime Minister Ingrid Dahl of Tromso on a ferry.",
    });
    const told = await brief([call, meeting, guest]);
    expect(told.map(({ citations }) => citations.map(({ articleId }) => articleId))).toEqual([["guest"], ["meeting"], ["call"]]);
    expect(told.flatMap(({ differing }) => differing ?? [])).toEqual([]);
  });

  it("takes two hosts of two dated days for two events", async () => {
    const minister = bodyOf({
      id: "minister",
      publishedAt: "2024-03-06",
      text: "Portuguese Prime Minister Marta Gil Moreira met Norwegian Foreign Minister Erik Solberg in Bergen on March 4 and discussed fish.",
    });
    const king = bodyOf({
      id: "king",
      publishedAt: "2024-03-06",
      text: "Portuguese Prime Minister Marta Gil Moreira met Norwegian Crown Prince Ragnar Dahl in Bergen on March 5 and discussed fish.",
    });
    const told = await brief([minister, king]);
    expect(told.map(({ citations }) => citations.length)).toEqual([1, 1]);
    expect(told.flatMap(({ differing }) => differing ?? [])).toEqual([]);
  });

  it("takes last year's meeting for no report of this year's, however alike they read", async () => {
    const sentences = await brief([A_YEAR_ON, LISBON]);
    const meetings = sentences.filter((sentence) => sentence.text.includes("met in Lisbon"));
    expect(meetings.map((sentence) => sentence.citations.map((citation) => citation.articleId))).toEqual([["later"], ["wire"]]);
  });

  it("holds no paper's notice of its own mistakes", async () => {
    const notice = bodyOf({
      id: "notice",
      text: "An article in Tuesday's edition on the talks of Portugal and Norway gave a wrong list of the ministers.",
    });
    expect(await brief([notice])).toEqual([]);
  });

  it("takes a day that is still to come for one", async () => {
    const planned = bodyOf({
      id: "planned",
      publishedAt: "2024-03-01",
      text: "The foreign ministers of Portugal and Norway are to meet in Lisbon on Monday and sign an accord on fisheries.",
    });
    const [told] = await brief([LISBON, planned]);
    expect(told?.citations).toHaveLength(2);
    expect(told?.differing).toBeUndefined();
  });

  it("of a single article also tells what its summary holds without the countries' names", async () => {
    const only = bodyOf({
      id: "only",
      text:
        "The foreign ministers of Portugal and Norway signed an accord on fisheries in Lisbon on Monday. " +
        "The accord sets a quota of 40,000 tonnes of mackerel a year for the boats of both.",
    });
    expect((await brief([only])).map((sentence) => sentence.text).join(" ")).toContain("40,000 tonnes");
  });

  it("tells what two sides do to each other, not what each does elsewhere", async () => {
    const both = bodyOf({
      id: "both",
      publishedAt: "2024-03-07",
      title: "Portugal and Norway differ over cod",
      text:
        "Portugal has asked Norway to open its northern waters to forty trawlers before the winter. " +
        "Norway's central bank kept its rate at four percent for another quarter on Thursday.",
    });
    const passing = bodyOf({
      id: "passing",
      publishedAt: "2024-03-08",
      title: "Iceland opens a museum",
      text: "Iceland's minister opened a museum of sagas on Thursday in a region where Portugal and Norway were buying salt fish.",
    });
    const others = ["a", "b", "c"].map((id) =>
      bodyOf({
        id,
        publishedAt: "2024-03-01",
        text: `Envoys of Portugal and Norway talked about harbour dues of port ${id} on Monday morning.`,
      }),
    );
    const told = (await brief([both, passing, ...others])).map((sentence) => sentence.text);
    expect(told[0]).toContain("forty trawlers");
    expect(told.join(" ")).not.toMatch(/central bank|museum/);
  });

  it("knows a side by those who act for it, where a sentence names no country", async () => {
    const leaders = bodyOf({
      id: "leaders",
      text:
        "Prime Minister Ana Moreira of Portugal and Prime Minister Erik Solberg of Norway opened a school in Lisbon on Monday. " +
        "Moreira promised Solberg two hundred places for nurses in the coming academic year.",
    });
    const people = [personOf("Ana Moreira", "Moreira", "PT"), personOf("Erik Solberg", "Solberg", "NO")];
    const told = (await brief([leaders], people)).map((sentence) => sentence.text);
    expect(told.some((text) => text.includes("two hundred places"))).toBe(true);
  });

  it("holds no game, and no sentence that leans on the one before it", async () => {
    const game = bodyOf({
      id: "game",
      text: "Portugal beat Norway 2-1 in the final of the handball championship in Oslo on Sunday evening.",
    });
    const leaning = bodyOf({
      id: "leaning",
      text:
        "The talks lasted an hour. On Friday, he said that Portugal and Norway would share the northern quota equally. " +
        "The picture showed the flags of Portugal and Norway behind a bowl of white roses.",
    });
    expect(await brief([game, leaning, game, game])).toEqual([]);
  });

  it("tells that two met with the sentence that says what about, as the article has it", async () => {
    const call = bodyOf({
      id: "leaders",
      text:
        "Prime Minister Ana Moreira of Portugal spoke today with Prime Minister Erik Solberg of Norway.  \n\n" +
        "They discussed the price of dried cod and a tunnel below the strait.",
    });
    const [told, ...others] = await brief(
      [call],
      [personOf("Ana Moreira", "Moreira", "PT"), personOf("Erik Solberg", "Solberg", "NO")],
    );
    expect(told?.text.endsWith("of Norway.  \n\nThey discussed the price of dried cod and a tunnel below the strait.")).toBe(
      true,
    );
    expect(call.text.slice(told?.citations[0]?.start, told?.citations[0]?.end)).toBe(told?.text);
    expect(others).toEqual([]);
  });

  it("tells a sentence that leans on a line behind that line", async () => {
    const paper = bodyOf({
      id: "leaders",
      text:
        "Portugal signed a treaty with Norway on the northern quota of herring on Tuesday. " +
        "It obliges Portugal to buy twelve patrol ships from Norway before the end of the decade.",
    });
    const told = await brief([paper, bodyOf({ id: "a", text: "Rain fell." }), bodyOf({ id: "b", text: "Snow fell." })]);
    expect(told.map(({ text }) => text)).toEqual([paper.text]);
  });

  it("leaves 'they' behind where the line before it names one alone", async () => {
    const paper = bodyOf({
      id: "leaders",
      text:
        "Portugal reaffirmed its promise of twelve new patrol ships to Norway on Tuesday. " +
        "They discussed plans of Portugal and Norway for the regatta in Bergen.",
    });
    const told = await brief([paper, bodyOf({ id: "a", text: "Rain fell." }), bodyOf({ id: "b", text: "Snow fell." })]);
    expect(told.map(({ text }) => text)).toEqual([paper.text.slice(0, paper.text.indexOf(" They"))]);
  });

  it("takes the name of a war for no act on those who fight in it", async () => {
    const praise = bodyOf({
      id: "praise",
      text: "Portugal praised the cautious words of Chile on the Norway war at a dinner in Porto.",
    });
    const strike = bodyOf({
      id: "strike",
      text: "Portugal struck two harbours in Norway's north on Tuesday, and Norway answered within hours.",
    });
    expect((await brief([praise, strike])).flatMap(({ citations }) => citations.map(({ articleId }) => articleId))).toEqual([
      "strike",
    ]);
  });

  it("tells a meeting with somebody of whom the article says elsewhere for whom", async () => {
    const paper = bodyOf({
      id: "leaders",
      text: "Prime Minister Ana Moreira and President Jon Dahl met today to reaffirm the weight of the ties between Portugal and Norway.",
    });
    const guest = personOf("Jon Dahl", "Dahl", "NO");
    const role = { title: "President", affiliation: null, country: null, firstSeen: null, lastSeen: null };
    const people = [personOf("Ana Moreira", "Moreira", "PT"), { ...guest, roles: [role] }];
    const mention = bodyOf({ id: "m", text: "The harbour in Portugal smells of the cod that ships from Norway bring." });
    const told = await brief([paper, mention], people);
    expect(told.map(({ text }) => text)).toEqual([paper.text]);
  });

  it("takes a phrase for a phrase, and 'us' for no country", async () => {
    const topic = await parseTopic("summit of the americas", async () => null);
    if (topic === null) throw new Error("no topic");
    const summit = bodyOf({
      id: "summit",
      text: "Thirty leaders arrived in Lima on Tuesday for the Summit of the Americas, the tenth so far.",
    });
    const other = bodyOf({
      id: "other",
      text: "American and European leaders arrived in Porto on Tuesday for a summit on river ports.",
    });
    expect(composeBriefing(topic, [summit, other]).flatMap(({ citations }) => citations.map((each) => each.articleId))).toEqual([
      "summit",
    ]);
    const pair = await parseTopic("us-norway", async () => null);
    if (pair === null) throw new Error("no topic");
    const pronoun = bodyOf({
      id: "pronoun",
      text: "Norway has given us nothing but snow and promises, the mayor of Porto told reporters on Monday.",
    });
    expect(composeBriefing(pair, [pronoun, pronoun, pronoun, pronoun])).toEqual([]);
  });
});

describe("a briefing on a pair of other kinds than countries", () => {
  const SPEECH = bodyOf({
    id: "leaders",
    publishedAt: "2024-03-06",
    title: "Moreira presses Solberg on fishing rights",
    text:
      "Ana Moreira pressed Erik Solberg on fishing rights in a call on Tuesday, her office said. Clara Moreira met Erik Solberg at a concert in Porto the same evening. " +
      "Both governments will publish the minutes of the call on Friday. NATO asked Norway on Tuesday to send two more frigates to the Baltic. The crown lost a cent against the euro in early trading on Tuesday.",
  });
  const people = [
    personOf("Ana Moreira", "Moreira", "PT"),
    personOf("Erik Solberg", "Solberg", "NO"),
    personOf("Clara Moreira", "Clara", "PT"),
  ];
  const findPerson = async (typed: string) =>
    people.find(({ name, aliases }) => [name, ...aliases].some((each) => each.toLowerCase() === typed.toLowerCase())) ?? null;

  async function told(typed: string): Promise<string[]> {
    const topic = await parseTopic(typed, findPerson);
    if (topic === null) throw new Error("no topic");
    return composeBriefing(topic, [SPEECH], people).map(({ text }) => text.split(" ").slice(0, 3).join(" "));
  }

  it.each(["moreira solberg", "Moreira and Solberg", "moreira-solberg"])(
    "tells for %j what one person did to the other, and nothing of a namesake",
    async (typed) => {
      expect(await told(typed)).toEqual(["Ana Moreira pressed"]);
    },
  );

  it("tells nothing of years ago beside three lines of news", async () => {
    const texts = [
      "In 2013, Ana Moreira gave Erik Solberg a stuffed pike at a harbour fair in Bergen.",
      "Ana Moreira asked Erik Solberg on Tuesday to lift the levy on dried cod.",
      "Erik Solberg told Ana Moreira on Wednesday that the tunnel would not be paid from Oslo.",
      "Ana Moreira and Erik Solberg signed a treaty on wind power in Porto.",
    ];
    const articles = texts.map((text, at) =>
      bodyOf({ id: at === 0 ? "leaders" : `n${at}`, publishedAt: `2024-06-0${at + 1}`, text }),
    );
    const topic = await parseTopic("moreira solberg", findPerson);
    if (topic === null) throw new Error("no topic");
    const lines = composeBriefing(topic, articles, people).map(({ text }) => text);
    expect(lines).toHaveLength(3);
    expect(lines.join(" ")).not.toContain("2013");
  });

  it("takes no month for somebody of that name", async () => {
    const may = personOf("Rosalind May", "May", "NO");
    const topic = await parseTopic("portugal-norway", async () => null);
    if (topic === null) throw new Error("no topic");
    const dated = (day: string) => {
      const text = `Ana Moreira cancelled the talks ${day}, her office in the harbour said.`;
      const articles = ["leaders", "b", "c", "d"].map((id) => bodyOf({ id, publishedAt: "2024-06-05", text }));
      return composeBriefing(topic, articles, [...people, may]);
    };
    expect(dated("on May 24")).toEqual([]);
    expect(dated("planned since May")).toEqual([]);
    expect(dated("with May")).toHaveLength(1);
  });

  it("tells what a body did to a country", async () => {
    expect(await told("nato-norway")).toEqual(["NATO asked Norway"]);
  });
});

describe("a briefing on an event by its name", () => {
  const BOYCOTT = bodyOf({
    id: "boycott",
    title: "Herring summit opens without Norway",
    publishedAt: "2024-03-05",
    text:
      "Norway's prime minister stayed away from a meeting of the seven herring nations that opened in Lisbon on Monday. " +
      "Portugal pledged 40 million euros for new nets at the summit, and asked the others to follow. " +
      "Read it at https://example.org/a?x=1 before the herring summit ends and tell us what you think.",
  });
  const BESIDE = bodyOf({
    id: "beside",
    publishedAt: "2024-03-05",
    text: "The ministers of Spain and Chile met on the margins of the herring summit in Lisbon on Monday to talk about anchovies.",
  });

  it("tells what the lead and 'the summit' say in an article that its headline names it in", async () => {
    const topic = await parseTopic("herring summit", async () => null);
    if (topic === null) throw new Error("no topic");
    const told = composeBriefing(topic, [BOYCOTT, BESIDE]).map(({ text }) => text);
    expect(told.map((text) => text.slice(0, 20)).sort()).toEqual([
      "Norway's prime minis",
      "Portugal pledged 40 ",
      "The ministers of Spa",
    ]);
  });
});
