import { CORRECT_ACTIONS, type CorrectAction, type Intent } from "../../domain/chat/intent.ts";
import { nearest, quoted, Unclear } from "./unclear.ts";

type Subject = keyof typeof CORRECT_ACTIONS;

/** What stands behind each action, for whoever leaves it out. */
const NEEDED: Readonly<Record<CorrectAction, string | null>> = {
  speaker: "a name, or nobody",
  "not-held": null,
  date: "a day, such as 2022-09-08",
  "same-as": "the id of the other meeting",
  "not-same-as": "the id of the article that tells of another meeting",
  "off-topic": "a topic",
};

/** The words behind "/correct": "quote <id> speaker <name>", "meeting <id> not-held" and so on; else a topic whose ids are listed. */
export function parseCorrect(words: string): Intent {
  const [first = "", target = "", typed = "", ...rest] = words.trim().split(" ");
  const subject = first.toLowerCase();
  if (words.trim() === "") throw new Unclear("Name a topic or a person as well, to see what can be corrected.");
  const actions: readonly CorrectAction[] = isSubject(subject) ? CORRECT_ACTIONS[subject] : [];
  const action = actions.find((each) => each === typed.toLowerCase());
  if (action === undefined) {
    const meant = nearest(typed.toLowerCase(), actions, 2);
    // "meeting in Lisbon" is a topic; "meeting m1" is the beginning of a correction.
    if (actions.length > 0 && (meant !== null || /^[a-z]\d+$/i.test(target)))
      throw unknownAction(`${first} ${target}`, { actions, meant, rest });
    return { kind: "correct", action: "list", about: unquote(words) };
  }
  const value = unquote(rest.join(" "));
  const needed = NEEDED[action];
  if (needed !== null && value === "") throw new Unclear(`Type ${needed} behind ${action} as well.`);
  if (needed === null && value !== "")
    throw new Unclear(`Nothing stands behind ${action}: leave out ${quoted(value)}.`, [`${first} ${target} ${action}`]);
  return { kind: "correct", action, target, value };
}

/** What an action is said of. */
export function subjectOf(action: CorrectAction): Subject {
  const subjects: Subject[] = ["quote", "meeting", "article"];
  return subjects.find((subject) => (CORRECT_ACTIONS[subject] as readonly string[]).includes(action)) ?? "article";
}

function isSubject(word: string): word is Subject {
  return Object.hasOwn(CORRECT_ACTIONS, word);
}

function unknownAction(
  start: string,
  { actions, meant, rest }: { actions: readonly CorrectAction[]; meant: string | null; rest: string[] },
): Unclear {
  const lines = meant === null ? [] : [[start, meant, ...rest].join(" ")];
  return new Unclear(`Type what is right behind /correct ${start}: ${actions.join(", ")}.`, lines);
}

function unquote(words: string): string {
  return words
    .trim()
    .replace(/^["“'‘]|["”'’]$/g, "")
    .trim();
}
