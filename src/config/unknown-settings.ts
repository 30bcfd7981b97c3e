import { distance } from "fastest-levenshtein";

/** What other programs call the same thing. */
const OTHER_NAMES: Record<string, string> = {
  OPENAI_API_BASE: "OPENAI_BASE_URL",
  OPENAI_API_URL: "OPENAI_BASE_URL",
  OPENAI_API_MODEL: "OPENAI_MODEL",
  DB_URL: "DATABASE_URL",
  POSTGRES_URL: "DATABASE_URL",
};

/** Words that begin no other program's variables that we know of. */
const OURS = /^(?:ATTACHE|RETENTION|SOURCES)_/;
/** So many letters may be wrong in a name; ours have nine or more. */
const MAX_WRONG = 2;

/**
 * Variables that are no settings and look as if they were meant to be, a sentence each. A variable of another program is passed over: it
 * must be spelt almost like a setting, or be one with a word too many or too few in the middle, and that setting must not be there itself.
 */
export function describeUnknown(env: Record<string, string | undefined>, known: readonly string[]): string[] {
  const settings = new Set(known);
  const isSet = (name: string) => (env[name] ?? "").trim() !== "";
  return Object.keys(env)
    .filter((name) => isSet(name) && !settings.has(name))
    .sort()
    .flatMap((name) => {
      const meant = nearest(name.toUpperCase(), known);
      if (OURS.test(name)) return [`${name} is not a setting${meant === null ? "" : `. Did you mean ${meant}?`}`];
      return meant === null || isSet(meant) ? [] : [`${name} is not a setting. Did you mean ${meant}?`];
    })
    .map((sentence) => (sentence.endsWith("?") ? sentence : `${sentence} of Attaché's. .env.example lists the settings.`));
}

function nearest(name: string, known: readonly string[]): string | null {
  const other = OTHER_NAMES[name];
  if (other !== undefined) return other;
  const apart = known
    .map((setting) => ({ setting, wrong: differsByWords(name, setting) ? 1 : distance(name, setting) }))
    .filter(({ wrong }) => wrong <= MAX_WRONG)
    .sort((a, b) => a.wrong - b.wrong);
  return apart[0]?.setting ?? null;
}

/** OPENAI_KEY and OPENAI_API_KEY, DISCORD_BOT_TOKEN and DISCORD_TOKEN: the same first and last word, and all of the shorter one's in the longer one. */
function differsByWords(name: string, setting: string): boolean {
  const [shorter = [], longer = []] = [name.split("_"), setting.split("_")].sort((a, b) => a.length - b.length);
  return (
    shorter.length > 1 &&
    shorter.length < longer.length &&
    shorter[0] === longer[0] &&
    shorter.at(-1) === longer.at(-1) &&
    shorter.every((word) => longer.includes(word))
  );
}
