import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { replayWatches } from "../../../src/app/replay-watches.ts";
import type { Watch } from "../../../src/domain/digests/watch.ts";
import type { Article } from "../../../src/domain/evidence/article.ts";
import { extractArticle } from "../../../src/extract/extract-article.ts";

interface LeadersOf {
  text: string;
  host: string;
  listed: string[];
}

interface Namesakes {
  /** What the store knows before. */
  known: string[];
  text: string;
  other: string;
  meant: string;
  namesake: string;
}

function read<T>(file: string): T[] {
  const lines = readFileSync(new URL(`../../fixtures/watches/${file}`, import.meta.url), "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line): T => JSON.parse(line));
}

function article(id: string, text: string, publishedAt: string): Article {
  return { id, text, publishedAt, title: null, url: null, publisher: null, author: null, language: "en" };
}

function watch(id: number, words: string): Watch {
  const by = { workspaceId: "test", platform: "terminal" as const, channelId: "1", createdBy: null, createdAtMs: 0 };
  return { id, ...by, words, timeZone: "UTC", isDirect: false, quiet: null, remindMs: null, paused: null };
}

/** The words of each watch with the articles that it told of. */
async function told(articles: Article[], words: string[]): Promise<Map<string, string[]>> {
  const found = new Map(words.map((each): [string, string[]] => [each, []]));
  const replayed = replayWatches({
    watches: words.map((each, at) => watch(at + 1, each)),
    articles,
    extract: async (each) => extractArticle(each),
    signal: new AbortController().signal,
  });
  for await (const hit of replayed) {
    const { watchId, articleId } = hit as { watchId: string; articleId: string };
    found.get(words[Number(watchId) - 1] ?? "")?.push(articleId);
  }
  return found;
}

const LONG_MS = 300_000;

describe("a list of states whose leaders somebody met", () => {
  it("is told of each of them with that one, and of no two of them", { timeout: LONG_MS }, async () => {
    const lists = read<LeadersOf>("leaders-of.jsonl");
    const between = ([one, other]: [string, string]): string => `any meeting of ${one} and ${other}`;
    const wanted = lists.map(({ host, listed }, at) => ({ id: `a${at}`, words: between([host, listed.at(-1) ?? host]) }));
    const unwanted = lists.map(({ listed: [one = "", other = ""] }, at) => ({ id: `a${at}`, words: between([one, other]) }));
    const articles = lists.map(({ text }, at) => article(`a${at}`, text, "2026-03-11"));
    const found = await told(
      articles,
      [...wanted, ...unwanted].map(({ words }) => words),
    );
    const isTold = ({ id, words }: { id: string; words: string }): boolean => found.get(words)?.includes(id) === true;
    expect(unwanted.filter(isTold)).toEqual([]);
    expect(wanted.filter(isTold).length / wanted.length).toBeGreaterThanOrEqual(0.9);
  });

  it("says nothing of a leader whom only another article names", async () => {
    const named = "French President Luc Moreau met Chinese President Hu Zhenwei in Bali on Tuesday.";
    const list =
      "Chinese President Hu Zhenwei also held talks with the leaders of Australia, France and Spain in Bali on Tuesday.";
    const words = ["Luc Moreau meets Hu Zhenwei", "any meeting of China and France"];
    const first = await told([article("named", named, "2026-03-11"), article("list", list, "2026-03-12")], words);
    expect(first.get("Luc Moreau meets Hu Zhenwei")).toEqual(["named"]);
    const other = await told([article("list", list, "2026-03-11"), article("named", named, "2026-03-12")], words);
    expect(other.get("any meeting of China and France")).toEqual(["list"]);
    expect(other.get("Luc Moreau meets Hu Zhenwei")).toEqual(["named"]);
  });
});

describe("a family name that two bear", () => {
  it("is told to whoever watches for the one who is meant", { timeout: LONG_MS }, async () => {
    const cases = read<Namesakes>("namesakes.jsonl");
    const articles = cases.flatMap(({ known, text }, at) => [
      ...known.map((each, which) => article(`k${at}.${which}`, each, "2026-03-10")),
      article(`a${at}`, text, "2026-03-11"),
    ]);
    const wanted = cases.map(({ meant, other }) => `${meant} meets ${other}`);
    const unwanted = cases.map(({ namesake, other }) => `${namesake} meets ${other}`);
    const found = await told(articles, [...wanted, ...unwanted]);
    expect(unwanted.filter((words) => found.get(words)?.length !== 0)).toEqual([]);
    expect(wanted.filter((words) => found.get(words)?.length === 1).length / wanted.length).toBeGreaterThanOrEqual(0.9);
  });
});
