import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDiscordPoster } from "../../../src/adapters/discord/threads/create-discord-poster.ts";
import type { DigestMessage, DigestPoster } from "../../../src/domain/digests/digest-poster.ts";
import { stopwatch } from "../../../src/domain/stopwatch.ts";
import { createFakeActions } from "../../fakes/desk.ts";
import { always, digestOf } from "../../fakes/digest-poster.ts";
import { FakeDiscord } from "../../servers/fake-discord.ts";
import { ALICE, BOT, channelOf, GENERAL, GUILD, HIDDEN, READ_ONLY, RECLUSE } from "../../servers/fake-discord-state.ts";
import { messagesIn, shown } from "./start-discord.ts";

const POSTS = /\/channels\/\d+\/messages$/;

describe("digests in Discord", () => {
  let discord: FakeDiscord;
  let poster: DigestPoster;
  let opened: [string, string | null][];
  let payloads: object[];

  beforeEach(async () => {
    discord = new FakeDiscord();
    await discord.listen();
    opened = [];
    const conversations = {
      open: async (_workspaceId: string, threadId: string, topic: string | null) => void opened.push([threadId, topic]),
      find: async () => null,
      addTurn: async () => undefined,
      forgetQuestion: async () => undefined,
    };
    poster = createDiscordPoster(discord.openBot(), {
      actions: createFakeActions(),
      conversations,
      stopwatch,
      logger: pino({ level: "silent" }),
    });
    payloads = await poster.render(`discord:${GUILD}`, digestOf("Talks on *trade* were held, @everyone."));
  });

  afterEach(() => discord.close());

  function message(over: Partial<DigestMessage> = {}): DigestMessage {
    const at = {
      workspaceId: `discord:${GUILD}`,
      channelId: GENERAL,
      key: "abcdefghijklmnopqrstuvwx",
      rootId: null,
      topic: "quad",
    };
    return { ...at, payload: payloads[0] ?? {}, ...over };
  }

  const below = (rootId: string) => message({ key: "zyxwvutsrqponmlkjihgfedc", rootId, payload: payloads[1] ?? {} });

  async function postRoot(): Promise<string> {
    const root = await poster.post(message(), always);
    if (root.kind !== "posted") throw new Error("The digest was not posted.");
    return root.messageId;
  }

  it("posts the digest, begins a thread for follow-ups, and puts the detail into it", async () => {
    const rootId = await postRoot();
    await poster.post(below(rootId), always);
    expect(shown(messagesIn(discord, GENERAL)[0])).toContain("Talks on *trade* were held, @");
    expect(shown(messagesIn(discord, rootId)[0])).toBe("In detail\nThe detail.");
    expect(opened).toEqual([[rootId, "quad"]]);
    const [sent] = discord.callsOf("POST", POSTS);
    expect(sent?.body).toMatchObject({ nonce: message().key, enforce_nonce: true, allowed_mentions: { parse: [] } });
  });

  it("is taken once by Discord however often it is posted within minutes", async () => {
    const rootId = await postRoot();
    expect(await poster.post(message(), always)).toEqual({ kind: "posted", messageId: rootId });
    expect(messagesIn(discord, GENERAL)).toHaveLength(1);
  });

  it("is found in the channel, and its detail in the thread, once the nonce is forgotten", async () => {
    const rootId = await postRoot();
    expect(await poster.find(below(rootId), 0)).toEqual({ kind: "absent" });
    const detail = await poster.post(below(rootId), always);
    discord.state.nonces.clear();
    opened.length = 0;
    expect(await poster.find(message(), 0)).toEqual({ kind: "found", messageId: rootId, removed: 0 });
    expect(opened).toEqual([[rootId, "quad"]]);
    expect(await poster.find(below(rootId), 0)).toEqual({ ...detail, kind: "found", removed: 0 });
  });

  it("is not taken for another digest with the same words", async () => {
    await postRoot();
    expect(await poster.find(message({ key: "mnopqrstuvwxabcdefghijkl" }), 0)).toEqual({ kind: "absent" });
  });

  it("is found behind pages of others' messages", async () => {
    const rootId = await postRoot();
    const [root] = discord.state.messages;
    if (root === undefined) throw new Error("Nothing was posted.");
    for (let at = 0; at < 250; at++) discord.state.messages.push({ ...root, id: discord.state.nextId(), authorId: ALICE });
    expect(await poster.find(message(), 0)).toEqual({ kind: "found", messageId: rootId, removed: 0 });
    expect(discord.callsOf("GET", POSTS)).toHaveLength(3);
  });

  it("puts the detail into the channel where there can be no threads", async () => {
    const rootId = await postRoot();
    discord.script("POST", /threads$/, {
      status: 400,
      body: { code: 50024, message: "Cannot execute action on this channel type" },
    });
    const detail = await poster.post(below(rootId), always);
    expect(messagesIn(discord, GENERAL)).toHaveLength(2);
    expect(await poster.find(below(rootId), 0)).toEqual({ ...detail, kind: "found", removed: 0 });
  });

  it("asks whether it may once the thread is there, as the last thing before the request, and sends nothing without", async () => {
    const rootId = await postRoot();
    const threads: number[] = [];
    const refuse = async () => {
      threads.push(discord.callsOf("POST", /threads$/).length);
      return false;
    };
    expect(await poster.post(below(rootId), refuse)).toEqual({ kind: "withheld" });
    expect(threads).toEqual([1]);
    expect(discord.callsOf("POST", POSTS)).toHaveLength(1);
  });

  it("asks again before the request that follows a pause of Discord's", async () => {
    const headers = { "retry-after": "0.05", "x-ratelimit-scope": "shared" };
    const limited = { message: "You are being rate limited.", retry_after: 0.05, global: false };
    discord.script("POST", POSTS, { status: 429, headers, body: limited });
    const answers = [true, false];
    expect(await poster.post(message(), async () => answers.shift() ?? true)).toEqual({ kind: "withheld" });
    expect(discord.state.messages).toEqual([]);
  });

  it("hands on what went wrong with the question, and has sent nothing", async () => {
    const fail = async () => {
      throw new Error("The store is gone.");
    };
    await expect(poster.post(message(), fail)).rejects.toThrow("The store is gone.");
    expect(discord.callsOf("POST", POSTS)).toEqual([]);
  });

  it("asks for each message by itself, however many are under way", async () => {
    const channels = ["200000000000000001", "200000000000000002", "200000000000000003"];
    for (const id of channels) discord.state.channels.set(id, channelOf(id));
    const outcomes = await Promise.all(
      channels.map((channelId, at) =>
        poster.post(message({ channelId, key: `${at}bcdefghijklmnopqrstuvwx` }), async () => at !== 1),
      ),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(["posted", "withheld", "posted"]);
    expect(discord.state.messages.map(({ channelId }) => channelId).sort()).toEqual([channels[0], channels[2]]);
  });

  it("keeps the oldest of copies, in the channel and in a thread, and deletes the others", async () => {
    const rootId = await postRoot();
    discord.state.nonces.clear();
    await poster.post(message(), always);
    const detail = await poster.post(below(rootId), always);
    discord.state.nonces.clear();
    await poster.post(below(rootId), always);
    expect(await poster.find(message(), 0)).toEqual({ kind: "found", messageId: rootId, removed: 1 });
    expect(await poster.find(below(rootId), 0)).toEqual({ ...detail, kind: "found", removed: 1 });
    expect(discord.state.messages).toHaveLength(2);
  });

  it("deletes nothing that is only the same by its words where there are no threads", async () => {
    const rootId = await postRoot();
    for (let at = 0; at < 2; at++) {
      discord.script("POST", /threads$/, { status: 400, body: { code: 50024, message: "Cannot execute action" } });
      await poster.post({ ...below(rootId), key: `${at}yxwvutsrqponmlkjihgfedc` }, always);
    }
    expect(await poster.find(below(rootId), 0)).toMatchObject({ kind: "found", removed: 0 });
    expect(discord.state.messages).toHaveLength(3);
  });

  it("puts the detail into the channel where the bot may begin no thread", async () => {
    const rootId = await postRoot();
    discord.script("POST", /threads$/, { status: 403, body: { code: 50013, message: "Missing Permissions" } });
    expect(await poster.post(below(rootId), always)).toMatchObject({ kind: "posted" });
    expect(discord.state.messages.map(({ channelId }) => channelId)).toEqual([GENERAL, GENERAL]);
  });

  it("does not try again by itself when the answer is lost: the message can be found", async () => {
    discord.script("POST", POSTS, { status: 502, isDone: true });
    expect(await poster.post(message(), always)).toMatchObject({ kind: "transient", maybePosted: true });
    expect(discord.callsOf("POST", POSTS)).toHaveLength(1);
    expect(await poster.find(message(), 0)).toMatchObject({ kind: "found" });
  });

  it.each([
    [HIDDEN, { kind: "trouble", trouble: "gone", code: "50001" }],
    [READ_ONLY, { kind: "trouble", trouble: "forbidden", code: "50013" }],
    ["199000000000000001", { kind: "trouble", trouble: "gone", code: "10003" }],
  ])("says what is wrong with channel %s", async (channelId, outcome) => {
    expect(await poster.post(message({ channelId }), always)).toEqual(outcome);
  });

  it("hands on a refusal, a long pause and a lost connection, each as what it is", async () => {
    discord.script("POST", POSTS, { status: 400, body: { code: 50035, message: "Invalid Form Body" } });
    expect(await poster.post(message(), always)).toEqual({ kind: "refused", code: "50035" });
    const headers = { "retry-after": "17", "x-ratelimit-scope": "user" };
    discord.script("POST", POSTS, {
      status: 429,
      headers,
      body: { message: "You are being rate limited.", retry_after: 17, global: false },
    });
    const limited = await poster.post(message(), always);
    expect(limited).toMatchObject({ kind: "rate-limited", scope: "channel" });
    expect(limited.kind === "rate-limited" && limited.retryAfterMs).toBeGreaterThanOrEqual(16_000);
    await discord.close();
    await poster.post(message({ channelId: "199000000000000002" }), always);
    expect(await poster.post(message({ channelId: "199000000000000003" }), always)).toEqual({
      kind: "transient",
      maybePosted: false,
      code: "ECONNREFUSED",
    });
  });

  it("tells a person alone, and says whether it could", async () => {
    const to = { workspaceId: `discord:${GUILD}`, channelId: GENERAL };
    expect(await poster.tell({ ...to, userId: ALICE }, "It is *gone*.")).toBe(true);
    expect(discord.state.messages.at(-1)).toMatchObject({ authorId: BOT, content: `<#${GENERAL}>: It is \\*gone\\*.` });
    expect(await poster.tell({ ...to, channelId: null, userId: ALICE }, "It is mended.")).toBe(true);
    expect(discord.state.messages.at(-1)).toMatchObject({ authorId: BOT, content: "It is mended." });
    expect(await poster.tell({ ...to, userId: RECLUSE }, "It is gone.")).toBe(false);
  });
});
