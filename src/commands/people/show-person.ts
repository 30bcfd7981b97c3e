import { meetingInlines, quoteBlock, showRole, sourcesOf } from "../../documents/blocks.ts";
import { meetingItems } from "../../documents/meeting-items.ts";
import { meetingJson, personJson, quoteJson } from "../../documents/to-json.ts";
import { wrongButton } from "../../documents/wrong-button.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import { isoDate } from "../../domain/clock.ts";
import { AppError } from "../../domain/errors.ts";
import type { PersonRecord, RoleRecord } from "../../domain/evidence/records.ts";
import { didYouMean } from "../../evidence/did-you-mean.ts";
import { lastNameOf, mayBeSame } from "../../evidence/may-be-same.ts";
import { topicKey } from "../../evidence/topic-key.ts";
import { HELD_BEFORE } from "../../extract/en/people/office-words.ts";
import { nameBehindTitle } from "../../extract/en/titles.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { answerEmptyStore } from "../evidence/empty-store.ts";
import { exportButton } from "../export/file-buttons.ts";

const SHOWN = 5;
const NAMES_LOOKED_AT = 1000;
const NAMESAKES = 6;
const PROPOSED = 3;

/** `/person`: names, roles over time, last quotes and meetings. */
export async function showPerson(context: CommandContext, intent: Extract<Intent, { kind: "person" }>): Promise<Reply> {
  const { store, workspaceId } = context;
  const name = intent.name.trim();
  if (name === "") throw new AppError("usage", "Name a person, for example: person jaishankar.");
  const empty = await answerEmptyStore(context, {});
  if (empty !== null) return empty;
  const [person, ...others] = await called(context, name);
  if (person === undefined) return unknownPerson(context, name);
  const about = { personId: person.id, onTopics: [topicKey({ kind: "person", text: name, label: person.name, person })] };
  // One more than we show tells whether there are others.
  const [quotes, meetings] = await Promise.all([
    store.quotes.find(workspaceId, { ...about, limit: SHOWN + 1, offset: 0 }),
    store.meetings.find(workspaceId, { ...about, limit: SHOWN + 1, offset: 0 }),
  ]);
  const shownMeetings = meetings.slice(0, SHOWN);
  const sources = sourcesOf(
    await store.articles.load(workspaceId, [...new Set(shownMeetings.flatMap((meeting) => meeting.articleIds))]),
  );
  const blocks: Block[] = [{ type: "fields", fields: fieldsOf(person) }];
  if (quotes.length > 0)
    blocks.push({ type: "heading", text: "Recent quotes" }, ...quotes.slice(0, SHOWN).map((quote) => quoteBlock(quote)));
  if (shownMeetings.length > 0)
    blocks.push(
      { type: "heading", text: "Meetings" },
      { type: "list", items: meetingItems(shownMeetings, (each) => meetingInlines(each, sources, isoDate(context.clock.now()))) },
    );
  blocks.push(...(await proposals(context, person)));
  const actions = [
    ...(quotes.length > SHOWN ? [{ label: "All quotes", intent: { kind: "quotes" as const, about: person.name } }] : []),
    ...(meetings.length > SHOWN ? [{ label: "All meetings", intent: { kind: "meetings" as const, about: person.name } }] : []),
    ...wrongButton({ people: [person], quotes: quotes.slice(0, SHOWN), meetings: shownMeetings, topic: person.name }),
    ...exportButton(context, { what: "person", about: person.name }),
    ...others.map((other) => ({ label: other.name, intent: { kind: "person" as const, name: other.name } })),
  ];
  if (actions.length > 0) blocks.push({ type: "actions", actions });
  const said =
    intent.all === true
      ? await everything(context, about)
      : { quotes: quotes.slice(0, SHOWN).map(quoteJson), meetings: shownMeetings.map(meetingJson) };
  const data = { ...personJson(person), ...said };
  return reply({ title: person.name, audience: "asker", blocks, detail: [] }, data, person.name);
}

/** Those who bear a typed name, also behind an office that names a country or a body: "British Prime Minister …". */
async function called({ store, workspaceId }: CommandContext, name: string): Promise<PersonRecord[]> {
  const found = await store.people.byName(workspaceId, name, NAMESAKES);
  const bare = found.length > 0 ? null : nameBehindTitle(name);
  return bare === null ? found : store.people.byName(workspaceId, bare, NAMESAKES);
}

/** Who may be the same person, for somebody who knows to say so. */
async function proposals({ store, workspaceId }: CommandContext, person: PersonRecord): Promise<Block[]> {
  const last = lastNameOf(person.name);
  const namesakes = await store.people.byName(workspaceId, last, NAMESAKES);
  return namesakes
    .filter((other) => mayBeSame(person, other))
    .slice(0, PROPOSED)
    .map((other) => {
      const [short, full] = person.name.length < other.name.length ? [person, other] : [other, person];
      return paragraph(
        text(
          `${short.name} may be ${full.name}; one shared name is too little for me to tell. If so, type /person merge ${short.name} into ${full.name}.`,
          "soft",
        ),
      );
    });
}

/** For scripts: everything in one object. */
async function everything({ store, workspaceId }: CommandContext, about: { personId: string; onTopics: string[] }) {
  const said: { quotes: object[]; meetings: object[] } = { quotes: [], meetings: [] };
  for await (const quote of store.quotes.every(workspaceId, about)) said.quotes.push(quoteJson(quote));
  for await (const meeting of store.meetings.every(workspaceId, about)) said.meetings.push(meetingJson(meeting));
  return said;
}

function fieldsOf(person: PersonRecord) {
  const fields = [{ label: "Articles", value: [text(String(person.articles))] }];
  if (person.aliases.length > 0) fields.unshift({ label: "Also", value: [text(person.aliases.slice(0, 8).join(", "))] });
  for (const role of person.roles.slice(0, 4).reverse()) fields.unshift({ label: "Role", value: [text(told(role))] });
  return fields;
}

/** "Vice President (before 8 May 2022)" of a "then-Vice President": when that was, no article says. */
function told(role: RoleRecord): string {
  const title = role.title.replace(HELD_BEFORE, "");
  if (title === role.title) return `${showRole(role)}${years(role)}`;
  return `${showRole({ ...role, title })}${role.lastSeen === null ? "" : ` (before ${showDate(role.lastSeen)})`}`;
}

function years(role: RoleRecord): string {
  const [first, last] = [showDate(role.firstSeen), showDate(role.lastSeen)];
  if (first === null) return "";
  return first === last ? ` (${first})` : ` (${first} to ${last})`;
}

async function unknownPerson({ store, workspaceId }: CommandContext, name: string): Promise<Reply> {
  const known = await store.people.names(workspaceId, NAMES_LOOKED_AT);
  const suggestions = didYouMean(name, known).filter((label) => known.includes(label));
  const blocks: Block[] = [paragraph(text(`No article names ${name}.`))];
  if (suggestions.length > 0) {
    blocks.push(paragraph(text(`Did you mean ${suggestions.join(", ")}?`)));
    blocks.push({ type: "actions", actions: suggestions.map((label) => ({ label, intent: { kind: "person", name: label } })) });
  }
  return reply(
    { title: `Nobody called ${name}`, audience: "asker", blocks, detail: [] },
    { name, aliases: [], roles: [], articleIds: [], didYouMean: suggestions },
  );
}
