export interface FakeChannel {
  id: string;
  hasBot: boolean;
  isPrivate: boolean;
  isArchived: boolean;
  /** Everyone, if absent. */
  members?: string[];
}

export interface FakeMessage {
  channel: string;
  ts: string;
  threadTs: string | null;
  user: string;
  text: string;
  blocks: unknown[];
  /** The person who alone sees an ephemeral message. */
  onlyFor: string | null;
  unfurls: boolean;
  edits: number;
  /** What an app gave with it, as Slack gives it back where that is asked for. */
  metadata: Record<string, unknown> | null;
  /** Whether it still grows. */
  isStreaming?: boolean;
}

interface FakeUser {
  id: string;
  team_id: string;
  tz: string;
  is_admin: boolean;
  is_owner: boolean;
}

interface FakeFile {
  name: string;
  content: string | null;
  channel: string | null;
  threadTs: string | null;
}

/** What a Slack workspace with the app in it knows. Tests read and set it as they need. */
export interface FakeSlackState {
  base: string;
  teamId: string;
  botUserId: string;
  botToken: string;
  appToken: string;
  scopes: Set<string>;
  users: Map<string, FakeUser>;
  channels: Map<string, FakeChannel>;
  messages: FakeMessage[];
  homes: Map<string, Record<string, unknown>>;
  views: Record<string, unknown>[];
  files: Map<string, FakeFile>;
  statuses: { channel: string; threadTs: string; status: string }[];
  /** When each trigger id was given out. */
  triggers: Map<string, number>;
  nextTs(): string;
}

/** Two people and an admin in #general (C1), where the bot is; #random (C2), where it is not; #old (C3), archived. */
export function createFakeSlackState(scopes: Iterable<string>, teamId = "T1"): FakeSlackState {
  let count = 0;
  const user = (id: string, over: Partial<FakeUser> = {}): [string, FakeUser] => [
    id,
    { id, team_id: teamId, tz: "Asia/Tokyo", is_admin: false, is_owner: false, ...over },
  ];
  const channel = (id: string, over: Partial<FakeChannel> = {}): [string, FakeChannel] => [
    id,
    { id, hasBot: true, isPrivate: false, isArchived: false, ...over },
  ];
  return {
    base: "",
    teamId,
    botUserId: teamId === "T1" ? "U0BOT" : `U0BOT${teamId}`,
    botToken: teamId === "T1" ? "xoxb-test" : `xoxb-test-${teamId}`,
    appToken: "xapp-test",
    scopes: new Set(scopes),
    users: new Map([
      user("U1"),
      user("U2"),
      user("U9ADMIN", { is_admin: true }),
      user("U8GUEST", { team_id: "T2", is_admin: true }),
    ]),
    channels: new Map([channel("C1"), channel("C2", { hasBot: false }), channel("C3", { isArchived: true }), channel("C4")]),
    messages: [],
    homes: new Map(),
    views: [],
    files: new Map(),
    statuses: [],
    triggers: new Map(),
    nextTs() {
      count += 1;
      return `${Math.floor(Date.now() / 1000)}.${String(count).padStart(6, "0")}`;
    },
  };
}
