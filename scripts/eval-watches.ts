// npm run eval:watches -- FILE: what watches tell of annotated articles that are replayed in the order of their publication, a watch for each
// pair of people and of countries that an annotated meeting has. A line of the file is an article with "gold": {"people": [{"name", "country"}],
// "meetings": [{"date", "status", "participants", "main"}]}. EVAL_EACH=1 prints what was missed, and what was false.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { replayWatches } from "../src/app/replay-watches.ts";
import type { Watch } from "../src/domain/digests/watch.ts";
import type { DateSpan, Extraction } from "../src/domain/evidence/extraction.ts";
import { nameKey } from "../src/domain/evidence/fold-name.ts";
import { countryCodeOf, countryName } from "../src/extract/countries.ts";
import { extractArticle } from "../src/extract/extract-article.ts";

const DAY_MS = 86_400_000;
/** Of a meeting of more, nobody watches each pair. */
const MOST_TOGETHER = 5;
/** The account of a meeting is news for so long. */
const HELD_DAYS = 7;
/** A plan is told of once, and known for so long. */
const PLANNED_DAYS = 60;

const row = z.object({
  id: z.string(),
  title: z.string().nullable(),
  publishedAt: z.string(),
  text: z.string(),
  gold: z.object({
    people: z.array(z.object({ name: z.string(), aliases: z.array(z.string()), country: z.string().nullable() })),
    meetings: z.array(
      z.object({
        date: z.string().nullable(),
        status: z.enum(["held", "planned", "cancelled"]),
        participants: z.array(z.string()),
        main: z.boolean(),
      }),
    ),
  }),
});
type Row = z.infer<typeof row>;
type GoldMeeting = Row["gold"]["meetings"][number];

/** Two sides of a meeting, sorted: countries by their codes, people by their names. */
interface Pair {
  kind: "countries" | "people";
  sides: [string, string];
  words: string;
}

interface Told {
  watchId: string;
  articleId: string;
  event: string;
  text: string;
}

function countriesOf(names: string[], { gold }: Row): Set<string> {
  const codes = names.map((name) => countryCodeOf(name) ?? gold.people.find((each) => each.name === name)?.country ?? null);
  return new Set(codes.filter((code) => code !== null));
}

function peopleOf(names: string[], { gold }: Row): string[] {
  return names.filter((name) => name.includes(" ") && gold.people.some((each) => each.name === name));
}

function pairsOf(meeting: GoldMeeting, article: Row): Pair[] {
  if (isGathering(meeting, article)) return [];
  const codes = [...countriesOf(meeting.participants, article)].sort();
  const people = peopleOf(meeting.participants, article).sort();
  return [
    ...couples(codes).map(
      (sides): Pair => ({ kind: "countries", sides, words: `any meeting of ${sides.map(countryName).join(" and ")}` }),
    ),
    ...couples(people).map((sides): Pair => ({ kind: "people", sides, words: sides.join(" meets ") })),
  ];
}

/** Where many gather, or a body meets, nothing says that two of them met. */
function isGathering({ participants }: GoldMeeting, article: Row): boolean {
  const bodies = participants.filter(
    (name) => countryCodeOf(name) === null && !article.gold.people.some((each) => each.name === name),
  );
  return participants.length > MOST_TOGETHER || (bodies.length > 0 && participants.length > 3);
}

function couples(items: string[]): [string, string][] {
  return items.flatMap((one, at) => items.slice(at + 1).map((other): [string, string] => [one, other]));
}

function isBetween(participants: string[], pair: Pair, article: Row): boolean {
  if (pair.kind === "countries") {
    const codes = countriesOf(participants, article);
    return pair.sides.every((code) => codes.has(code));
  }
  return pair.sides.every((side) => participants.some((name) => isSame(name, side)));
}

/** "Trump" is Donald Trump. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [nameKey(a).split(" "), nameKey(b).split(" ")];
  const [fewer, more] = one.length < other.length ? [one, other] : [other, one];
  return fewer.at(-1) === more.at(-1) && fewer.every((word) => more.includes(word));
}

/** Whether an article reports a meeting, and does not recall it. */
function isNews({ date, status, main }: GoldMeeting, { publishedAt }: Row): boolean {
  if (date === null) return main;
  const days = (Date.parse(publishedAt.slice(0, 10)) - Date.parse(date)) / DAY_MS;
  return status === "held" ? date.length === 10 && days >= 0 && days <= HELD_DAYS : days <= 0;
}

/** Publishers and readers may differ by a day. A meeting on another day is another one. */
function isNear(date: DateSpan | null, gold: string | null): boolean {
  if (date === null || gold === null || gold.length < 10) return true;
  const at = Date.parse(gold);
  return at >= Date.parse(date.start) - DAY_MS && at <= Date.parse(date.end) + DAY_MS;
}

/** Whether the engine read the meeting out of the article, with both sides. */
function isFound(meeting: GoldMeeting, pair: Pair, { meetings, people }: Extraction): boolean {
  return meetings.some(({ status, participants, date }) => {
    if (status !== meeting.status || !isNear(date, meeting.date)) return false;
    const names = participants.map(({ name }) => name);
    if (pair.kind === "people") return pair.sides.every((side) => names.some((name) => isSame(name, side)));
    const codes = names.map((name) => countryCodeOf(name) ?? people.find((each) => each.name === name)?.roles[0]?.country);
    return pair.sides.every((side) => codes.includes(side));
  });
}

function toArticle({ id, title, publishedAt, text }: Row) {
  return { id, title, publishedAt, text, url: null, publisher: null, author: null, language: null };
}

function watchOf(pair: Pair, at: number): Watch {
  const by = { workspaceId: "eval", platform: "terminal" as const, channelId: `${at}`, createdBy: null, createdAtMs: 0 };
  return { id: at, ...by, words: pair.words, timeZone: "UTC", isDirect: false, quiet: null, remindMs: null, paused: null };
}

function isSameStatus(event: string, status: GoldMeeting["status"]): boolean {
  return event === status || (event === "moved" && status === "planned");
}

export async function evaluateWatches(path: string): Promise<void> {
  const articles = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => row.parse(JSON.parse(line)));
  const pairs = new Map<string, Pair>();
  for (const article of articles)
    for (const meeting of article.gold.meetings) for (const pair of pairsOf(meeting, article)) pairs.set(pair.words, pair);
  const replayed = await replay(articles, [...pairs.values()]);
  const sums = { told: 0, found: 0, foundTold: 0, all: 0, allTold: 0, false: 0 };
  const lines: string[] = [];
  for (const [at, pair] of [...pairs.values()].entries()) {
    const own = replayed.told.filter(({ watchId }) => watchId === String(at));
    const falseOnes = own.filter((hit) => !isBorneOut(hit, pair, articles));
    sums.told += own.length;
    sums.false += falseOnes.length;
    for (const { event, articleId, text } of falseOnes) lines.push(`false: ${pair.words} | ${event} in ${articleId}: ${text}`);
    for (const article of articles) {
      for (const meeting of article.gold.meetings) {
        if (isGathering(meeting, article) || !isNews(meeting, article)) continue;
        if (!isBetween(meeting.participants, pair, article)) continue;
        const isTold = own.some((hit) => isSameStatus(hit.event, meeting.status) && isOf(hit, article, articles));
        const extraction = replayed.extractions.get(article.id);
        const found = extraction !== undefined && isFound(meeting, pair, extraction);
        sums.all += 1;
        sums.allTold += isTold ? 1 : 0;
        sums.found += found ? 1 : 0;
        sums.foundTold += found && isTold ? 1 : 0;
        if (!isTold)
          lines.push(`missed${found ? "" : " (not found)"}: ${pair.words} | ${meeting.status} ${meeting.date} in ${article.id}`);
      }
    }
  }
  const share = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(1)} %  (${part} of ${of})`;
  console.log(`watches (${pairs.size} pairs, ${articles.length} articles)`);
  console.log(`  told of meetings that the engine finds  ${share(sums.foundTold, sums.found)}`);
  console.log(`  told of all meetings that are news      ${share(sums.allTold, sums.all)}`);
  console.log(`  false alarms                            ${share(sums.false, sums.told)}`);
  if ((process.env["EVAL_EACH"] ?? "") !== "") for (const line of lines) console.log(`  ${line}`);
}

async function replay(articles: Row[], pairs: Pair[]): Promise<{ told: Told[]; extractions: Map<string, Extraction> }> {
  const extractions = new Map<string, Extraction>();
  const told: Told[] = [];
  const replayed = replayWatches({
    watches: pairs.map(watchOf),
    articles: articles.map(toArticle),
    async extract(article) {
      const extraction = extractArticle(article);
      extractions.set(article.id, extraction);
      return extraction;
    },
    signal: new AbortController().signal,
  });
  for await (const hit of replayed) told.push(hit as Told);
  return { told, extractions };
}

/** Whether its article has a meeting of the pair with that status. */
function isBorneOut(hit: Told, pair: Pair, articles: Row[]): boolean {
  const article = articles.find(({ id }) => id === hit.articleId);
  return (article?.gold.meetings ?? []).some(
    ({ participants, status }) =>
      article !== undefined && isSameStatus(hit.event, status) && isBetween(participants, pair, article),
  );
}

/** The first report tells of a meeting; a later one within some days tells nothing again. */
function isOf(hit: Told, article: Row, articles: Row[]): boolean {
  if (hit.articleId === article.id) return true;
  const first = articles.find(({ id }) => id === hit.articleId);
  const days = (Date.parse(article.publishedAt) - Date.parse(first?.publishedAt ?? "")) / DAY_MS;
  return days >= 0 && days <= (hit.event === "held" ? 2 * HELD_DAYS : PLANNED_DAYS);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await evaluateWatches(process.argv[2] ?? "");
