import { TOPICS_ACTIONS } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import { foldName, nameKey } from "../../domain/evidence/fold-name.ts";
import { type PlainTopic, parseTopic } from "../../evidence/parse-topic.ts";
import { findRegion } from "../../evidence/regions.ts";
import { EXCLUDED } from "../../extract/en/questions/topic-words.ts";
import { type CommandContext, findPerson } from "../command-context.ts";
import { parseDigest } from "../typed/parse-digest.ts";
import { takeOptions } from "../typed/take-options.ts";
import { TYPED_COMMANDS } from "../typed/typed-commands.ts";
import { Unclear } from "../typed/unclear.ts";

const MAX_CHARACTERS = 60;

/** Throws an AppError ("usage") where a name would mean something else wherever a topic is typed, and says what. */
export async function checkName(context: CommandContext, name: string): Promise<void> {
  const key = nameKey(name);
  if (!/[\p{L}]/u.test(name) || key.length < 2)
    throw new AppError("usage", "A topic needs a name with letters in it, such as our region.");
  if (name.length > MAX_CHARACTERS)
    throw new AppError("usage", `“${name.slice(0, 40)}…” is too long: a topic's name has at most ${MAX_CHARACTERS} characters.`);
  if (Object.hasOwn(TYPED_COMMANDS, key) || TOPICS_ACTIONS.some((action) => action === key)) throw clash(name, "a command");
  if (isReadOtherwise(name, context.clock.now()))
    throw new AppError(
      "usage",
      `“${name}” would be read as a time, an option or an exclusion wherever it is typed: choose another name.`,
    );
  const known = await parseTopic(name, (typed) => findPerson(context, typed));
  const what = known === null ? null : kindOf(known, name);
  if (what !== null) throw clash(name, what);
}

function clash(name: string, what: string): AppError {
  return new AppError("usage", `“${name}” is ${what}, so it cannot be the name of a saved topic: choose another name.`);
}

/** What a name means already; null where it is words, or only part of somebody's name. */
function kindOf(topic: PlainTopic, name: string): string | null {
  switch (topic.kind) {
    case "countries":
      return topic.codes.length === 1 ? "a country" : "a pair of countries";
    case "bloc":
      return "a body that I know";
    case "pair":
      return `a pair (${topic.label})`;
    case "person":
      return [topic.person.name, ...topic.person.aliases].some((each) => foldName(each) === foldName(name))
        ? `a person in your articles (${topic.label})`
        : null;
    case "words":
      return findRegion(name) === null ? null : "a region that I know";
  }
}

/** Whether a line with this name as its topic says something else. */
function isReadOtherwise(name: string, nowMs: number): boolean {
  if (EXCLUDED.test(name) || /\s(?:anyway|follow)$/i.test(name)) return true;
  const digest = parseDigest(`follow ${name}`);
  if (digest?.kind !== "digest" || digest.schedule !== undefined) return true;
  return ["briefing", "meetings"].some((command) => {
    const takes = TYPED_COMMANDS[command]?.takes;
    if (takes === undefined) return false;
    try {
      const { about, since, until, page } = takeOptions({ command, words: name, takes, todayMs: nowMs });
      return about !== name || since !== undefined || until !== undefined || page !== undefined;
    } catch (error) {
      if (error instanceof Unclear) return true;
      throw error;
    }
  });
}
