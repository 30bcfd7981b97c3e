import { z } from "zod";
import type { Intent } from "../../domain/chat/intent.ts";
import { MAX_CHECKED_CHARACTERS } from "../../model/alignment/reasons.ts";

const MAX_TOPIC = 300;
const MAX_QUESTION = 2000;
const MAX_PAGE = 10_000;

const topic = z.string().trim().min(1).max(MAX_TOPIC).describe("Two countries (india-japan), a bloc (quad), a person, or words");
const about = topic.optional().describe("A topic or a person; everything if left out");
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "must be a date such as 2026-01-31")
  .optional();
const from = day.describe("The first day, such as 2026-01-31");
const to = day.describe("The last day, such as 2026-01-31");
const page = z.number().int().min(1).max(MAX_PAGE).optional().describe("Which page of a list, from 1");

/** The names under which programs read a workspace, by MCP as by the HTTP API. */
export const READ_NAMES = ["briefing", "meetings", "person", "quotes", "ask", "stories", "timeline", "sources", "check"] as const;
type ReadName = (typeof READ_NAMES)[number];

/** A question that a program may ask. What it says of itself is ours alone: nothing that was read is in it. */
export interface Read {
  name: ReadName;
  title: string;
  description: string;
  args: z.ZodObject;
  /** Takes what `args` has let through. */
  intentOf(given: unknown): Intent;
}

function read<Shape extends z.ZodRawShape>(
  name: ReadName,
  words: { title: string; description: string },
  { args, intentOf }: { args: z.ZodObject<Shape>; intentOf(given: z.infer<z.ZodObject<Shape>>): Intent },
): Read {
  const strict = args.strict();
  return { name, ...words, args: strict, intentOf: (given) => intentOf(strict.parse(given)) };
}

export const READS: readonly Read[] = [
  read(
    "briefing",
    {
      title: "Briefing on a topic",
      description:
        "What the stored articles say on a topic: sentences, quotations, meetings, people and sources. Each sentence has the passage it rests on.",
    },
    { args: z.object({ topic, since: from, until: to }), intentOf: (given) => ({ kind: "briefing", ...given }) },
  ),
  read(
    "meetings",
    {
      title: "Who met whom",
      description:
        "Meetings merged over the articles that report them, newest first, ten a page. Each has a status: held, planned or cancelled, and the passages that say so.",
    },
    { args: z.object({ about, from, to, page }), intentOf: (given) => ({ kind: "meetings", ...given }) },
  ),
  read(
    "person",
    {
      title: "A person",
      description: "A person's names, roles over time, newest quotations and meetings, as the articles give them.",
    },
    {
      args: z.object({ name: z.string().trim().min(1).max(MAX_TOPIC).describe("A name, or part of one") }),
      intentOf: (given) => ({ kind: "person", ...given }),
    },
  ),
  read(
    "quotes",
    {
      title: "Verified quotations",
      description: "What a person said, or what was said on a topic, word for word, newest first, ten a page.",
    },
    { args: z.object({ about, since: from, until: to, page }), intentOf: (given) => ({ kind: "quotes", ...given }) },
  ),
  read(
    "ask",
    {
      title: "Answer a question",
      description: "An answer in the articles' own sentences, with their passages; or that the articles do not hold it.",
    },
    {
      args: z.object({
        question: z.string().trim().min(1).max(MAX_QUESTION).describe("A question in English"),
        askedAt: day.describe("Leave out what was published after this day"),
      }),
      intentOf: (given) => ({ kind: "ask", ...given }),
    },
  ),
  read(
    "stories",
    { title: "Stories", description: "The stored articles grouped by the event they report, newest first, ten a page." },
    { args: z.object({ page }), intentOf: (given) => ({ kind: "stories", ...given }) },
  ),
  read(
    "timeline",
    {
      title: "The story over weeks",
      description:
        "One line for each day that mattered to a topic or a person, earliest first, with the passages; 24 days a page.",
    },
    {
      args: z.object({ about: topic, from, to, page }),
      intentOf: (given) => ({ kind: "timeline", about: given.about, from: given.from, to: given.to }),
    },
  ),
  read(
    "sources",
    { title: "Articles on a topic", description: "The newest articles on a topic: title, publisher, author, date and address." },
    { args: z.object({ about: topic }), intentOf: (given) => ({ kind: "sources", ...given }) },
  ),
  read(
    "check",
    {
      title: "Is this borne out?",
      description:
        "Whether the stored articles bear a sentence out, with the passages that do; if not, the reasons and the nearest passage.",
    },
    {
      args: z.object({ sentence: z.string().trim().min(1).max(MAX_CHECKED_CHARACTERS).describe("One sentence to check") }),
      intentOf: (given) => ({ kind: "check", ...given }),
    },
  ),
];
