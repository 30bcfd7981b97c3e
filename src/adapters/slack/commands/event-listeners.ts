import type { App } from "@slack/bolt";
import type { z } from "zod";
import { handleOnce, readPayload } from "../../chat/take-payload.ts";
import { begin, type Listening, reserve, type Work } from "../connection/take-delivery.ts";
import { mayBeForBot, onChanged, onDeleted, onMessage, tellIfMeant } from "../threads/threads.ts";
import type { SlackContext } from "./context.ts";
import { publishHome, publishTrouble, welcome } from "./home.ts";
import { changedEvent, deletedEvent, eventEnvelope, homeEvent, lostEvent, messageEvent, revokedEvent } from "./schema.ts";

type Refuse = (tell: Work["tell"]) => void;
type Args = { body: unknown; event: unknown; context: { teamId?: string } };

interface Kind<T> {
  kind: string;
  schema: z.ZodType<T>;
  /** Whether it can be for the bot, before anything is asked. */
  isWanted(event: T): boolean;
  take(context: SlackContext, event: T): Promise<void>;
  /** Says to whoever waits that there is no answer. */
  tell(context: SlackContext, event: T, sentence: string): Promise<void>;
}

const isWanted = () => true;
const tellNobody = async () => undefined;

/** Bolt acknowledges events itself, before it calls these. Slack delivers each at least once: its id is claimed. */
export function addEventListeners(app: App, listening: Listening, refuse: Refuse): void {
  const { isNews } = listening;
  const on = <T>(expected: Kind<T>) => listenerOf(listening, expected, refuse);
  const mention = on({
    kind: "app_mention",
    schema: messageEvent,
    isWanted,
    take: (context, event) => onMessage(context, event, true),
    tell: (context, event, sentence) => tellIfMeant(context, event, { sentence, isMention: true, isNews }),
  });
  const message = on({
    kind: "message",
    schema: messageEvent,
    isWanted: mayBeForBot,
    take: (context, event) => onMessage(context, event, false),
    tell: (context, event, sentence) => tellIfMeant(context, event, { sentence, isMention: false, isNews }),
  });
  const changed = on({
    kind: "message_changed",
    schema: changedEvent,
    isWanted: ({ message: now, previous_message: before }) => now.text !== before.text,
    take: onChanged,
    tell: (context, { channel, channel_type, message: now }, sentence) =>
      tellIfMeant(context, { ...now, channel, channel_type }, { sentence, isMention: false, isNews }),
  });
  const deleted = on({
    kind: "message_deleted",
    schema: deletedEvent,
    isWanted,
    take: (context, event) => onDeleted(context, event.channel, event.deleted_ts),
    tell: tellNobody,
  });
  const home = on({
    kind: "app_home_opened",
    schema: homeEvent,
    isWanted: ({ tab, channel }) => tab === "home" || (tab === "messages" && channel !== undefined),
    take: (context, { user, tab, channel }) =>
      tab === "messages" && channel !== undefined ? welcome(context, user, channel) : publishHome(context, user),
    tell: async (context, { user, tab }, sentence) => (tab === "home" ? publishTrouble(context, user, sentence) : undefined),
  });
  app.event("app_mention", async (args) => mention(args));
  app.event("app_home_opened", async (args) => home(args));
  app.event("message", async (args) => {
    // Bots are not answered, and this one hears its own messages as well: those need no claim in the store.
    if ("bot_id" in args.event && args.event.bot_id !== undefined) return;
    if (args.event.subtype === "message_changed") changed(args);
    else if (args.event.subtype === "message_deleted") deleted(args);
    else message(args);
  });
  addRemovalListeners(app, listening);
  for (const [name, why] of LOSSES) {
    const lost = on({
      kind: name,
      schema: lostEvent,
      isWanted,
      take: (context, { channel }) => lose(context, channel, why),
      tell: tellNobody,
    });
    app.event(name, async (args) => lost(args));
  }
}

/** What Slack calls a channel that is lost, by what is lost of it: the app was put out of it, or nobody may write in it any more. */
const LOSSES = [
  ["channel_archive", "archived"],
  ["group_archive", "archived"],
  ["channel_deleted", "gone"],
  ["group_deleted", "gone"],
  ["channel_left", "forbidden"],
  ["group_left", "forbidden"],
] as const;

async function lose(context: SlackContext, channelId: string, why: (typeof LOSSES)[number][1]): Promise<void> {
  await context.desk.loseChannel((await context.identify()).workspaceId, channelId, why);
}

function listenerOf<T>(listening: Listening, expected: Kind<T>, refuse: Refuse): (args: Args) => void {
  const { kind, schema } = expected;
  return ({ body, event, context: { teamId } }) => {
    listening.acknowledgements.arrived();
    const envelope = readPayload(listening, { schema: eventEnvelope, kind }, body);
    const payload = readPayload(listening, { schema, kind }, event);
    if (envelope === null || payload === null || !expected.isWanted(payload)) return;
    const work: Work = {
      handle: (context) => expected.take(context, payload),
      async tell(sentence) {
        const context = listening.teams.known(teamId ?? "");
        if (context !== null) await expected.tell(context, payload, sentence);
      },
    };
    const place = reserve(listening, teamId);
    if (place === null) return refuse(work.tell);
    begin(listening, place, { delivered: { teamId, kind, key: `slack:event:${envelope.event_id}` }, work });
  };
}

/** The app was removed from a team, or its bot's token taken back. */
function addRemovalListeners(app: App, listening: Listening): void {
  const { installations, track } = listening;
  if (installations === null) return;
  const on = (kind: string, isRemoval: (event: unknown) => boolean) => {
    return async ({ body, event, context: { teamId } }: Args) => {
      const envelope = readPayload(listening, { schema: eventEnvelope, kind }, body);
      if (envelope === null || teamId === undefined || !isRemoval(event)) return;
      const atMs = envelope.event_time === undefined ? listening.clock.now() : envelope.event_time * 1000;
      const handle = () => installations.removed(teamId, atMs);
      track(handleOnce(listening, `slack:event:${envelope.event_id}`, { handle, tell: tellNobody }));
    };
  };
  app.event(
    "app_uninstalled",
    on("app_uninstalled", () => true),
  );
  app.event(
    "tokens_revoked",
    on(
      "tokens_revoked",
      (event) => (readPayload(listening, { schema: revokedEvent, kind: "tokens_revoked" }, event)?.tokens.bot.length ?? 0) > 0,
    ),
  );
}
