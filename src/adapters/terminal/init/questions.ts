import { settingMistake } from "../../../config/config.ts";

/** What `attache init` asks for. */
export interface Question {
  /** The setting that the answer becomes. */
  name: string;
  ask: string;
  /** What an empty answer means; it is written only for the store. */
  usual: string;
  isSecret: boolean;
  /** By the answers before it. */
  isAsked(answers: ReadonlyMap<string, string>): boolean;
  /** One sentence about an answer that can't be used; null for a good one. */
  mistake(answer: string): string | null;
}

/** Not a setting: what is followed is in the store. */
export const SOURCES = "sources";
const POSTGRESQL = "postgresql";
const STORE = "DATABASE_URL";

const always = () => true;
const ifGiven = (name: string) => (answers: ReadonlyMap<string, string>) => (answers.get(name) ?? "") !== "";

function setting(name: string, ask: string, more: Partial<Question> = {}): Question {
  const mistake = (answer: string) => (answer === "" ? null : settingMistake(name, answer));
  return { name, ask, usual: "", isSecret: false, isAsked: always, mistake, ...more };
}

/** An address of PostgreSQL holds a password, so that it has a hidden question of its own. */
const STORE_QUESTIONS = [
  setting(STORE, `The store: file:PATH for a file of its own, or the word ${POSTGRESQL}`, {
    usual: "file:./attache.db",
    mistake: (answer) => (answer === POSTGRESQL ? null : settingMistake(STORE, answer)),
  }),
  setting(STORE, "The address of the database: postgresql://user:password@host:5432/database", {
    isSecret: true,
    isAsked: (answers) => answers.get(STORE) === POSTGRESQL,
    mistake: (answer) => settingMistake(STORE, answer),
  }),
];

export const QUESTIONS: readonly Question[] = [
  ...STORE_QUESTIONS,
  setting("SLACK_BOT_TOKEN", "Slack's bot token, which begins with xoxb- (empty: no Slack)", { isSecret: true }),
  setting("SLACK_APP_TOKEN", "Slack's app-level token, which begins with xapp-", {
    isSecret: true,
    isAsked: ifGiven("SLACK_BOT_TOKEN"),
    mistake: (answer) =>
      answer === ""
        ? "Slack needs the app-level token too: docs/slack.md says where it is."
        : settingMistake("SLACK_APP_TOKEN", answer),
  }),
  setting("DISCORD_TOKEN", "Discord's bot token (empty: no Discord)", { isSecret: true }),
  setting("OPENAI_API_KEY", "The key of a language model (empty: the local engine writes everything)", { isSecret: true }),
  setting("OPENAI_BASE_URL", "The language model's address", {
    usual: "https://api.openai.com/v1",
    isAsked: ifGiven("OPENAI_API_KEY"),
  }),
  setting("OPENAI_MODEL", "The language model's name", { usual: "gpt-4.1-mini", isAsked: ifGiven("OPENAI_API_KEY") }),
  setting("SOURCES_CONTACT", "Where publishers reach you, an address of the web or of mail (empty: nowhere)"),
  setting("TZ", "The time zone of this terminal; each digest has its own", {
    usual: Intl.DateTimeFormat().resolvedOptions().timeZone,
    mistake: zoneMistake,
  }),
  setting(SOURCES, "Sources to start with: a starter group, such as Europe, or addresses of feeds (empty: none)"),
];

function zoneMistake(answer: string): string | null {
  try {
    new Intl.DateTimeFormat("en", { timeZone: answer });
    return null;
  } catch {
    return `There is no time zone “${answer.slice(0, 40)}”: name one by its city, such as Europe/Berlin.`;
  }
}
