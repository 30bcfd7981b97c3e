import { randomUUID } from "node:crypto";
import type { Delivery, FakeSlack } from "./fake-slack.ts";
import type { Json } from "./fake-slack-answers.ts";
import type { FakeMessage } from "./fake-slack-state.ts";

/** What people do in Slack, as the payloads that Slack makes of it. */
export interface Place {
  channel?: string;
  user?: string;
  /** The team of the person, which is another one in a channel shared between companies. */
  team?: string;
}

export function command(slack: FakeSlack, line: string, place: Place = {}): { responseUrl: string; delivery: Promise<Delivery> } {
  const [name = "", ...words] = line.split(" ");
  const responseUrl = slack.newResponseUrl();
  const delivery = slack.deliver("slash_commands", {
    token: "v",
    api_app_id: "A1",
    team_id: place.team ?? slack.state.teamId,
    team_domain: "desk",
    channel_id: place.channel ?? "C1",
    channel_name: "general",
    user_id: place.user ?? "U1",
    user_name: "someone",
    command: name,
    text: words.join(" "),
    response_url: responseUrl,
    trigger_id: slack.newTrigger(),
    is_enterprise_install: "false",
  });
  return { responseUrl, delivery };
}

/** What a response_url got, in order. */
export function responsesTo(slack: FakeSlack, responseUrl: string): Json[] {
  const id = responseUrl.split("/response/")[1];
  return slack.responses.filter((response) => response.id === id).map((response) => response.body);
}

export function event(
  slack: FakeSlack,
  inner: Json,
  over: { eventId?: string; retry?: number; atMs?: number } = {},
): Promise<Delivery> {
  const payload = {
    token: "v",
    team_id: slack.state.teamId,
    api_app_id: "A1",
    type: "event_callback",
    event_id: over.eventId ?? `Ev${randomUUID()}`,
    event_time: over.atMs === undefined ? 1_790_000_000 : Math.floor(over.atMs / 1000),
    authorizations: [{ team_id: slack.state.teamId, user_id: slack.state.botUserId, is_bot: true, is_enterprise_install: false }],
    event: inner,
  };
  return slack.deliver("events_api", payload, over.retry ?? 0);
}

export interface Said extends Place {
  text: string;
  threadTs?: string;
  ts?: string;
  over?: Json;
}

/** Someone writes. A mention makes two events, as with Slack: `app_mention` and `message`. */
export async function say(slack: FakeSlack, said: Said): Promise<string> {
  const ts = said.ts ?? slack.state.nextTs();
  const channel = said.channel ?? "C1";
  const message = {
    type: "message",
    channel,
    channel_type: channel.startsWith("D") ? "im" : "channel",
    user: said.user ?? "U1",
    team: said.team ?? slack.state.teamId,
    text: said.text,
    ts,
    event_ts: ts,
    ...(said.threadTs === undefined ? {} : { thread_ts: said.threadTs }),
    ...said.over,
  };
  const deliveries = [event(slack, message)];
  if (said.text.includes(`<@${slack.state.botUserId}>`)) {
    deliveries.push(event(slack, { ...message, type: "app_mention", channel_type: undefined }));
  }
  await Promise.all(deliveries);
  return ts;
}

export function edit(slack: FakeSlack, before: Said & { ts: string }, text: string): Promise<Delivery> {
  const base = {
    type: "message",
    user: before.user ?? "U1",
    ts: before.ts,
    ...(before.threadTs ? { thread_ts: before.threadTs } : {}),
  };
  return event(slack, {
    type: "message",
    subtype: "message_changed",
    hidden: true,
    channel: before.channel ?? "C1",
    channel_type: "channel",
    ts: slack.state.nextTs(),
    message: { ...base, text, edited: { user: base.user, ts: slack.state.nextTs() } },
    previous_message: { ...base, text: before.text },
  });
}

export function remove(slack: FakeSlack, before: Said & { ts: string }): Promise<Delivery> {
  const base = {
    type: "message",
    user: before.user ?? "U1",
    ts: before.ts,
    ...(before.threadTs ? { thread_ts: before.threadTs } : {}),
  };
  return event(slack, {
    type: "message",
    subtype: "message_deleted",
    hidden: true,
    channel: before.channel ?? "C1",
    channel_type: "channel",
    ts: slack.state.nextTs(),
    deleted_ts: before.ts,
    previous_message: { ...base, text: before.text },
  });
}

interface Button {
  action_id: string;
  value?: string;
  text: { text: string };
}

/** The buttons of a message, wherever they stand in it. */
export function buttonsOf(blocks: unknown): Button[] {
  const found: Button[] = [];
  JSON.stringify(blocks, (_, value) => {
    if (value?.type === "button") found.push(value);
    return value;
  });
  return found;
}

/** Someone presses a button of a message, or of an ephemeral answer, which has no message to find later. */
export function press(
  slack: FakeSlack,
  on: Pick<FakeMessage, "channel" | "blocks"> & { ts?: string; threadTs?: string | null; isEphemeral?: boolean },
  how: Place & { label: string },
): { responseUrl: string; delivery: Promise<Delivery> } {
  const { label, ...place } = how;
  const button = buttonsOf(on.blocks).find((one) => one.text.text === label);
  if (button === undefined) throw new Error(`There is no button "${label}" on this message.`);
  const responseUrl = slack.newResponseUrl();
  const ts = on.ts ?? slack.state.nextTs();
  const delivery = slack.deliver("interactive", {
    type: "block_actions",
    token: "v",
    api_app_id: "A1",
    team: { id: slack.state.teamId, domain: "desk" },
    user: { id: place.user ?? "U1", username: "someone", team_id: place.team ?? slack.state.teamId },
    container: { type: "message", message_ts: ts, channel_id: on.channel, is_ephemeral: on.isEphemeral ?? false },
    channel: { id: on.channel, name: "general" },
    message: { type: "message", ts, user: slack.state.botUserId, ...(on.threadTs ? { thread_ts: on.threadTs } : {}) },
    trigger_id: slack.newTrigger(),
    response_url: responseUrl,
    actions: [
      { type: "button", block_id: "b", action_id: button.action_id, value: button.value, action_ts: ts, text: button.text },
    ],
  });
  return { responseUrl, delivery };
}

/** Someone sends a modal that the app opened. */
export function submit(slack: FakeSlack, view: Json, how: Place & { text: string }): Promise<Delivery> {
  const { text, ...place } = how;
  const input = (view["blocks"] as { type: string; block_id: string; element: { action_id: string } }[]).find(
    (block) => block.type === "input",
  );
  if (input === undefined) throw new Error("The view has no input.");
  const values = { [input.block_id]: { [input.element.action_id]: { type: "plain_text_input", value: text } } };
  return slack.deliver("interactive", {
    type: "view_submission",
    token: "v",
    api_app_id: "A1",
    team: { id: slack.state.teamId, domain: "desk" },
    user: { id: place.user ?? "U1", name: "someone", team_id: place.team ?? slack.state.teamId },
    trigger_id: slack.newTrigger(),
    view: { ...view, id: `V${randomUUID()}`, state: { values } },
  });
}

/** Someone sends the form for a digest; what they filled in stands by block and field of the state. */
export function submitForm(
  slack: FakeSlack,
  view: Json,
  how: { values: Record<string, Json>; user?: string },
): Promise<Delivery> {
  const values = Object.fromEntries(Object.entries(how.values).map(([block, value]) => [block, { input: value }]));
  return slack.deliver("interactive", {
    type: "view_submission",
    token: "v",
    api_app_id: "A1",
    team: { id: slack.state.teamId, domain: "desk" },
    user: { id: how.user ?? "U1", name: "someone", team_id: slack.state.teamId },
    trigger_id: slack.newTrigger(),
    view: { ...view, id: `V${randomUUID()}`, state: { values } },
  });
}

export function useShortcut(
  slack: FakeSlack,
  callbackId: string,
  text: string,
): { responseUrl: string; delivery: Promise<Delivery> } {
  const responseUrl = slack.newResponseUrl();
  const delivery = slack.deliver("interactive", {
    type: "message_action",
    token: "v",
    callback_id: callbackId,
    team: { id: slack.state.teamId, domain: "desk" },
    user: { id: "U1", name: "someone", team_id: slack.state.teamId },
    channel: { id: "C1", name: "general" },
    message: { type: "message", user: "U2", ts: slack.state.nextTs(), text },
    message_ts: "1.1",
    trigger_id: slack.newTrigger(),
    response_url: responseUrl,
  });
  return { responseUrl, delivery };
}

export function openHome(slack: FakeSlack, user = "U1", tab = "home"): Promise<Delivery> {
  return event(slack, { type: "app_home_opened", user, tab, channel: `D${user.slice(1)}`, event_ts: slack.state.nextTs() });
}

/** A press on a button of somebody's Home tab: without a channel, a message or an address for answers. */
export function pressAtHome(slack: FakeSlack, label: string, user = "U1"): Promise<Delivery> {
  const view = slack.state.homes.get(user) as { blocks?: unknown } | undefined;
  const button = buttonsOf((view?.blocks ?? view) as FakeMessage["blocks"]).find((one) => one.text.text === label);
  if (button === undefined) throw new Error(`There is no button "${label}" on this Home tab.`);
  return slack.deliver("interactive", {
    type: "block_actions",
    token: "v",
    api_app_id: "A1",
    team: { id: slack.state.teamId, domain: "desk" },
    user: { id: user, username: "someone", team_id: slack.state.teamId },
    container: { type: "view", view_id: "V1" },
    view: { id: "V1", type: "home" },
    trigger_id: slack.newTrigger(),
    actions: [
      { type: "button", block_id: "b", action_id: button.action_id, value: button.value, action_ts: "1.1", text: button.text },
    ],
  });
}
