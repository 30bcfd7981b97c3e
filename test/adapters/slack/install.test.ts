import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { always } from "../../fakes/digest-poster.ts";
import { command, event, responsesTo } from "../../servers/fake-slack-people.ts";
import { until } from "../../servers/until.ts";
import { beginInstall, install, open, type StartedForMany, startForMany } from "./start-many.ts";
import { shown } from "./start-slack.ts";

const HOUR = 3_600_000;

describe("installing the app in a workspace of Slack", () => {
  let started: StartedForMany;

  afterEach(() => started.stop());

  async function help(teamId: string): Promise<string> {
    const { slack } = started;
    const { responseUrl, delivery } = command(slack.team(teamId), "/attache help");
    expect((await delivery).acked).toBe(true);
    await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
    return shown(responsesTo(slack, responseUrl)[0]?.["blocks"]);
  }

  const isWarned = (words: string) => started.logged.filter((line) => line.includes(words)).length;

  it.each(["http", "socket"] as const)(
    "takes a browser from the page to Slack and back, and answers there at once, by %s",
    async (mode) => {
      started = await startForMany({ mode, publicUrl: mode === "http" });
      const { page, authorizeUrl } = await beginInstall(started.address);
      expect(page).toContain("Slack shows its permissions before you agree.");
      expect(new URL(authorizeUrl).searchParams.get("scope")).toContain("app_mentions:read,channels:history");
      const seen = await install(started, "T2");
      expect(seen).toMatchObject({
        status: 200,
        sentence: "Attaché is now installed in Desk &lt;T2&gt;. Open Slack there and type /attache help.",
      });
      expect(seen.headers.get("cache-control")).toBe("no-store");
      expect(seen.headers.get("referrer-policy")).toBe("no-referrer");
      expect(await help("T2")).toContain("/briefing");
      expect(await (await fetch(`${started.address}/healthz`)).text()).toBe("ok");
      expect((await fetch(`${started.address}/other`)).status).toBe(404);
    },
  );

  it("keeps the token in the store encrypted, and nothing of it in the log", async () => {
    started = await startForMany();
    await install(started, "T2");
    await help("T2");
    const row = await started.store.installations.find("slack:T2");
    expect(row?.keyId).toBe("a");
    expect(row?.sealed).not.toMatch(/xoxb-|"T2"/);
    expect(started.logged.join("\n")).not.toMatch(/xox|client-secret|state-secret/);
  });

  it("does not take a state twice, from another browser, of its own making, or too late", async () => {
    started = await startForMany();
    const { slack, address } = started;
    const refused = {
      status: 400,
      sentence: expect.stringContaining("This installation has expired, is already finished, or began in another browser."),
    };
    const first = await beginInstall(address);
    const back = slack.oauth.consent(first.authorizeUrl, "T1");
    expect(await open(back, "")).toMatchObject(refused);
    expect(await open(back, (await beginInstall(address)).cookie)).toMatchObject(refused);
    expect(await open(back, first.cookie)).toMatchObject({ status: 200 });
    expect(await open(slack.oauth.consent(first.authorizeUrl, "T1"), first.cookie)).toMatchObject(refused);
    const forged = "eyJhbGciOiJub25lIn0.eyJpbnN0YWxsT3B0aW9ucyI6e319.";
    const forgedBack = `${slack.oauth.redirectUrl}?code=x&state=${forged}`;
    expect(await open(forgedBack, `slack-app-oauth-state=${forged}`)).toMatchObject(refused);
    expect(await open(slack.oauth.redirectUrl, "")).toMatchObject(refused);
    expect(slack.callsOf("oauth.v2.access")).toHaveLength(1);
  });

  it("says in one sentence that nothing was installed where somebody did not agree, or Slack did not", async () => {
    started = await startForMany();
    const { slack, address } = started;
    const cancelled = await beginInstall(address);
    expect(await open(slack.oauth.refuse(cancelled.authorizeUrl), cancelled.cookie)).toMatchObject({
      status: 400,
      sentence: "You cancelled the installation. To start again, open /slack/install.",
    });
    const begun = await beginInstall(address);
    const back = new URL(slack.oauth.consent(begun.authorizeUrl, "T1"));
    back.searchParams.set("code", "another");
    expect(await open(back.href, begun.cookie)).toMatchObject({
      status: 400,
      sentence: "Slack refused the installation (invalid_code). Start again at /slack/install.",
    });
    expect(await started.store.installations.list("", 10)).toEqual([]);
  });

  it("refuses an installation for a whole organisation, and gives its token back", async () => {
    started = await startForMany();
    started.slack.oauth.isOrganisation = true;
    expect(await install(started, "T1")).toMatchObject({
      status: 400,
      sentence: expect.stringMatching(
        /^Attaché works in single workspaces, not for a whole organisation\. .*install it there\.$/,
      ),
    });
    expect(started.slack.callsOf("auth.revoke")).toMatchObject([{ teamId: "T1", error: null }]);
    expect(await started.store.installations.list("", 10)).toEqual([]);
  });

  it("acknowledges what comes from a workspace without the app, does nothing, and logs one line", async () => {
    started = await startForMany();
    const { slack } = started;
    const { responseUrl, delivery } = command(slack.team("T9"), "/briefing india-japan");
    expect((await delivery).acked).toBe(true);
    await until(() => expect(isWarned("Dropped an event from a workspace without the app")).toBe(1));
    expect(responsesTo(slack, responseUrl)).toEqual([]);
    expect(slack.calls.filter(({ method }) => method !== "auth.test")).toEqual([]);
  });

  it("deletes the token when the app is removed, and mends it all when it is installed again", async () => {
    started = await startForMany();
    const { slack, store } = started;
    await install(started, "T2");
    await help("T2");
    started.clock.nowMs += HOUR;
    slack.oauth.revoke("T2");
    await event(slack.team("T2"), { type: "app_uninstalled" }, { atMs: started.clock.nowMs });
    await until(async () => expect(await store.installations.find("slack:T2")).toBeNull());
    expect(await store.workspaces.list("slack")).toEqual([{ workspaceId: "slack:T2", leftAtMs: started.clock.nowMs }]);
    command(slack.team("T2"), "/attache help");
    await until(() => expect(isWarned("Dropped an event from a workspace without the app")).toBe(1));
    await install(started, "T2");
    expect(await help("T2")).toContain("/briefing");
    expect(await store.workspaces.list("slack")).toEqual([{ workspaceId: "slack:T2", leftAtMs: null }]);
  });

  it("deletes it as well when the bot's token is revoked, and not when a person's is", async () => {
    started = await startForMany();
    const { slack, store } = started;
    await install(started, "T2");
    const at = { atMs: started.clock.nowMs + HOUR };
    await event(slack.team("T2"), { type: "tokens_revoked", tokens: { oauth: ["U1"] } }, { ...at, eventId: "Ev1" });
    await until(async () => expect(await store.events.claim("slack:event:Ev2")).toBe(true));
    expect(await store.installations.find("slack:T2")).not.toBeNull();
    await event(slack.team("T2"), { type: "tokens_revoked", tokens: { oauth: [], bot: ["U0BOTT2"] } }, at);
    await until(async () => expect(await store.installations.find("slack:T2")).toBeNull());
  });

  it("does not take an event about an earlier installation for one about this", async () => {
    started = await startForMany();
    const { slack, store } = started;
    await install(started, "T2");
    await event(slack.team("T2"), { type: "app_uninstalled" }, { atMs: started.clock.nowMs - HOUR, eventId: "Ev1" });
    await until(async () => expect(await store.events.claim("slack:event:Ev1")).toBe(false));
    expect(await help("T2")).toContain("/briefing");
  });

  it("finds out by Slack's first refusal that the app was removed while nobody listened", async () => {
    started = await startForMany();
    const { slack, store, poster } = started;
    await install(started, "T2");
    slack.oauth.revoke("T2");
    const message = {
      workspaceId: "slack:T2",
      channelId: "C1",
      key: "k",
      payload: { text: "x", blocks: [] },
      rootId: null,
      topic: null,
    };
    expect(await poster.post(message, always)).toEqual({ kind: "transient", maybePosted: false, code: "token_revoked" });
    expect(await store.installations.find("slack:T2")).toBeNull();
    expect(await poster.post(message, always)).toEqual({ kind: "transient", maybePosted: false, code: "not_installed" });
    expect(await poster.tell({ workspaceId: "slack:T2", userId: "U1", channelId: "C1" }, "x")).toBe(false);
    expect(isWarned("Posted nothing: the app is not installed")).toBe(1);
  });

  it("renews a token that expires, once, and works with the new one", async () => {
    started = await startForMany();
    const { slack, store } = started;
    slack.oauth.rotates = true;
    await install(started, "T2");
    const before = slack.team("T2").state.botToken;
    const row = await store.installations.find("slack:T2");
    expect(await help("T2")).toContain("/briefing");
    expect(slack.callsOf("oauth.v2.access")).toHaveLength(1);
    // Ten hours and a half later: tokens of Slack's hold for twelve, and are renewed when two are left.
    const real = Date.now;
    Date.now = () => real() + 10.5 * HOUR;
    try {
      await Promise.all([help("T2"), help("T2"), help("T2")]);
    } finally {
      Date.now = real;
    }
    expect(slack.callsOf("oauth.v2.access")).toHaveLength(2);
    expect(slack.team("T2").state.botToken).not.toBe(before);
    expect((await store.installations.find("slack:T2"))?.sealed).not.toBe(row?.sealed);
    expect((await store.installations.find("slack:T2"))?.installedAtMs).toBe(row?.installedAtMs);
  });

  it("works with no token that its keys do not open, says which key is missing, and leaves it in the store", async () => {
    started = await startForMany();
    const { slack, store, poster } = started;
    await store.installations.save({
      workspaceId: "slack:T2",
      keyId: "b",
      sealed: `1.${randomBytes(60).toString("base64url")}`,
      installedAtMs: 1,
    });
    const { delivery } = command(slack.team("T2"), "/attache help");
    expect((await delivery).acked).toBe(true);
    await until(() => expect(isWarned('is encrypted with the key \\"b\\", which TOKEN_KEYS does not have')).toBe(1));
    const message = { workspaceId: "slack:T2", channelId: "C1", key: "k", payload: {}, rootId: null, topic: null };
    expect(await poster.post(message, always)).toEqual({ kind: "transient", maybePosted: false, code: "token_unreadable" });
    expect(await store.installations.find("slack:T2")).not.toBeNull();
  });

  it("starts with a key missing, and says so in one line", async () => {
    started = await startForMany({
      prepare: async (store) => {
        for (const id of ["slack:T2", "slack:T3"])
          await store.installations.save({ workspaceId: id, keyId: "b", sealed: "1.x", installedAtMs: 1 });
      },
    });
    const said = started.logged.filter((line) => line.includes("which TOKEN_KEYS does not have"));
    expect(said.map((line) => JSON.parse(line))).toMatchObject([{ level: 50, unreadable: 2 }]);
    await install(started, "T4");
    expect(await help("T4")).toContain("/briefing");
  });
});
