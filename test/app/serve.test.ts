import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BOT_SCOPES } from "../../src/adapters/slack/connection/scopes.ts";
import { createProgram } from "../../src/app/app.ts";
import type { Config } from "../../src/config/config.ts";
import { ROLES } from "../../src/config/role.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { messagesIn, shown } from "../adapters/slack/start-slack.ts";
import { LISBON, ofToday } from "../fakes/evidence.ts";
import { LOOPBACK_SOURCES, NO_WEB } from "../fakes/source-settings.ts";
import { FakeSlack } from "../servers/fake-slack.ts";
import { command, responsesTo, say } from "../servers/fake-slack-people.ts";
import { until } from "../servers/until.ts";

/** The whole program as an operator starts it, against a Slack of ours: real store, real commands, real Bolt. */
describe("the program in Slack", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let slack: FakeSlack;
  let stop: AbortController;
  let served: Promise<void>;
  const told: string[] = [];

  beforeEach(async () => {
    place = temporaryFolder();
    slack = new FakeSlack({ scopes: BOT_SCOPES.map(({ scope }) => scope) });
    await slack.listen();
    const config: Config = {
      databaseUrl: `file:${place.path("store.db")}`,
      debug: false,
      logLevel: "silent",
      rereadsArticles: true,
      marksSeen: false,
      retentionDays: 3650,
      health: { host: "127.0.0.1", port: 0 },
      slack: {
        botToken: slack.state.botToken,
        connection: { mode: "socket", appToken: slack.state.appToken },
        apiUrl: slack.apiUrl,
      },
      model: null,
      discord: null,
      sources: LOOPBACK_SOURCES,
      web: NO_WEB,
      warnings: [],
    };
    const program = createProgram(() => config);
    const session = await program.openSession({ workspaceId: `slack:${slack.state.teamId}` });
    async function* read() {
      yield { kind: "article" as const, article: ofToday(LISBON) };
    }
    for await (const result of session.ingest(read(), new AbortController().signal)) expect(result.status).toBe("new");
    await session.close();
    stop = new AbortController();
    told.length = 0;
    served = program.serve(ROLES, stop.signal, (sentence) => told.push(sentence));
    await until(() => expect(told).toContain("Connected to Slack."));
  });

  afterEach(async () => {
    stop.abort();
    await served;
    await slack.close();
    place.remove();
  });

  it("says in plain words what is on and what is off", () => {
    expect(told.join(" ")).toContain("Slack is on, by Socket Mode.");
    expect(told.join(" ")).not.toContain(slack.state.botToken);
  });

  it("serves its health and counts its commands", async () => {
    const address = / (http\S+)\/healthz/.exec(told.join(" "))?.[1] ?? "";
    expect(await (await fetch(`${address}/readyz`)).json()).toMatchObject({
      ready: true,
      parts: [{ part: "store" }, { part: "event-loop" }, { part: "slack" }],
    });
    command(slack, "/quotes moreira");
    await until(async () =>
      expect(await (await fetch(`${address}/metrics`)).text()).toContain(
        'attache_command_duration_seconds_count{command="quotes",outcome="answered"} 1',
      ),
    );
  });

  it("briefs in the channel, answers in the thread, and says what the articles do not hold", async () => {
    command(slack, "/briefing portugal-norway");
    await until(() => expect(slack.state.messages.length).toBeGreaterThanOrEqual(2));
    const [root] = messagesIn(slack, "C1");
    expect(shown(root?.blocks)).toContain("met Norwegian Foreign Minister Erik Solberg in Lisbon on March 4.");
    const threadTs = root?.ts ?? "";
    const before = slack.state.messages.length;
    await say(slack, { text: "Where did they meet?", threadTs });
    await until(() => expect(slack.state.messages.length).toBe(before + 1));
    expect(shown(slack.state.messages.at(-1)?.blocks)).toContain("in Lisbon on March 4.");
    await say(slack, { text: "How many submarines did Sweden sell to Chile?", threadTs });
    await until(() => expect(slack.state.messages.length).toBe(before + 2));
    expect(shown(slack.state.messages.at(-1)?.blocks)).toContain("Not in my sources.");
  });

  it("follows, posts the digest that is asked for, and answers questions in its thread", async () => {
    const { responseUrl } = command(slack, "/digest follow portugal-norway at 08:00 Asia/Tokyo");
    await until(() =>
      expect(JSON.stringify(responsesTo(slack, responseUrl))).toMatch(/First digest: [^.]+, 08:00 \(Asia\/Tokyo\)/),
    );
    command(slack, "/digest now");
    await until(() => expect(messagesIn(slack, "C1")).toHaveLength(1));
    const [root] = messagesIn(slack, "C1");
    expect(shown(root?.blocks)).toContain("Digest: Portugal – Norway");
    const threadTs = root?.ts ?? "";
    await until(() => expect(messagesIn(slack, "C1", threadTs).length).toBeGreaterThan(0));
    expect(shown(messagesIn(slack, "C1", threadTs)[0]?.blocks)).toContain("We share one ocean and one law,");
    const before = slack.state.messages.length;
    await say(slack, { text: "Where did they meet?", threadTs });
    await until(() => expect(slack.state.messages).toHaveLength(before + 1));
    expect(shown(slack.state.messages.at(-1)?.blocks)).toContain("in Lisbon on March 4.");
    const why = command(slack, "/digest why");
    await until(() => expect(JSON.stringify(responsesTo(slack, why.responseUrl))).toContain("because somebody requested it"));
  });

  it("answers that nothing is followed, and an unknown date, in one sentence to the asker alone", async () => {
    for (const [line, says] of [
      ["/digest list", "There is no digest here yet"],
      ["/briefing norway since smarch", "“smarch” is not a date. Did you mean “since march”?"],
    ] as const) {
      const { responseUrl } = command(slack, line);
      await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
      expect(JSON.stringify(responsesTo(slack, responseUrl))).toContain(says);
    }
    expect(slack.state.messages).toEqual([]);
  });
});
