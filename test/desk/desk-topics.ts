import { readFileSync } from "node:fs";
import { z } from "zod";

const lineSchema = z.strictObject({ article: z.string(), begins: z.string() });

const topicSchema = z.strictObject({
  topic: z.string(),
  isPair: z.boolean(),
  since: z.string().optional(),
  facts: z.array(z.strictObject({ fact: z.string(), lines: z.array(lineSchema).min(1) })),
  picks: z.array(lineSchema).min(1),
});

const articleSchema = z.object({ id: z.string(), text: z.string() });

/** A line that an analyst would pick: its article, and the words with which it begins. */
export type PickedLine = z.infer<typeof lineSchema>;
export type DeskTopic = z.infer<typeof topicSchema>;

function read(name: string): string {
  return readFileSync(new URL(`../fixtures/desk/${name}`, import.meta.url), "utf8");
}

export function readDeskTopics(): DeskTopic[] {
  return z.array(topicSchema).parse(JSON.parse(read("topics.json")));
}

/** The texts of the desk's articles by their ids. */
export function readDeskTexts(): Map<string, string> {
  const lines = read("articles.jsonl").trim().split("\n");
  return new Map(lines.map((line) => articleSchema.parse(JSON.parse(line))).map(({ id, text }) => [id, text]));
}
