import type { Json } from "./fake-discord-judge.ts";

export interface FakeDiscordChannel {
  id: string;
  /** 0 a channel, 1 a direct conversation, 11 a thread. */
  type: number;
  name: string;
  parentId: string | null;
  canView: boolean;
  canPost: boolean;
  canThread: boolean;
  /** Of a direct conversation. */
  recipientId: string | null;
  /** Of a forum: whether each post needs a tag, and which there are. */
  flags?: number;
  available_tags?: { id: string; name: string; moderated: boolean }[];
}

export interface FakeDiscordMessage {
  id: string;
  channelId: string;
  authorId: string;
  content: string;
  embeds: Json[];
  components: Json[];
  /** The person who alone sees it. */
  onlyFor: string | null;
  /** Shown as "is thinking". */
  isLoading: boolean;
  /** Whether it came by an interaction or its follow-ups. */
  byInteraction: boolean;
  files: { name: string; content: string }[];
  edits: number;
  /** Whether it was passed on to the channels that follow this one. */
  isPublished?: boolean;
}

export interface FakeInteraction {
  id: string;
  token: string;
  userId: string;
  channelId: string;
  /** When it was made: three seconds for the acknowledgement, fifteen minutes for everything else. */
  at: number;
  ackType: number | null;
  ack: Json | null;
  original: FakeDiscordMessage | null;
}

interface FakeUser {
  id: string;
  isBot: boolean;
  permissions: string;
  roles: string[];
  takesDirect: boolean;
}

/** What a Discord with the bot in one server knows. Tests read and set it as they need. */
export interface FakeDiscordState {
  token: string;
  applicationId: string;
  botUserId: string;
  guildId: string;
  /** Servers that the bot is in besides. */
  otherGuilds: Set<string>;
  /** Whether "Message Content Intent" is switched on for the application. */
  allowsContent: boolean;
  ownerId: string;
  roles: { id: string; permissions: string }[];
  users: Map<string, FakeUser>;
  channels: Map<string, FakeDiscordChannel>;
  messages: FakeDiscordMessage[];
  interactions: Map<string, FakeInteraction>;
  commands: Json[];
  typing: string[];
  nonces: Map<string, FakeDiscordMessage>;
  nextId(): string;
}

const BASE = 110_000_000_000_000_000n;

/** Ids as they are named in tests. */
export const GUILD = "101000000000000001";
export const ALICE = "102000000000000001";
export const BOB = "102000000000000002";
export const MANAGER = "102000000000000009";
/** Takes no direct messages. */
export const RECLUSE = "102000000000000007";
export const GENERAL = "103000000000000001";
/** The bot can't see it. */
export const HIDDEN = "103000000000000002";
/** The bot may look but not write. */
export const READ_ONLY = "103000000000000003";
export const BOT = "104000000000000001";
const MANAGING_ROLE = "105000000000000001";

export function createFakeDiscordState(): FakeDiscordState {
  let count = 0n;
  const user = (id: string, over: Partial<FakeUser> = {}): [string, FakeUser] => [
    id,
    { id, isBot: false, permissions: "2048", roles: [], takesDirect: true, ...over },
  ];
  return {
    token: "MTA0.token.test",
    applicationId: "106000000000000001",
    botUserId: BOT,
    guildId: GUILD,
    otherGuilds: new Set(),
    allowsContent: true,
    ownerId: "102000000000000099",
    roles: [
      { id: GUILD, permissions: "2048" },
      { id: MANAGING_ROLE, permissions: "32" },
    ],
    users: new Map([
      user(ALICE),
      user(BOB),
      user(MANAGER, { permissions: "2080", roles: [MANAGING_ROLE] }),
      user(RECLUSE, { takesDirect: false }),
      user(BOT, { isBot: true }),
    ]),
    channels: new Map(
      [channelOf(GENERAL), channelOf(HIDDEN, { canView: false }), channelOf(READ_ONLY, { canPost: false, canThread: false })].map(
        (channel) => [channel.id, channel],
      ),
    ),
    messages: [],
    interactions: new Map(),
    commands: [],
    typing: [],
    nonces: new Map(),
    nextId() {
      count += 1n;
      return String(BASE + count);
    },
  };
}

export function channelOf(id: string, over: Partial<FakeDiscordChannel> = {}): FakeDiscordChannel {
  const rights = { canView: true, canPost: true, canThread: true };
  return { id, type: 0, name: "general", parentId: null, recipientId: null, ...rights, ...over };
}
