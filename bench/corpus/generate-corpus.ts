import type { Article } from "../../src/domain/evidence/article.ts";
import type { Extraction } from "../../src/domain/evidence/extraction.ts";
import { type ArticleKind, type EventKind, makeKinds } from "./article-kinds.ts";
import { type CompiledKind, compileKind, type Values } from "./compile-kind.ts";
import { seededRandom, zipfSampler } from "./seeded-random.ts";
import { createWorld, type Official, type World } from "./world.ts";

export interface CorpusArticle {
  article: Article;
  /** What the real engine finds in it. */
  extraction: Extraction;
  seenAtMs: number;
}

/** What happened, and the articles that tell it, in the order in which they were seen. */
export interface CorpusEvent {
  kind: EventKind;
  one: Official;
  other: Official;
  /** ISO date. */
  day: string;
  place: string;
  topics: [string, string];
  articles: CorpusArticle[];
}

const KINDS = 300;
const PAPERS = 60;
/** From here on, so many years of news, oldest first. */
const FIRST_DAY_MS = Date.UTC(2016, 0, 1);
const DAYS = 3600;
const DAY_MS = 86_400_000;
/** Most events stand in one paper or a few, some in a dozen. */
const MOST_ARTICLES = 12;
const MONTHS = "January February March April May June July August September October November December".split(" ");
const WORDS_OF_A_KIND = 40;

/** Invented news over ten years, the same for the same number of articles. */
export function* generateCorpus(articles: number): Generator<CorpusEvent> {
  const world = createWorld(articles);
  const random = seededRandom(3);
  const draw = drawsOf(world, random);
  const kinds = compileKinds(world);
  let written = 0;
  while (written < articles) {
    const firstDayMs = FIRST_DAY_MS + Math.floor((written / articles) * DAYS) * DAY_MS;
    const event = drawEvent(world, { draw, random, firstDayMs });
    const count = Math.min(articles - written, 1 + draw.reports());
    const of = kinds.get(event.kind) ?? [];
    for (let report = 0; report < count; report++) {
      const kind = of[Math.floor(random() * of.length)];
      if (kind === undefined) throw new Error(`No kind tells a ${event.kind}.`);
      const laterDays = report === 0 ? 0 : Math.floor(random() * 3);
      event.articles.push(writeArticle(kind, { event, at: written + report, laterDays, world, draw, random }));
    }
    written += count;
    yield event;
  }
}

type Draws = ReturnType<typeof drawsOf>;

function drawsOf(world: World, random: () => number) {
  return {
    person: zipfSampler(random, world.people.length, 0.8),
    place: zipfSampler(random, world.places.length),
    topic: zipfSampler(random, world.topics.length, 0.9),
    word: zipfSampler(random, world.words.length),
    country: zipfSampler(random, world.countries.length, 0.8),
    reports: zipfSampler(random, MOST_ARTICLES, 1.1),
  };
}

function compileKinds(world: World): Map<EventKind, CompiledKind[]> {
  const sample = sampleOf(world);
  const kinds = new Map<EventKind, CompiledKind[]>();
  for (const kind of makeKinds(KINDS)) kinds.set(kind.event, [...(kinds.get(kind.event) ?? []), compile(kind, sample)]);
  return kinds;
}

function compile(kind: ArticleKind, sample: Values): CompiledKind {
  return compileKind(kind, sample, sample.get("day.iso") ?? "");
}

/** Values that are all different, and none a part of another, for reading each kind once. */
function sampleOf(world: World): Values {
  const [one] = world.people;
  const other = world.people.find(
    (each) =>
      each.office !== one?.office && each.given !== one?.given && each.family !== one?.family && each.country !== one?.country,
  );
  if (one === undefined || other === undefined) throw new Error("The world has too few people.");
  const c = world.countries.find((country) => country !== one.country && country !== other.country);
  const event = {
    kind: "meeting" as const,
    one,
    other,
    day: "2021-03-04",
    place: world.places[0] ?? "",
    topics: ["grain tariffs", "railway permits"] as [string, string],
    articles: [],
  };
  const values = eventValues(event, { c: c ?? one.country, place2: world.places[1] ?? "" });
  for (let at = 1; at <= WORDS_OF_A_KIND; at++) values.set(`w${at}`, world.words[at * 7] ?? "");
  for (let at = 1; at <= 8; at++) values.set(`n${at}`, String(20 + at));
  return values;
}

function drawEvent(
  world: World,
  { draw, random, firstDayMs }: { draw: Draws; random: () => number; firstDayMs: number },
): CorpusEvent {
  const one = world.people[draw.person()];
  const topics = [draw.topic(), draw.topic()].map((at) => world.topics[at] ?? "");
  let other = world.people[draw.person()];
  while (one !== undefined && other !== undefined && !areApart(one, other)) other = world.people[draw.person()];
  while (sharesWord(topics[0] ?? "", topics[1] ?? "")) topics[1] = world.topics[draw.topic()] ?? "";
  if (one === undefined || other === undefined) throw new Error("The world has too few people.");
  const kind = random() < 0.45 ? "meeting" : random() < 0.3 ? "call" : "speech";
  const day = new Date(firstDayMs).toISOString().slice(0, 10);
  return {
    kind,
    one,
    other,
    day,
    place: world.places[draw.place()] ?? "",
    topics: [topics[0] ?? "", topics[1] ?? ""],
    articles: [],
  };
}

/** The engine tells two people of one article apart by every part of what they are called. */
function areApart(one: Official, other: Official): boolean {
  return one.country !== other.country && one.office !== other.office && one.family !== other.family && one.given !== other.given;
}

function sharesWord(one: string, other: string): boolean {
  return one.split(" ").some((word) => other.split(" ").includes(word));
}

function eventValues(event: CorpusEvent, others: { c: { code: string; name: string }; place2: string }): Map<string, string> {
  const { one, other } = event;
  const spoken = `${Number(event.day.slice(8))} ${MONTHS[Number(event.day.slice(5, 7)) - 1]}`;
  return new Map([
    ["oneOffice", one.office],
    ["oneGiven", one.given],
    ["oneFamily", one.family],
    ["otherOffice", other.office],
    ["otherGiven", other.given],
    ["otherFamily", other.family],
    ["a", one.country.name],
    ["a.code", one.country.code],
    ["b", other.country.name],
    ["b.code", other.country.code],
    ["c", others.c.name],
    ["c.code", others.c.code],
    ["place", event.place],
    ["place2", others.place2],
    ["day", spoken],
    ["day.iso", event.day],
    ["t1", event.topics[0]],
    ["t2", event.topics[1]],
  ]);
}

function writeArticle(
  kind: CompiledKind,
  {
    event,
    at,
    laterDays,
    world,
    draw,
    random,
  }: { event: CorpusEvent; at: number; laterDays: number; world: World; draw: Draws; random: () => number },
): CorpusArticle {
  const dayMs = Date.parse(event.day) + laterDays * DAY_MS;
  const c = different(
    () => world.countries[draw.country()],
    (country) => country !== event.one.country && country !== event.other.country,
  );
  const place2 = different(
    () => world.places[draw.place()],
    (place) => place !== event.place,
  );
  const values = eventValues(event, { c, place2 });
  const used = new Set<string>();
  for (const slot of kind.slots) {
    if (/^w\d/.test(slot))
      values.set(
        slot,
        unused(used, () => world.words[draw.word()] ?? ""),
      );
    if (/^n\d/.test(slot))
      values.set(
        slot,
        unused(used, () => String(10 + Math.floor(random() * 90))),
      );
  }
  const { title, text, extraction } = kind.write(values);
  const paper = Math.floor(random() * PAPERS);
  const article: Article = {
    id: `c${at}`,
    url: `https://paper${paper}.example/${at}`,
    title,
    publisher: `Paper ${paper}`,
    author: null,
    language: null,
    publishedAt: new Date(dayMs).toISOString().slice(0, 10),
    text,
  };
  return { article, extraction, seenAtMs: dayMs + DAY_MS / 2 };
}

function different<T>(draw: () => T | undefined, fits: (value: T) => boolean): T {
  while (true) {
    const value = draw();
    if (value !== undefined && fits(value)) return value;
  }
}

function unused(used: Set<string>, draw: () => string): string {
  const value = different(draw, (each) => !used.has(each));
  used.add(value);
  return value;
}
