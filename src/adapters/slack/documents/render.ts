import type { types } from "@slack/bolt";
import type { Action, Block, Document, Inline } from "../../../domain/chat/document.ts";
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
import { shorten } from "../../chat/shorten.ts";
import { dataTable } from "./data-table.ts";
import {
  ACTIONS_ELEMENTS,
  BUTTON_TEXT,
  FALLBACK_TEXT,
  HEADER_TEXT,
  MESSAGE_BLOCKS,
  MESSAGE_JSON,
  THREAD_MESSAGES,
} from "./limits.ts";
import { escapeMarkup, jsonLength } from "./plain-text.ts";
import { type Part, partsOf } from "./rich-text.ts";

/** What chat.postMessage, a response_url or a view takes. `text` is what notifications and screen readers get. */
export interface SlackMessage {
  text: string;
  blocks: types.KnownBlock[];
}

export interface RenderedDocument {
  message: SlackMessage;
  /** What follows in the thread of the message, in order; empty for a document that only its asker sees. */
  thread: SlackMessage[];
}

/** The room of one message or view. */
export interface Room {
  blocks: number;
  json: number;
}

const MESSAGE_ROOM: Room = { blocks: MESSAGE_BLOCKS, json: MESSAGE_JSON };
/** What "n more" with its block takes. */
const NOTE_JSON = 250;

export interface RenderOptions {
  /** Whether the first message ends with "Ask a follow-up". */
  followUp?: boolean;
}

/** A document as messages within Slack's limits. Pure: the same document and ids give the same messages. */
export function renderDocument(document: Document, buttonIds: ButtonIds, options: RenderOptions = {}): RenderedDocument {
  const title = showText(document.title).trim();
  const isShared = document.audience === "channel";
  const { body, tail } = splitTail(document, isShared);
  const ids = numbered(buttonIds);
  const first = fill(
    {
      head: titleBlocks(title),
      body: body.flatMap((block) => messagePieces(block, ids)),
      tail: options.followUp === true ? withFollowUp(tailPieces(tail, ids)) : tailPieces(tail, ids),
    },
    MESSAGE_ROOM,
    isShared ? "in the thread" : "left out",
  );
  const text =
    document.notification === undefined ? fallbackText(title, document.blocks) : fallbackText(document.notification, []);
  const rest = isShared ? [...first.left, ...document.detail.flatMap((block) => messagePieces(block, ids))] : [];
  return { message: { text, blocks: first.blocks }, thread: threadMessages(rest, fallbackText(`${title}: ${IN_DETAIL}`, [])) };
}

/** A document's blocks for a part of a view, such as the Home tab: the same parts, within the room that is given. */
export function renderSection(document: Document, room: Room, buttonIds: ButtonIds): types.KnownBlock[] {
  const { body, tail } = splitTail(document, false);
  const ids = numbered(buttonIds);
  const head = titleBlocks(showText(document.title).trim());
  return fill({ head, body: body.flatMap((block) => pieces(block, ids)), tail: tailPieces(tail, ids) }, room, "left out").blocks;
}

/** A piece of a message: a block of Slack's, or a part that may join the one before it. */
type Piece = { kind: "part"; part: Part } | { kind: "block"; block: types.KnownBlock };

const FOLLOW_UP: types.Button = {
  type: "button",
  action_id: FOLLOW_UP_BUTTON,
  text: { type: "plain_text", text: FOLLOW_UP_LABEL, emoji: false },
};

/** The follow-up goes into the last row where that has room. */
function withFollowUp(tail: Piece[]): Piece[] {
  const last = tail.at(-1);
  const row = last?.kind === "block" && last.block.type === "actions" ? last.block : null;
  if (row === null || row.elements.length >= BUTTONS_IN_A_ROW)
    return [...tail, { kind: "block", block: { type: "actions", elements: [FOLLOW_UP] } }];
  return [...tail.slice(0, -1), { kind: "block", block: { ...row, elements: [...row.elements, FOLLOW_UP] } }];
}

type NumberedIds = (action: Action) => { id: string; number: number } | null;

/** Within one block two buttons must not have one action_id, so they are counted. */
function numbered(buttonIds: ButtonIds): NumberedIds {
  let count = 0;
  return (action) => {
    const id = buttonIds(action);
    if (id === null) return null;
    count += 1;
    return { id, number: count };
  };
}

function pieces(block: Block, ids: NumberedIds): Piece[] {
  if (block.type === "actions") return buttonRows(block.actions, ids).map((row) => ({ kind: "block", block: row }));
  if (block.type === "divider") return [{ kind: "block", block: { type: "divider" } }];
  return partsOf(block).map((part) => ({ kind: "part", part }));
}

/** As `pieces`, with tables as Slack's own, which are for messages alone. */
function messagePieces(block: Block, ids: NumberedIds): Piece[] {
  const table = block.type === "table" ? dataTable(block) : null;
  if (block.type !== "table" || table === null) return pieces(block, ids);
  return [{ kind: "block", block: table.block }, ...pieces({ ...block, rows: table.left }, ids)];
}

/** What is kept at the end of a message may fill a third of it; more than that is cut, so that there is room for the text. */
function tailPieces(tail: Block[], ids: NumberedIds): Piece[] {
  const kept: Piece[] = [];
  let room = MESSAGE_JSON / 3;
  for (const piece of tail.flatMap((block) => pieces(block, ids)).slice(0, ACTIONS_ELEMENTS / BUTTONS_IN_A_ROW)) {
    room -= pieceSize(piece);
    if (room < 0) break;
    kept.push(piece);
  }
  return kept;
}

function buttonRows(actions: Action[], ids: NumberedIds): types.ActionsBlock[] {
  const buttons = actions.flatMap((action) => buttonOf(action, ids));
  const rows: types.ActionsBlock[] = [];
  for (let start = 0; start < buttons.length; start += BUTTONS_IN_A_ROW) {
    rows.push({ type: "actions", elements: buttons.slice(start, start + BUTTONS_IN_A_ROW) });
  }
  return rows;
}

function buttonOf(action: Action, ids: NumberedIds): types.Button[] {
  const given = ids(action);
  if (given === null) return [];
  const label = shorten(showText(action.label).trim() || "Open", BUTTON_TEXT);
  const text: types.PlainTextElement = { type: "plain_text", text: label, emoji: false };
  return [{ type: "button", action_id: `${buttonKind(action)}${given.number}`, text, value: given.id }];
}

function titleBlocks(title: string): types.KnownBlock[] {
  if (title === "") return [];
  const text = shorten(title.replace(/\s+/g, " "), HEADER_TEXT);
  return [{ type: "header", text: { type: "plain_text", text, emoji: false } }];
}

interface Filling {
  head: types.KnownBlock[];
  body: Piece[];
  tail: Piece[];
}

/** Fills a message from the top; what does not fit comes back in order. The tail has its room kept. */
function fill(filling: Filling, room: Room, where: string): { blocks: types.KnownBlock[]; left: Piece[] } {
  const tail = filling.tail.map(blockOf);
  const fixed = [...filling.head, ...tail].reduce((sum, block) => sum + jsonLength(block) + 1, 2);
  const body: types.KnownBlock[] = [];
  let json = room.json - fixed - NOTE_JSON;
  const blocks = room.blocks - filling.head.length - tail.length - 1;
  let taken = 0;
  for (const [index, piece] of filling.body.entries()) {
    const size = pieceSize(piece);
    const joined = joinItem(body.at(-1), piece);
    if (size + sizeBelow(piece, filling.body[index + 1]) > json || (joined === null && body.length >= blocks)) break;
    if (joined === null) body.push(blockOf(piece));
    else body[body.length - 1] = joined;
    json -= size;
    taken += 1;
  }
  const left = filling.body.slice(taken);
  const more = left.filter((piece) => piece.kind === "part").length;
  const note = more === 0 ? [] : [noteBlock(`… ${more} more ${where}`)];
  const all = [...filling.head, ...body, ...note, ...tail];
  return { blocks: all.length === 0 ? [noteBlock("Nothing to show.")] : all, left };
}

/** A heading is not left alone at the end of a message. */
function sizeBelow(piece: Piece, next: Piece | undefined): number {
  return piece.kind === "part" && piece.part.isHeading === true && next !== undefined ? pieceSize(next) : 0;
}

function threadMessages(pieces: Piece[], text: string): SlackMessage[] {
  const messages: SlackMessage[] = [];
  let rest = pieces;
  while (rest.length > 0 && messages.length < THREAD_MESSAGES) {
    const isLast = messages.length === THREAD_MESSAGES - 1;
    const head = messages.length === 0 ? titleBlocks(IN_DETAIL) : [];
    const { blocks, left } = fill({ head, body: rest, tail: [] }, MESSAGE_ROOM, isLast ? "left out" : "below");
    messages.push({ text, blocks });
    rest = left;
  }
  return messages;
}

function blockOf(piece: Piece): types.KnownBlock {
  return piece.kind === "block" ? piece.block : { type: "rich_text", elements: piece.part.elements };
}

function pieceSize(piece: Piece): number {
  return jsonLength(blockOf(piece)) + 1;
}

/** The list that an item continues, or null where it starts one. */
function joinItem(last: types.KnownBlock | undefined, piece: Piece): types.RichTextBlock | null {
  if (piece.kind !== "part" || !piece.part.isItem || last?.type !== "rich_text") return null;
  const list = last.elements.at(-1);
  const item = piece.part.elements[0];
  if (list?.type !== "rich_text_list" || item?.type !== "rich_text_list") return null;
  return { type: "rich_text", elements: [{ ...list, elements: [...list.elements, ...item.elements] }] };
}

function noteBlock(text: string): types.KnownBlock {
  return { type: "context", elements: [{ type: "plain_text", text, emoji: false }] };
}

function fallbackText(title: string, blocks: Block[]): string {
  const said = blocks
    .map(wordsOf)
    .filter((part) => part !== "")
    .join(" ");
  const words = [title, said].filter((part) => part !== "").join(": ");
  return escapeMarkup(shorten(showText(words).replace(/\s+/g, " ").trim() || "Attaché", FALLBACK_TEXT));
}

function wordsOf(block: Block): string {
  if (block.type === "paragraph") return block.inlines.map(saidIn).join("");
  return block.type === "notice" || block.type === "quote" ? block.text : "";
}

function saidIn(inline: Inline): string {
  if (inline.type === "instant") return inline.shown;
  return inline.type === "text" ? inline.text : "";
}
