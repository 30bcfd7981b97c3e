import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from "discord-api-types/v10";
import type { Action, Block, Document } from "../../../domain/chat/document.ts";
import { showText } from "../../../domain/chat/show-text.ts";
import {
  BUTTONS_IN_A_ROW,
  type ButtonIds,
  buttonKind,
  FOLLOW_UP_BUTTON,
  FOLLOW_UP_LABEL,
  IN_DETAIL,
  splitTail,
} from "../../chat/buttons.ts";
import { noteDocument } from "../../chat/note-document.ts";
import { shorten } from "../../chat/shorten.ts";
import {
  ACTION_ROWS,
  BUTTON_LABEL,
  CONTENT_TEXT,
  EMBED_DESCRIPTION,
  EMBED_TITLE,
  EMBEDS,
  EMBEDS_TOGETHER,
  ROW_BUTTONS,
  THREAD_MESSAGES,
  THREAD_NAME,
} from "./limits.ts";
import type { CommandIds } from "./link-commands.ts";
import { breakMentions, escapeMarkdown } from "./plain-text.ts";
import { type Part, partsOf } from "./rich-text.ts";

type ButtonRow = APIActionRowComponent<APIButtonComponent>;

/** What a message, a follow-up or an edit takes. Links in an embed are not previewed, and nothing in one pings. */
export interface DiscordMessage {
  /** What a phone's notification shows; it stands above the embeds. */
  content?: string;
  embeds: APIEmbed[];
  components: ButtonRow[];
}

export interface RenderedDocument {
  message: DiscordMessage;
  /** What follows in the thread of the message, in order; empty for a document that only its asker sees. */
  thread: DiscordMessage[];
  threadName: string;
}

export interface RenderOptions {
  /** Whether the first message ends with "Ask a follow-up". */
  followUp?: boolean;
  /** What can be pressed instead of typed. */
  commands?: CommandIds;
}

/** The band at the side of the message: a lighter shade of the colour in Slack's manifest, which nobody sees on Discord's dark ground. */
const COLOR = 0x3b82c4;
/** What "n more" takes. */
const NOTE_TEXT = 60;
/** What is kept at the end of a message may fill a third of it, so that there is room for the text. */
const TAIL_TEXT = EMBED_DESCRIPTION / 3;

/** A document as messages within Discord's limits. Pure: the same document and ids give the same messages. */
export function renderDocument(document: Document, buttonIds: ButtonIds, options: RenderOptions = {}): RenderedDocument {
  const title = showText(document.title).replace(/\s+/g, " ").trim();
  const isShared = document.audience === "channel";
  const { body, tail } = splitTail(document, isShared);
  const ids = numbered(buttonIds);
  const below = isShared ? document.detail.flatMap((block) => piecesOf(block, ids, options.commands)) : [];
  // Discord shows it above the embed, where only a headline reads well; below a command it notifies nobody.
  const isHeadline = body.some((block) => block.type === "heading" && block.text === document.notification);
  const content = isShared && isHeadline && document.notification !== undefined ? contentOf(document.notification) : null;
  const first = fill(
    {
      title,
      body: (content === null ? body : withoutHeadline(body, document.notification)).flatMap((block) =>
        piecesOf(block, ids, options.commands),
      ),
      tail: tail.flatMap((block) => piecesOf(block, ids, options.commands)),
      followUp: options.followUp === true,
    },
    isShared ? "in the thread" : "left out",
  );
  return {
    message: content === null ? first.message : { content, ...first.message },
    thread: threadMessages(isShared ? [...first.left, ...below] : []),
    threadName: shorten(title === "" ? "Detail" : title, THREAD_NAME),
  };
}

function contentOf(notification: string): string {
  return breakMentions(`**${escapeMarkdown(shorten(showText(notification).replace(/\s+/g, " ").trim(), CONTENT_TEXT))}**`);
}

/** What the notification says above the embed is not said again in it. */
function withoutHeadline(body: Block[], notification: string | undefined): Block[] {
  return body.filter((block) => block.type !== "heading" || block.text !== notification);
}

/** A piece of a message: a part of its text, the end of an embed, or a row of buttons, which Discord shows below all text. */
type Piece = { kind: "part"; part: Part } | { kind: "divider" } | { kind: "row"; buttons: APIButtonComponent[] };

type NumberedIds = (action: Action) => string | null;

/** Two buttons of one message must not have one id, so they are counted. */
function numbered(buttonIds: ButtonIds): NumberedIds {
  let count = 0;
  return (action) => {
    const id = buttonIds(action);
    if (id === null) return null;
    count += 1;
    return `${buttonKind(action)}${count}:${id}`;
  };
}

function piecesOf(...[block, ids, commands]: [Block, NumberedIds, CommandIds | undefined]): Piece[] {
  if (block.type === "divider") return [{ kind: "divider" }];
  if (block.type !== "actions") return partsOf(block, commands).map((part) => ({ kind: "part", part }));
  const buttons = block.actions.flatMap((action) => {
    const id = ids(action);
    return id === null ? [] : [button(action.label, id)];
  });
  const rows: Piece[] = [];
  for (let start = 0; start < buttons.length; start += BUTTONS_IN_A_ROW)
    rows.push({ kind: "row", buttons: buttons.slice(start, start + BUTTONS_IN_A_ROW) });
  return rows;
}

function button(label: string, id: string): APIButtonComponent {
  const shown = shorten(showText(label).replace(/\s+/g, " ").trim() || "Open", BUTTON_LABEL);
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label: shown, custom_id: id };
}

interface Filling {
  title: string;
  body: Piece[];
  tail: Piece[];
  followUp: boolean;
}

/** Fills a message from the top; what does not fit comes back in order. The tail has its room kept. */
function fill(filling: Filling, where: string): { message: DiscordMessage; left: Piece[] } {
  const title = fitTitle(filling.title);
  const tailParts = fittingTail(filling.tail);
  const tailRows = filling.tail.flatMap((piece) => (piece.kind === "row" ? [piece.buttons] : []));
  const kept = tailParts.reduce((sum, part) => sum + part.text.length + 2, NOTE_TEXT);
  const text = new Descriptions(EMBEDS_TOGETHER - title.length - kept);
  const rows: APIButtonComponent[][] = [];
  const room = ACTION_ROWS - Math.min(tailRows.length, ACTION_ROWS) - (filling.followUp ? 1 : 0);
  let taken = 0;
  for (const [index, piece] of filling.body.entries()) {
    const next = filling.body[index + 1];
    if (piece.kind === "divider") {
      text.divide();
      taken += 1;
      continue;
    }
    if (piece.kind === "row" ? rows.length >= room : !text.add(piece.part, next?.kind === "part" ? next.part : null)) break;
    if (piece.kind === "row") rows.push(piece.buttons);
    taken += 1;
  }
  const left = filling.body.slice(taken);
  const more = left.filter((piece) => piece.kind === "part").length;
  text.room += kept;
  if (more > 0) text.add({ kind: "paragraph", text: `*… ${more} more ${where}*` });
  for (const part of tailParts) text.add(part);
  const components = buttonRows([...rows, ...tailRows], filling.followUp);
  return { message: { embeds: embedsOf(title, text.all), components }, left };
}

function fittingTail(tail: Piece[]): Part[] {
  const kept: Part[] = [];
  let room = TAIL_TEXT;
  for (const piece of tail) {
    if (piece.kind !== "part") continue;
    room -= piece.part.text.length;
    if (room < 0) break;
    kept.push(piece.part);
  }
  return kept;
}

/** The descriptions of a message's embeds: another one begins where one is full. */
class Descriptions {
  readonly all: string[] = [];
  private last: Part["kind"] | null = null;
  private isDivided = false;
  room: number;

  constructor(room: number) {
    this.room = room;
  }

  /** What follows stands in an embed of its own, as far as there may be more of them. */
  divide(): void {
    this.isDivided = this.all.length > 0 && this.all.length < EMBEDS;
  }

  /** False where the part has no room. A heading takes the part below it along: it is not left alone at an end. */
  add(part: Part, next: Part | null = null): boolean {
    const text = breakMentions(part.text);
    const below = part.kind === "heading" && next !== null ? next.text.length + 2 : 0;
    const current = this.all.at(-1);
    const joined = current === undefined ? text : `${current}${this.gapBefore(part)}${text}`;
    const isNew = current === undefined || this.isDivided || joined.length + below > EMBED_DESCRIPTION;
    const size = isNew ? text.length : joined.length - current.length;
    if (size + below > this.room || text.length > EMBED_DESCRIPTION || (isNew && this.all.length >= EMBEDS)) return false;
    if (isNew) this.all.push(text);
    else this.all[this.all.length - 1] = joined;
    this.isDivided = false;
    this.room -= size;
    this.last = part.kind;
    return true;
  }

  /** Headings bring their own distance; items of a list stand close together. */
  private gapBefore({ kind }: Part): string {
    return kind === "heading" || this.last === "heading" || (kind === "item" && this.last === "item") ? "\n" : "\n\n";
  }
}

function embedsOf(title: string, descriptions: string[]): APIEmbed[] {
  if (title === "" && descriptions.length === 0) return [{ color: COLOR, description: "Nothing to show." }];
  const [first, ...others] = descriptions;
  return [
    { color: COLOR, ...(title === "" ? {} : { title }), ...(first === undefined ? {} : { description: first }) },
    ...others.map((description) => ({ color: COLOR, description })),
  ];
}

/** A title that fits with its marks escaped; never cut within an escape. */
function fitTitle(title: string): string {
  for (let limit = EMBED_TITLE; limit > 1; limit = Math.floor(limit / 2)) {
    const escaped = breakMentions(escapeMarkdown(shorten(title, limit)));
    if (escaped.length <= EMBED_TITLE) return escaped;
  }
  return "";
}

/** The follow-up goes into the last row where that has room. */
function buttonRows(rows: APIButtonComponent[][], followUp: boolean): ButtonRow[] {
  const shown = rows.slice(0, ACTION_ROWS).map((buttons) => [...buttons]);
  if (followUp) {
    const asking: APIButtonComponent = {
      type: ComponentType.Button,
      style: ButtonStyle.Primary,
      label: FOLLOW_UP_LABEL,
      custom_id: FOLLOW_UP_BUTTON,
    };
    const last = shown.at(-1);
    if (last !== undefined && (last.length < ROW_BUTTONS || shown.length >= ACTION_ROWS)) last.splice(ROW_BUTTONS - 1, 1, asking);
    else shown.push([asking]);
  }
  return shown.map((components) => ({ type: ComponentType.ActionRow, components }));
}

function threadMessages(pieces: Piece[]): DiscordMessage[] {
  const messages: DiscordMessage[] = [];
  let rest = pieces;
  while (rest.length > 0 && messages.length < THREAD_MESSAGES) {
    const isLast = messages.length === THREAD_MESSAGES - 1;
    const { message, left } = fill(
      { title: messages.length === 0 ? IN_DETAIL : "", body: rest, tail: [], followUp: false },
      isLast ? "left out" : "below",
    );
    messages.push(message);
    rest = left;
  }
  return messages;
}

/** One sentence as a message. */
export function renderNote(tone: "info" | "warning", text: string): DiscordMessage {
  return renderDocument(noteDocument(tone, text), () => null).message;
}
