import { createServer, type IncomingMessage } from "node:http";
import { createEmulator, type Emulator } from "emulate";

/** emulate knows one team, always with this id. */
const ITS_TEAM = "T000000001";
const APP = { app_id: "A0APP", bot_id: "B0BOT", bot_user_id: "U0BOT", client_id: "1.1", client_secret: "of-the-client" };
/** With which the test looks at what the bot did. */
const EYES = {
  token: "xoxb-of-the-test",
  type: "bot",
  user_id: APP.bot_user_id,
  scopes: ["channels:read", "channels:history", "users:read"],
};

type Answer = Record<string, unknown> & { ok: boolean };

export interface Team {
  id: string;
  channel: string;
  user: string;
  /** The tokens that it has given. */
  tokens: Set<string>;
  /** Agrees to an installation in a browser; what comes back is where the browser is sent. */
  consent(authorizeUrl: string): Promise<string>;
  call(method: string, args?: Record<string, string>): Promise<Answer>;
}

export interface TwoTeams {
  apiUrl: string;
  client: { id: string; secret: string };
  teams: [Team, Team];
  /** Methods that were called with a token that no team has given. */
  strangers: string[];
  close(): Promise<void>;
}

/** One Slack with two teams: two of emulate's behind one address, which tells them apart by the token, and gives the second another id. */
export async function startTwoTeams(ports: { front: number; teams: [number, number] }, redirectUrl: string): Promise<TwoTeams> {
  const emulators = await Promise.all(ports.teams.map((port) => createTeam(port, redirectUrl)));
  const [first, second] = await Promise.all([describeTeam(ports.teams[0], ITS_TEAM), describeTeam(ports.teams[1], "T000000002")]);
  const teams: [Team, Team] = [first, second];
  const strangers: string[] = [];
  const front = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const token = request.headers.authorization?.replace("Bearer ", "") ?? "";
    // A code is known to the team that gave it, and to no other: whoever does not know it is asked in vain.
    const asked = token === "" ? teams : teams.filter(({ tokens }) => tokens.has(token));
    if (asked.length === 0) strangers.push(request.url ?? "");
    let answer = { status: 200, text: '{"ok":false,"error":"invalid_auth"}', scopes: null as string | null };
    for (const team of asked) {
      answer = await forward(team, ports.teams[teams.indexOf(team)] ?? 0, { request, body });
      const given = /"access_token":"([^"]+)"/.exec(answer.text)?.[1];
      if (given !== undefined) team.tokens.add(given);
      if (answer.text.includes('"ok":true')) break;
    }
    const headers = answer.scopes === null ? {} : { "x-oauth-scopes": answer.scopes };
    response.writeHead(answer.status, { "content-type": "application/json", ...headers }).end(answer.text);
  });
  await new Promise<void>((resolve) => front.listen(ports.front, "127.0.0.1", resolve));
  return {
    apiUrl: `http://127.0.0.1:${ports.front}/api/`,
    client: { id: APP.client_id, secret: APP.client_secret },
    teams,
    strangers,
    async close() {
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
      await Promise.all(emulators.map((emulator) => emulator.close()));
    },
  };
}

function createTeam(port: number, redirectUrl: string): Promise<Emulator> {
  const app = { ...APP, name: "attache", redirect_uris: [redirectUrl], scopes: ["users:read"] };
  const slack = {
    strict_scopes: true,
    users: [{ name: "alice", real_name: "Alice" }],
    channels: [{ name: "general" }],
    oauth_apps: [app],
    tokens: [EYES],
  };
  return createEmulator({ service: "slack", port, seed: { slack } });
}

async function describeTeam(port: number, id: string): Promise<Team> {
  const call: Team["call"] = async (method, args = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/${method}`, {
      method: "POST",
      headers: { authorization: `Bearer ${EYES.token}`, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(args),
    });
    return (await response.json()) as Answer;
  };
  const { channels } = (await call("conversations.list")) as unknown as { channels: { id: string; name: string }[] };
  const { members } = (await call("users.list")) as unknown as { members: { id: string; name: string }[] };
  return {
    id,
    channel: channels.find(({ name }) => name === "general")?.id ?? "",
    user: members.find(({ name }) => name === "alice")?.id ?? "",
    tokens: new Set(),
    call,
    async consent(authorizeUrl) {
      const asked = new URL(authorizeUrl);
      const page = await (await fetch(`http://127.0.0.1:${port}${asked.pathname}${asked.search}`)).text();
      const form = new URLSearchParams();
      for (const [, name = "", value = ""] of page.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g))
        if (!form.has(name)) form.set(name, value.replaceAll("&amp;", "&"));
      const agreed = `http://127.0.0.1:${port}/oauth/v2/authorize/callback`;
      const response = await fetch(agreed, { method: "POST", body: form, redirect: "manual" });
      return response.headers.get("location") ?? "";
    },
  };
}

async function forward(team: Team, port: number, { request, body }: { request: IncomingMessage; body: string }) {
  const response = await fetch(`http://127.0.0.1:${port}${request.url ?? ""}`, {
    method: request.method ?? "POST",
    headers: {
      "content-type": request.headers["content-type"] ?? "",
      ...(request.headers.authorization === undefined ? {} : { authorization: request.headers.authorization }),
    },
    body: body.replaceAll(team.id, ITS_TEAM),
  });
  const text = (await response.text()).replaceAll(ITS_TEAM, team.id);
  return { status: response.status, text, scopes: response.headers.get("x-oauth-scopes") };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}
