import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, type Inline, paragraph, text } from "../../domain/chat/document.ts";
import { FEED_KINDS, type FeedKind, type FeedsIntent } from "../../domain/chat/intent.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import { AppError } from "../../domain/errors.ts";
import type { AccessRecord } from "../../domain/workspace/access.ts";
import { createKey } from "../access/access-key.ts";
import { type CommandContext, reply, topicOf } from "../command-context.ts";

/** A workspace with more has forgotten where they went. */
const MAX_ADDRESSES = 100;
/** A reader asks every few minutes, a calendar every few hours; many people may share an address. */
const RATE_PER_MINUTE = 60;
const MAX_TOPIC = 300;
/** Behind the key, by what the address gives. */
const PATHS: Record<FeedKind, { label: string; path: string }[]> = {
  feed: [
    { label: "Atom", path: "atom.xml" },
    { label: "JSON Feed", path: "feed.json" },
  ],
  digest: [
    { label: "Atom", path: "atom.xml" },
    { label: "JSON Feed", path: "feed.json" },
  ],
  calendar: [{ label: "Calendar", path: "calendar.ics" }],
  passages: [{ label: "Reading page", path: "passages" }],
};
const NAMES: Record<FeedKind, string> = {
  feed: "the articles on",
  digest: "the daily digest of",
  calendar: "planned meetings on",
  passages: "passages of",
};
export const EVERYTHING = "everything";

/** `/feeds`: secret addresses that feed readers, calendars and members of the desk follow without a token. */
export async function answerFeeds(context: CommandContext, intent: FeedsIntent): Promise<Reply> {
  switch (intent.action) {
    case "add":
      return addAddress(context, intent);
    case "list":
      return listAddresses(context);
    case "remove":
      return removeAddress(context, intent.target ?? "");
  }
}

async function addAddress(context: CommandContext, { what = "feed", topic: typed }: FeedsIntent): Promise<Reply> {
  const { store, workspaceId, clock, asker, webUrl } = context;
  if (webUrl === null)
    throw new AppError("config", "I have no web address for feeds: the operator sets WEB_PORT and WEB_URL (docs/feeds.md).");
  const label = await checkedTopic(context, what, typed);
  if (addressesAmong(await store.access.list(workspaceId)).length >= MAX_ADDRESSES)
    throw new AppError("usage", `There are ${MAX_ADDRESSES} addresses here: remove some with /feeds remove first.`);
  const { id, token, secretHash } = createKey();
  const createdAt = new Date(clock.now()).toISOString();
  const made = { id, workspaceId, scope: what, label, ratePerMinute: RATE_PER_MINUTE, expiresAt: null, createdAt };
  await store.access.add({ ...made, secretHash, createdBy: asker.userId });
  const addresses = PATHS[what].map(({ label: name, path }) => ({ name, url: `${webUrl}/feeds/${token}/${path}` }));
  const blocks: Block[] = [
    ...addresses.map(({ name, url }) => paragraph(text(`${name}: `, "strong"), text(url))),
    paragraph(text(`Everybody with the address can read it. It is shown this once; /feeds remove ${id} ends it.`, "soft")),
  ];
  const title = `Address of ${sayWhat({ scope: what, label })}`;
  return reply({ title, audience: "asker", blocks, detail: [] }, { ...addressJson(made), addresses });
}

/** A topic as it was typed, so that it is read again whenever somebody looks. */
async function checkedTopic(context: CommandContext, what: FeedKind, typed = ""): Promise<string> {
  const topic = typed.trim();
  if (topic === "" && (what === "calendar" || what === "passages")) return EVERYTHING;
  if (topic === "" || (await topicOf(context, topic)) === null)
    throw new AppError("usage", "Name a topic as well, such as /feeds add india-japan or /feeds add calendar quad.");
  if (topic.length > MAX_TOPIC) throw new AppError("usage", `A topic may have ${MAX_TOPIC} characters: shorten it.`);
  return topic;
}

async function listAddresses({ store, workspaceId }: CommandContext): Promise<Reply> {
  const addresses = addressesAmong(await store.access.list(workspaceId));
  const items = addresses.map((each): Inline[] => [
    text(`${each.id}: `),
    text(sayWhat(each), "strong"),
    text(each.lastUsedAt === null ? ", not read yet." : `, last read on ${showDate(each.lastUsedAt.slice(0, 10))}.`),
  ]);
  const blocks: Block[] =
    items.length === 0
      ? [paragraph(text("There are no addresses. Make one, for example with /feeds add india-japan."))]
      : [{ type: "list", items }];
  const data = addresses.map((each) => ({ ...addressJson(each), lastUsedAt: each.lastUsedAt }));
  return reply({ title: "Feeds and calendars", audience: "asker", blocks, detail: [] }, data);
}

async function removeAddress({ store, workspaceId, clock }: CommandContext, id: string): Promise<Reply> {
  const known = addressesAmong(await store.access.list(workspaceId)).find((each) => each.id === id);
  if (known === undefined || !(await store.access.revoke(workspaceId, id, clock.now())))
    throw new AppError("not-found", "There is no such address here: /feeds list shows their ids.");
  const blocks = [paragraph(text(`The address of ${sayWhat(known)} gives nothing any more.`))];
  return reply({ title: "Address removed", audience: "asker", blocks, detail: [] }, { id, removed: true });
}

/** Without those that end by themselves after a day. */
function addressesAmong(records: AccessRecord[]): AccessRecord[] {
  return records.filter(({ scope, expiresAt }) => expiresAt === null && FEED_KINDS.some((kind) => kind === scope));
}

function sayWhat({ scope, label }: Pick<AccessRecord, "scope" | "label">): string {
  const kind = FEED_KINDS.find((each) => each === scope) ?? "feed";
  if (label === EVERYTHING) return kind === "calendar" ? "all planned meetings" : "passages of all articles";
  return `${NAMES[kind]} ${label}`;
}

function addressJson({ id, scope, label, createdAt }: Pick<AccessRecord, "id" | "scope" | "label" | "createdAt">): object {
  return { id, what: scope, topic: label === EVERYTHING ? null : label, createdAt };
}

/** What an address is about; undefined for everything. */
export function topicOfAddress({ label }: Pick<AccessRecord, "label">): string | undefined {
  return label === EVERYTHING ? undefined : label;
}
