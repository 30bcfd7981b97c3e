import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { extractArticle } from "../../src/extract/extract-article.ts";
import { shownDate } from "./shown-date.ts";

const articleSchema = z.object({
  id: z.string(),
  publishedAt: z.string(),
  url: z.string().nullable(),
  text: z.string(),
  meetings: z.array(
    z.object({
      people: z.array(z.string()),
      /** A day, two days with a slash between, a month, a year; null where the text does not tell. */
      date: z.string().nullable(),
      place: z.string().nullable(),
      /** Those that must be among the found. */
      topics: z.array(z.string()),
    }),
  ),
});
const articles = z
  .array(articleSchema)
  .parse(JSON.parse(readFileSync(new URL("../fixtures/dated-articles.json", import.meta.url), "utf8")));

describe("meetings in short articles have their date, place and topics", () => {
  it.each(articles)("$id", ({ meetings, ...article }) => {
    const found = extractArticle({ title: "", publisher: null, author: null, language: null, ...article }).meetings;
    for (const wanted of meetings) {
      const meeting = found.find(({ participants }) =>
        wanted.people.every((name) => participants.some((one) => one.name === name)),
      );
      expect({ date: shownDate(meeting?.date), place: meeting?.place }).toEqual({ date: wanted.date, place: wanted.place });
      expect(meeting?.topics).toEqual(expect.arrayContaining(wanted.topics));
    }
  });
});
