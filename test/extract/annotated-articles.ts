import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Article } from "../../src/domain/evidence/article.ts";

const folder = new URL("../fixtures/", import.meta.url);

const articleSchema = z.object({
  id: z.string(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable().default(null),
  publishedAt: z.string().nullable(),
  language: z.string().nullable().default(null),
  text: z.string(),
});

/** One kind, or several of which each would be right. The first is how lists write it. */
const kindsSchema = z.union([z.string().transform((kind) => [kind]), z.array(z.string()).min(1)]);

const annotationSchema = z.strictObject({
  people: z.array(
    z.strictObject({
      name: z.string(),
      aliases: z.array(z.string()).default([]),
      roles: z.array(z.strictObject({ title: z.string(), country: z.string().nullable() })),
    }),
  ),
  quotes: z.array(
    z.strictObject({
      text: z.string(),
      kind: kindsSchema,
      speaker: z.string().nullable(),
      optional: z.boolean().default(false),
    }),
  ),
  meetings: z.array(
    z.strictObject({
      kind: kindsSchema,
      date: z.strictObject({ start: z.string(), end: z.string(), precision: z.string() }).nullable(),
      place: z.string().nullable(),
      status: z.string(),
      participants: z.array(z.strictObject({ name: z.string(), kind: z.string() })),
      topics: z.array(z.string()),
      optional: z.boolean().default(false),
    }),
  ),
  countries: z.array(z.string()),
});

export type Annotation = z.infer<typeof annotationSchema>;

export interface AnnotatedArticle {
  article: Article;
  annotation: Annotation;
}

/** Every article under test/fixtures with its annotation, in the order of their names. */
export function readAnnotatedArticles(): AnnotatedArticle[] {
  return readFrom(folder);
}

/** Articles in other styles, some of whose people and meetings the local engine does not find: for scores, not for equality. */
export function readArticlesInOtherStyles(): AnnotatedArticle[] {
  return readFrom(new URL("other-styles/", folder));
}

function readFrom(from: URL): AnnotatedArticle[] {
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, from), "utf8"));
  return readdirSync(from)
    .filter((name) => name.endsWith(".gold.json"))
    .sort()
    .map((name) => ({
      article: articleSchema.parse(read(name.replace(".gold.json", ".json"))),
      annotation: annotationSchema.parse(read(name)),
    }));
}
