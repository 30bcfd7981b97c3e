import { z } from "zod";
import type { Finding } from "../../domain/finding.ts";

const TIMEOUT_MS = 10_000;
const MAX_SHOWN_SKEW_MS = 60_000;

/** A service's answer, and its clock where it tells the time. */
interface Asked {
  status: number;
  headers: Headers;
  body: unknown;
}

export interface ServiceFindings {
  findings: Finding[];
  /** By how much this machine's clock is ahead of the service's, in milliseconds; null where it did not say. */
  aheadMs: number | null;
}

async function ask(url: string, authorization: string, method: "GET" | "POST"): Promise<Asked> {
  const response = await fetch(url, {
    method,
    headers: { authorization },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const text = await response.text();
  let body: unknown = null;
  try {
    body = JSON.parse(text);
  } catch {
    // What is not JSON says nothing; the status is told.
  }
  return { status: response.status, headers: response.headers, body };
}

const slackAnswer = z.object({ ok: z.boolean(), error: z.string().optional(), team: z.string().optional() });

export interface SlackToExamine {
  apiUrl: string;
  botToken: string;
  /** What people know the token by: its variable, or whose it is. */
  tokenName: string;
  /** Null over HTTP. */
  appToken: string | null;
  wantedScopes: string[];
}

/** Whether Slack takes the tokens, and whether the app has the scopes that it needs. */
export async function examineSlack(slack: SlackToExamine): Promise<ServiceFindings> {
  const part = "Slack";
  let asked: Asked;
  try {
    asked = await ask(new URL("auth.test", slack.apiUrl).href, `Bearer ${slack.botToken}`, "POST");
  } catch {
    const sentence = `${new URL(slack.apiUrl).host} does not respond. Check the network, proxy and firewall.`;
    return { findings: [{ part, state: "fault", sentence }], aheadMs: null };
  }
  const findings: Finding[] = [];
  const answer = slackAnswer.safeParse(asked.body).data ?? { ok: false, error: `status ${asked.status}` };
  if (!answer.ok) {
    const sentence = `Slack refuses ${slack.tokenName} (${answer.error}). Install the app again; if the token is in the environment, copy it from “OAuth & Permissions”.`;
    findings.push({ part, state: "fault", sentence });
  } else {
    findings.push({
      part,
      state: "fine",
      sentence: `Slack accepts the bot token, for the workspace ${answer.team ?? "without a name"}.`,
    });
    findings.push(...scopeFindings(asked.headers, slack.wantedScopes));
  }
  if (slack.appToken !== null) findings.push(await appTokenFinding(slack.apiUrl, slack.appToken));
  return { findings, aheadMs: aheadOf(asked.headers) };
}

function scopeFindings(headers: Headers, wanted: string[]): Finding[] {
  const listed = headers.get("x-oauth-scopes");
  if (listed === null) return [];
  const granted = new Set(listed.split(",").map((scope) => scope.trim()));
  const missing = wanted.filter((scope) => !granted.has(scope));
  if (missing.length === 0) return [{ part: "Slack", state: "fine", sentence: "The app has all the scopes it needs." }];
  const sentence = `The app lacks the scopes ${missing.join(", ")}. Add them under “OAuth & Permissions”, and install the app again.`;
  return [{ part: "Slack", state: "fault", sentence }];
}

export async function appTokenFinding(apiUrl: string, token: string): Promise<Finding> {
  const part = "Slack";
  try {
    const { body, status } = await ask(new URL("apps.connections.open", apiUrl).href, `Bearer ${token}`, "POST");
    const answer = slackAnswer.safeParse(body).data ?? { ok: false, error: `status ${status}` };
    if (answer.ok) return { part, state: "fine", sentence: "Slack accepts the app-level token." };
    const sentence = `Slack refuses SLACK_APP_TOKEN (${answer.error}). Create one with the scope connections:write under “Basic Information”.`;
    return { part, state: "fault", sentence };
  } catch {
    return { part, state: "fault", sentence: "Slack did not respond about the app-level token. Try again." };
  }
}

const discordApplication = z.object({ name: z.string(), flags: z.number().default(0) });
/** Flags of an application that may read messages (docs.discord.com/developers/resources/application). */
const MAY_READ_MESSAGES = (1 << 18) | (1 << 19);

/** Whether Discord takes the token, and whether the bot may read messages where it is set to. */
export async function examineDiscord(discord: {
  apiUrl: string;
  token: string;
  messageContent: boolean;
}): Promise<ServiceFindings> {
  const part = "Discord";
  let asked: Asked;
  try {
    asked = await ask(`${discord.apiUrl}/v10/applications/@me`, `Bot ${discord.token}`, "GET");
  } catch {
    const sentence = `${new URL(discord.apiUrl).host} does not respond. Check the network, proxy and firewall.`;
    return { findings: [{ part, state: "fault", sentence }], aheadMs: null };
  }
  const aheadMs = aheadOf(asked.headers);
  const application = discordApplication.safeParse(asked.body).data;
  if (asked.status !== 200 || application === undefined) {
    const sentence = `Discord refuses DISCORD_TOKEN (${asked.status}). Reset it under “Bot” of your application, and copy the new one.`;
    return { findings: [{ part, state: "fault", sentence }], aheadMs };
  }
  const findings: Finding[] = [
    { part, state: "fine", sentence: `Discord accepts the token, for the application ${application.name}.` },
  ];
  if (discord.messageContent && (application.flags & MAY_READ_MESSAGES) === 0) {
    const sentence =
      "The bot may not read messages. Switch on “Message Content Intent” under “Bot”, or set DISCORD_MESSAGE_CONTENT=0.";
    findings.push({ part, state: "fault", sentence });
  }
  return { findings, aheadMs };
}

interface ModelToExamine {
  baseUrl: string;
  apiKey: string;
  /** Makes one real draft. Never rejects. */
  tryDraft(): Promise<{ isFine: boolean; sentence: string }>;
  /** Why what is refused cannot be kept; null where it can, or is not to be. */
  whyNotKept(): Promise<string | null>;
}

/** Whether the endpoint takes the key, which costs nothing to ask; and then whether the model makes a draft. */
export async function examineModel(model: ModelToExamine): Promise<ServiceFindings> {
  const part = "language model";
  const { host } = new URL(model.baseUrl);
  try {
    const { status, headers } = await ask(`${model.baseUrl.replace(/\/$/, "")}/models`, `Bearer ${model.apiKey}`, "GET");
    const aheadMs = aheadOf(headers);
    if (status === 401 || status === 403) {
      const sentence = `${host} refuses OPENAI_API_KEY (${status}). Correct or remove it; until then, the local engine writes.`;
      return { findings: [{ part, state: "fault", sentence }], aheadMs };
    }
    if (status >= 500 || status === 429) {
      const sentence = `${host} responds with ${status}: it has a problem or asks for a pause. Until it recovers, the local engine writes.`;
      return { findings: [{ part, state: "fault", sentence }], aheadMs };
    }
    const { isFine, sentence } = await model.tryDraft();
    const findings: Finding[] = [
      { part, state: "fine", sentence: `${host} responds and accepts the key.` },
      { part, state: isFine ? "fine" : "fault", sentence },
    ];
    const unkept = await model.whyNotKept();
    if (unkept !== null) findings.push({ part, state: "fault", sentence: unkept });
    return { findings, aheadMs };
  } catch {
    const sentence = `${host} does not respond. Correct OPENAI_BASE_URL, or check the network; until then, the local engine writes.`;
    return { findings: [{ part, state: "fault", sentence }], aheadMs: null };
  }
}

function aheadOf(headers: Headers): number | null {
  const told = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(told) ? null : Date.now() - told;
}

/** Slack refuses requests that are five minutes off, and digests come by this machine's clock. */
export function clockFinding(ahead: (number | null)[]): Finding {
  const part = "clock";
  const known = ahead.filter((ms) => ms !== null);
  const worst = known.reduce((most, ms) => (Math.abs(ms) > Math.abs(most) ? ms : most), 0);
  if (known.length === 0) return { part, state: "off", sentence: "Could not check the clock, because no service sent its time." };
  if (Math.abs(worst) <= MAX_SHOWN_SKEW_MS) return { part, state: "fine", sentence: "The clock is right." };
  const minutes = Math.round(Math.abs(worst) / 60_000);
  const sentence = `The clock is ${minutes} min ${worst > 0 ? "fast" : "slow"}. Synchronise it with NTP: digests depend on it, and Slack refuses requests that are five minutes off.`;
  return { part, state: "fault", sentence };
}

/** Digests come at local times: without the tables of time zones they come at wrong ones. */
export function timeZoneFinding(offsetOf: (zone: string, instant: string) => string = localHour): Finding {
  const part = "time zones";
  const summer =
    offsetOf("Europe/Lisbon", "2026-07-01T12:00:00Z") === "13" && offsetOf("Asia/Kolkata", "2026-07-01T12:00:00Z") === "17";
  const winter = offsetOf("Europe/Lisbon", "2026-01-01T12:00:00Z") === "12";
  if (summer && winter)
    return {
      part,
      state: "fine",
      sentence: `Node has its time zone data (${process.versions["tz"] ?? "of unknown age"}).`,
    };
  const sentence =
    "This Node has no time zone data, so digests would come at the wrong time. Use an official build of Node, with full ICU.";
  return { part, state: "fault", sentence };
}

function localHour(timeZone: string, instant: string): string {
  try {
    return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone }).format(new Date(instant));
  } catch {
    return "";
  }
}
