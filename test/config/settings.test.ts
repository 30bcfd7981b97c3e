import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeConfig, loadConfig } from "../../src/config/config.ts";

interface Setting {
  good: string[];
  bad: string[];
  /** What must be there beside it. */
  beside?: Record<string, string>;
}

const KEY = Buffer.alloc(32, 1).toString("base64");
const NO_NUMBERS = ["NaN", "Infinity", "1e9", "0x10", "1,5", "ten", "-1", "9999999999999999"];
const NO_ADDRESSES = [
  "example.org",
  "localhost:8000",
  "ftp://example.org",
  "http://",
  "https://exa mple.org",
  "//example.org",
  "https://me:hunter2@example.org",
  "file:///etc/passwd",
];
const NO_HOSTS = ["http://127.0.0.1", "127.0.0.1:9464", "256.0.0.1", "two words", "-", "::1]", "münchen"];
const NO_KEYS = ["two words", "schlüssel", "…"];
const FLAG: Setting = { good: ["0", "1"], bad: ["true", "yes", "2", "-1", "NaN", "0.0"] };
const HOST: Setting = { good: ["127.0.0.1", "0.0.0.0", "::", "::1", "localhost", "box.corp.example"], bad: NO_HOSTS };
const PORT: Setting = { good: ["0", "3000", "65535"], bad: [...NO_NUMBERS, "65536", "80.5", "3000/tcp"] };
const DOLLARS: Setting = { good: ["0", "0.4", "5"], bad: [...NO_NUMBERS, "$5"] };
const MINUTES: Setting = { good: ["10", "10.5", "360"], bad: [...NO_NUMBERS, "0", "0.5", "1441"] };
const MODEL = { OPENAI_API_KEY: "sk-1" };
const PRICES = { OPENAI_PRICE_INPUT: "1", OPENAI_PRICE_OUTPUT: "1" };
const ONE = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };
const MANY = {
  SLACK_CLIENT_ID: "1.2",
  SLACK_CLIENT_SECRET: "secret",
  SLACK_STATE_SECRET: "sixteen-letters-",
  SLACK_SIGNING_SECRET: "signing",
  TOKEN_KEYS: `2026:${KEY}`,
};

const SETTINGS: Record<string, Setting> = {
  DATABASE_URL: {
    good: ["file:./attache.db", "postgresql://me@host/db", "postgres://me@host/db?schema=desk"],
    bad: ["attache.db", "/srv/attache.db", "sqlite:attache.db", "mysql://me:hunter2@host/db", "file:", "postgresql://"],
  },
  ATTACHE_DEBUG: FLAG,
  LOG_LEVEL: { good: ["info", "silent"], bad: ["INFO", "verbose", "3", "-1", "NaN"] },
  REREAD_ARTICLES: FLAG,
  RETENTION_DAYS: { good: ["1", "365", "36500"], bad: [...NO_NUMBERS, "0", "1.5", "36501", "1000000000"] },
  HEALTH_PORT: PORT,
  HEALTH_HOST: HOST,
  SLACK_BOT_TOKEN: {
    good: ["xoxb-1"],
    bad: ["xoxb-", "xoxb-…", "xoxp-1", "xapp-1", "xoxb-1 2"],
    beside: { SLACK_APP_TOKEN: "xapp-1" },
  },
  SLACK_APP_TOKEN: { good: ["xapp-1-A"], bad: ["xapp-", "xapp-…", "xoxb-1"], beside: { SLACK_BOT_TOKEN: "xoxb-1" } },
  SLACK_SIGNING_SECRET: { good: ["8f742231b10e8888abcd99yyyzzz85a5"], bad: NO_KEYS, beside: { SLACK_BOT_TOKEN: "xoxb-1" } },
  SLACK_HOST: HOST,
  SLACK_PORT: PORT,
  SLACK_CLIENT_ID: { good: ["1234.5678"], bad: NO_KEYS, beside: MANY },
  SLACK_CLIENT_SECRET: { good: ["abcdef"], bad: NO_KEYS, beside: MANY },
  SLACK_STATE_SECRET: { good: ["a/b+c=d-e_f.g,h:i", "a secret of several words"], bad: ["short"], beside: MANY },
  TOKEN_KEYS: {
    good: [`a:${KEY}`, `b:${KEY}, a:${KEY}`],
    bad: [KEY, "a:b", `a:${KEY},`, `a:${KEY},a:${KEY}`, "…"],
    beside: MANY,
  },
  SLACK_PUBLIC_URL: {
    good: ["https://bot.example", "https://bot.example:8443/"],
    bad: [...NO_ADDRESSES, "https://bot.example/slack/install", "https://bot.example?x=1"],
    beside: MANY,
  },
  SLACK_API_URL: { good: ["https://slack.com/api/", "http://127.0.0.1:9000/api"], bad: NO_ADDRESSES },
  OPENAI_API_KEY: { good: ["sk-1", "none"], bad: NO_KEYS },
  OPENAI_BASE_URL: { good: ["https://api.openai.com/v1", "http://localhost:11434/v1"], bad: NO_ADDRESSES, beside: MODEL },
  OPENAI_MODEL: { good: ["gpt-4.1-mini", "org/model:tag"], bad: [], beside: MODEL },
  OPENAI_MODEL_BRIEFING: { good: ["m"], bad: [], beside: MODEL },
  OPENAI_MODEL_ANSWER: { good: ["m"], bad: [], beside: MODEL },
  OPENAI_MODEL_DIGEST: { good: ["m"], bad: [], beside: MODEL },
  OPENAI_MODEL_READING: { good: ["m"], bad: [], beside: MODEL },
  OPENAI_PRICE_INPUT: { ...DOLLARS, beside: PRICES },
  OPENAI_PRICE_OUTPUT: { ...DOLLARS, beside: PRICES },
  OPENAI_DAILY_TOKENS: { good: ["0", "1000000"], bad: [...NO_NUMBERS, "0.5"] },
  OPENAI_DAILY_DOLLARS: { ...DOLLARS, beside: PRICES },
  OPENAI_TIMEOUT_MS: { good: ["1000", "120000"], bad: [...NO_NUMBERS, "999", "1500.5", "120001"] },
  OPENAI_CONCURRENCY: { good: ["1", "100"], bad: [...NO_NUMBERS, "0", "1.5", "101"] },
  OPENAI_PRICE_CACHED: { ...DOLLARS, beside: PRICES },
  OPENAI_CONTEXT_TOKENS: { good: ["6000", "128000"], bad: [...NO_NUMBERS, "1999", "5000", "8000.5"] },
  OPENAI_OUTPUT_TOKENS: { good: ["200", "32000"], bad: [...NO_NUMBERS, "199", "300.5"] },
  OPENAI_TEMPERATURE: { good: ["0", "0.2", "2"], bad: ["-1", "2.1", "cold"] },
  OPENAI_REASONING_EFFORT: { good: ["none", "minimal", "low", "medium", "high"], bad: ["Low", "most", "1"] },
  OPENAI_PROSE: { good: ["copy", "checked"], bad: ["Copy", "prose", "1"] },
  OPENAI_READS: {
    good: ["0", "1", "slack:T012345", "slack:T1, discord:98765,terminal"],
    bad: ["yes", "2", "T012345", "slack:", "slack:T1;discord:2"],
    beside: MODEL,
  },
  OPENAI_KEEP_REFUSED: { good: ["refused.jsonl", "/var/lib/attache/refused.jsonl"], bad: [], beside: MODEL },
  OPENAI_STREAM: FLAG,
  DISCORD_TOKEN: { good: ["MTA.abc.d-e_f"], bad: ["MTA", "Bot MTA.abc.def", "…", "a.b", "a.b.c d"] },
  DISCORD_MESSAGE_CONTENT: FLAG,
  SEEN_REACTION: FLAG,
  DISCORD_API_URL: { good: ["https://discord.com/api", "http://127.0.0.1:9000/api/"], bad: NO_ADDRESSES },
  SOURCES_CONTACT: { good: ["https://example.org/bot", "desk@example.org"], bad: ["büro@example.org", "連絡先"] },
  SOURCES_USER_AGENT: { good: ["Attache/0.1 (news briefing bot; +https://example.org)"], bad: ["Attaché/0.1"] },
  SOURCES_ALLOW_PRIVATE: {
    good: ["wiki.corp.example,10.1.0.0/16", "::1", "10.0.0.1, fd00::/8"],
    bad: ["10.1.0.0/99", "10.1.0.256", "10.1.0.0/-1", "*.corp.example", "http://wiki.corp", "10.1.0.0/16;10.2.0.0/16"],
  },
  SOURCES_POLL_MINUTES: MINUTES,
  SOURCES_POLL_MIN_MINUTES: { ...MINUTES, beside: { SOURCES_POLL_MAX_MINUTES: "1440" } },
  SOURCES_POLL_MAX_MINUTES: { ...MINUTES, beside: { SOURCES_POLL_MIN_MINUTES: "1" } },
  SOURCES_HOST_GAP_MS: { good: ["0", "60000"], bad: [...NO_NUMBERS, "60001", "0.5"] },
  SOURCES_HOST_CONCURRENCY: { good: ["1", "16"], bad: [...NO_NUMBERS, "0", "17", "1.5"] },
  SEARCH_FEED_URL: {
    good: ["https://search.example/rss?q={query}"],
    bad: ["https://search.example/rss?q=", "search.example?q={query}", "ftp://search.example/{query}", "http://{query}"],
  },
  WEB_PORT: PORT,
  WEB_HOST: HOST,
  WEB_URL: { good: ["https://attache.example", "http://10.0.0.1:8811/"], bad: NO_ADDRESSES },
  ARCHIVE_URL: {
    good: ["https://archive.example/web/{url}"],
    bad: [...NO_ADDRESSES, "https://archive.example/web/", "ftp://a/{url}"],
  },
  VERBATIM_WORDS: { good: ["1", "300", "100000"], bad: [...NO_NUMBERS, "0", "1.5", "100001"] },
};

function refusal(env: Record<string, string>): string {
  try {
    loadConfig(env);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

describe("the settings", () => {
  it("are those that .env.example shows", () => {
    const shown = [...readFileSync(".env.example", "utf8").matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
    expect(Object.keys(SETTINGS).sort()).toEqual(shown.sort());
  });

  it.each(Object.entries(SETTINGS))("%s takes what is right, whatever space is around it", (name, { good, beside }) => {
    for (const value of good) {
      expect([value, refusal({ ...beside, [name]: value })]).toEqual([value, ""]);
      expect(loadConfig({ ...beside, [name]: ` ${value}\r\n` })).toEqual(loadConfig({ ...beside, [name]: value }));
    }
  });

  it.each(Object.entries(SETTINGS))(
    "%s refuses what is wrong, in one sentence that does not show it",
    (name, { good, bad, beside }) => {
      const wrapped = good.flatMap((value) => [`"${value}"`, `'${value}'`, `${value}\nx`, `${value}\tx`]);
      for (const value of [...bad, ...wrapped]) {
        const said = refusal({ ...beside, [name]: value });
        expect([value, said]).toEqual([
          value,
          expect.stringMatching(new RegExp(`^${name} (?:must |is in quotes: |contains ).*\\.$`)),
        ]);
        expect(said.match(/\b[A-Z]+_[A-Z_]+ (?:must|is|contains)/g)).toHaveLength(1);
        expect(said).not.toContain("hunter2");
      }
    },
  );

  it.each(Object.entries(SETTINGS))("%s is not set where it is empty or blank", (name, { beside = {} }) => {
    const { [name]: _, ...others } = beside;
    for (const value of ["", "  ", "\n"]) expect(refusal({ ...others, [name]: value })).toBe(refusal(others));
  });

  it("are taken as they are meant: a Slack API without a slash at its end is a folder", () =>
    expect(loadConfig({ ...ONE, SLACK_API_URL: "http://127.0.0.1:9000/api" }).slack?.apiUrl).toBe("http://127.0.0.1:9000/api/"));
});

describe("variables that look like settings", () => {
  it.each([
    ["RETENTION_DAY", "RETENTION_DAYS"],
    ["OPENAI_KEY", "OPENAI_API_KEY"],
    ["DATABASE_URI", "DATABASE_URL"],
    ["SLACK_TOKEN", "SLACK_BOT_TOKEN"],
    ["DISCORD_BOT_TOKEN", "DISCORD_TOKEN"],
    ["OPENAI_URL", "OPENAI_BASE_URL"],
    ["OPENAI_API_BASE", "OPENAI_BASE_URL"],
    ["HEALTH_POTR", "HEALTH_PORT"],
    ["LOGLEVEL", "LOG_LEVEL"],
    ["discord_token", "DISCORD_TOKEN"],
    ["TOKEN_KEY", "TOKEN_KEYS"],
  ])("are told with the one that is meant: %s", (name, meant) => {
    const config = loadConfig({ [name]: "1" });
    expect(config.warnings).toEqual([`${name} is not a setting. Did you mean ${meant}?`]);
    expect(describeConfig(config)[0]).toBe(config.warnings[0]);
  });

  it("are told where they begin with a word of ours alone", () =>
    expect(loadConfig({ ATTACHE_STORE: "x" }).warnings).toEqual([
      "ATTACHE_STORE is not a setting of Attaché's. .env.example lists the settings.",
    ]));

  it("are passed over where they are another program's, or what is meant is there", () => {
    const others = [
      "OPENAI_ORG_ID",
      "OPENAI_PROJECT_ID",
      "OPENAI_LOG",
      "OPENAI_API_VERSION",
      "SLACK_WEBHOOK_URL",
      "SLACK_CHANNEL",
    ];
    others.push(
      "DATABASE_URL_UNPOOLED",
      "DISCORD_WEBHOOK_URL",
      "PORT",
      "HOST",
      "PATH",
      "HOME",
      "NODE_ENV",
      "TERM",
      "LANG",
      "SHELL",
    );
    others.push("POSTGRES_PASSWORD", "PGHOST", "HTTPS_PROXY", "NODE_EXTRA_CA_CERTS", "npm_config_audit", "SLACK_USER_TOKEN");
    expect(loadConfig(Object.fromEntries(others.map((name) => [name, "1"]))).warnings).toEqual([]);
    expect(loadConfig({ DATABASE_URI: "x", DATABASE_URL: "file:./x.db", OPENAI_KEY: " " }).warnings).toEqual([]);
  });
});
