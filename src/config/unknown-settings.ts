import { distance } from "fastest-levenshtein";

/** Other programs' names for our settings. */
const OTHER_NAMES: Record<string, string> = {
  OPENAI_API_BASE: "OPENAI_BASE_URL",
  OPENAI_API_URL: "OPENAI_BASE_URL",
  OPENAI_API_MODEL: "OPENAI_MODEL",
  DB_URL: "DATABASE_URL",
  POSTGRES_URL: "DATABASE_URL",
};

/** Prefixes that, as far as we know, no other program uses. */
const OURS = /^(?:ATTACHE|RETENTION|SOURCES)_/;
/** The number of wrong letters we tolerate in a name; ours have nine letters or more. */
const MAX_WRONG = 2;

/**
 * Finds variables that look like misspelt settings, and returns a sentence for each. To skip other programs' variables, the name must be
 * spelt almost like a setting, or have one word too many or too few in the middle, and that setting must not be set itself.
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
    .map((setting) => ({ setting, wrong: differsByWords(name, setting) ? 1 : wrongLetters(name, setting) }))
    .filter(({ wrong }) => wrong <= MAX_WRONG)
    .sort((a, b) => a.wrong - b.wrong);
  return apart[0]?.setting ?? null;
}

/** How many letters differ; names whose lengths differ by more than we tolerate are not compared, because every command reads all variables. */
function wrongLetters(name: string, setting: string): number {
  return Math.abs(name.length - setting.length) > MAX_WRONG ? Number.POSITIVE_INFINITY : distance(name, setting);
}

/** OPENAI_KEY and OPENAI_API_KEY, DISCORD_BOT_TOKEN and DISCORD_TOKEN: the first and last words match, and the longer name contains all words of the shorter one. */
function differsByWords(name: string, setting: string): boolean {
  if (name[0] !== setting[0]) return false;
  const [shorter = [], longer = []] = [name.split("_"), setting.split("_")].sort((a, b) => a.length - b.length);
  return (
    shorter.length > 1 &&
    shorter.length < longer.length &&
    shorter[0] === longer[0] &&
    shorter.at(-1) === longer.at(-1) &&
    shorter.every((word) => longer.includes(word))
  );
}
