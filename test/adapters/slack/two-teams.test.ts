import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Article } from "../../../src/domain/evidence/article.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { always, digestOf } from "../../fakes/digest-poster.ts";
import { articleOf, extract, LISBON } from "../../fakes/evidence.ts";
import type { FakeSlack } from "../../servers/fake-slack.ts";
import { buttonsOf, command, openHome, press, responsesTo, say } from "../../servers/fake-slack-people.ts";
import { until } from "../../servers/until.ts";
import { install, type StartedForMany, startForMany } from "./start-many.ts";
import { messagesIn, shown } from "./start-slack.ts";

/** What only our team's article says. */
const SECRETS = /solberg|one ocean|ministers meet|gazette|offshore|frank and useful|moreira/i;
/** An article that both teams have. */
const SHARED = articleOf({
  id: "shared",
  url: "https://a.example/shared",
  title: "Portugal and Norway open a cable",
  text: 'Norwegian Energy Minister Kari Dahl opened a cable to Portugal on March 5. "It carries light," Dahl said in Porto.',
});

/** One process and two teams, whose channels and people have the same ids: what goes out with the wrong token arrives at the wrong team. */
describe.each(["http", "socket"] as const)("two teams of Slack in one process, by %s", (mode) => {
  let started: StartedForMany;
  let ours: FakeSlack;
  let theirs: FakeSlack;

  beforeEach(async () => {
    started = await startForMany({ mode });
    await Promise.all([install(started, "T2"), install(started, "T3")]);
    ours = started.slack.team("T2");
    theirs = started.slack.team("T3");
    await ingest("slack:T2", LISBON);
    for (const workspaceId of ["slack:T2", "slack:T3"]) await ingest(workspaceId, SHARED);
  });

  afterEach(() => started.stop());

  async function ingest(workspaceId: string, article: Article): Promise<void> {
    async function* read() {
      yield { kind: "article" as const, article };
    }
    const deps = { store: started.store.evidence, extract, clock: { now: () => Date.now() } };
    for await (const { status } of ingestArticles(deps, { workspaceId, articles: read() })) expect(status).toBe("new");
  }

  /** All that anybody of a team sees: messages, and the Home tab. */
  function all(team: FakeSlack): string {
    const { messages, homes } = team.state;
    return [
      ...messages.map(({ blocks, text }) => `${shown(blocks)}\n${text}`),
      ...[...homes.values()].map((view) => shown(view)),
    ].join("\n");
  }

  async function ask(team: FakeSlack, line: string, user = "U1"): Promise<string> {
    const before = team.state.messages.length;
    const { responseUrl, delivery } = command(team, line, { user });
    await delivery;
    await until(() => expect(team.state.messages.length - before + responsesTo(team, responseUrl).length).toBeGreaterThan(0));
    return [all(team), ...responsesTo(team, responseUrl).map((body) => shown(body["blocks"]))].join("\n");
  }

  it("answers each out of its own articles, with its own token", async () => {
    const lines = [
      "/briefing norway-portugal",
      "/meetings norway-portugal",
      "/person moreira",
      "/quotes norway-portugal",
      "/ask Whom did Moreira meet in Lisbon?",
      "/attache status",
    ];
    const seen = { ours: "", theirs: "" };
    for (const line of lines) {
      const [first, second] = await Promise.all([ask(ours, line), ask(theirs, line)]);
      seen.ours += first;
      seen.theirs += second.replaceAll(/“[^”]*”|moreira/gi, "");
    }
    expect(seen.ours).toMatch(/Erik Solberg/);
    expect(seen.ours).toContain("Kari Dahl");
    expect(seen.theirs).toContain("Kari Dahl");
    expect(seen.theirs).not.toMatch(SECRETS);
    const posted = started.slack.callsOf("chat.postMessage");
    for (const teamId of ["T2", "T3"]) expect(posted.filter((call) => call.teamId === teamId).length).toBeGreaterThan(0);
    expect(posted.filter(({ teamId }) => teamId === "T3").map(({ args }) => JSON.stringify(args))).not.toContainEqual(
      expect.stringMatching(/Erik Solberg/),
    );
  });

  it("answers in threads, on the Home tab and with digests in the team alone", async () => {
    for (const team of [ours, theirs]) await ask(team, "/briefing norway-portugal");
    for (const team of [ours, theirs]) {
      const [root] = messagesIn(team, "C1");
      await say(team, { text: "Who met whom?", threadTs: root?.ts ?? "" });
      await openHome(team);
      await until(() => expect(team.state.homes.size).toBe(1));
      await until(() => expect(messagesIn(team, "C1", root?.ts ?? "").length).toBeGreaterThan(1));
    }
    for (const [teamId, words] of [
      ["T2", "For us alone."],
      ["T3", "For them alone."],
    ] as const) {
      const workspaceId = `slack:${teamId}`;
      const [payload] = await started.poster.render(workspaceId, digestOf(words));
      const message = { workspaceId, channelId: "C1", key: `key ${teamId}`, payload: payload ?? {}, rootId: null, topic: null };
      const posted = await started.poster.post(message, always);
      expect(posted.kind).toBe("posted");
      expect(await started.poster.find(message, 0)).toEqual({ ...posted, kind: "found", removed: 0 });
      const other = teamId === "T2" ? "slack:T3" : "slack:T2";
      expect(await started.poster.find({ ...message, workspaceId: other }, 0)).toEqual({ kind: "absent" });
      expect(await started.poster.tell({ workspaceId, userId: "U1", channelId: "C1" }, words)).toBe(true);
    }
    expect(all(ours)).toContain("For us alone.");
    expect(all(ours)).not.toContain("For them alone.");
    expect(all(theirs)).toContain("For them alone.");
    expect(all(theirs)).not.toContain("For us alone.");
    expect(all(theirs)).not.toMatch(SECRETS);
    expect(all(ours)).toMatch(SECRETS);
  });

  it("knows no button of another team", async () => {
    await ask(ours, "/briefing norway-portugal");
    const root = messagesIn(ours, "C1").find(({ blocks }) => buttonsOf(blocks).length > 0);
    if (root === undefined) throw new Error("There are no buttons.");
    const label = buttonsOf(root.blocks)[0]?.text.text ?? "";
    const [mine, stolen] = [press(ours, root, { label }), press(theirs, root, { label })];
    await until(() => expect(responsesTo(theirs, stolen.responseUrl)).toHaveLength(1));
    expect(shown(responsesTo(theirs, stolen.responseUrl)[0]?.["blocks"])).not.toMatch(SECRETS);
    await until(() => expect(responsesTo(ours, mine.responseUrl)).toHaveLength(1));
    expect(shown(responsesTo(ours, mine.responseUrl)[0]?.["blocks"])).toMatch(/Solberg|one ocean/);
  });

  it("takes nobody for an admin because somebody with the same id is one in another team", async () => {
    const user = "U9ADMIN";
    const person = theirs.state.users.get(user);
    if (person !== undefined) theirs.state.users.set(user, { ...person, is_admin: false });
    expect(await ask(ours, "/attache set sources managers", user)).toContain("Settings changed");
    expect(await ask(theirs, "/attache set sources managers", user)).not.toContain("Settings changed");
  });

  it("goes on with one team when the other removes the app", async () => {
    started.slack.oauth.revoke("T2");
    command(ours, "/briefing norway-portugal");
    await until(async () => expect(await started.store.installations.find("slack:T2")).toBeNull());
    expect(await ask(theirs, "/briefing norway-portugal")).toContain("Kari Dahl");
    expect(started.chat.health().state).toBe("connected");
  });
});
