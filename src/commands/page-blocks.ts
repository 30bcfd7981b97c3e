import { type Action, type Block, text } from "../domain/chat/document.ts";
import type { Intent } from "../domain/chat/intent.ts";
import { PAGE_SIZE } from "./command-context.ts";

type PagedIntent = Extract<Intent, { page?: number | undefined }>;

export interface ShownPage {
  intent: PagedIntent;
  /** How many rows the page shows, of how many in all; null where nobody counted. */
  shown: number;
  total: number | null;
  more: boolean;
  /** "meetings". */
  noun: string;
  /** What else is to be known of the list, as a sentence. */
  note?: string | null;
}

/** "Meetings 11 to 20 of 43", where that is not all there is, and the note. */
export function pageFooter(shown: ShownPage): Block[] {
  const said = [placeOf(shown), shown.note ?? null].filter((each) => each !== null);
  return said.length === 0 ? [] : [{ type: "footer", inlines: [text(said.join(" "), "soft")] }];
}

function placeOf({ intent, shown, total, more, noun }: ShownPage): string | null {
  const page = intent.page ?? 1;
  if (shown === 0 || (page === 1 && !more)) return null;
  const first = (page - 1) * PAGE_SIZE + 1;
  const of = total === null ? "" : ` of ${total}`;
  const label = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
  return `${label} ${first} to ${first + shown - 1}${of}.`;
}

/** Buttons to the page before and the page behind. */
export function pageActions({ intent, more, noun }: ShownPage): Action[] {
  const page = intent.page ?? 1;
  const actions: Action[] = [];
  if (page > 1) actions.push({ label: "Back", intent: { ...intent, page: page - 1 } });
  if (more) actions.push({ label: `More ${noun}`, intent: { ...intent, page: page + 1 } });
  return actions;
}

/** How many rows a list has in all; null where one page holds them. */
export async function totalOf(
  page: number | undefined,
  more: boolean,
  count: () => Promise<number | null>,
): Promise<number | null> {
  return more || (page ?? 1) > 1 ? count() : null;
}

/** Below a list: which part of it is shown, and the buttons to its other pages. */
export function pageBlocks(page: ShownPage): Block[] {
  return [...pageFooter(page), ...actionsBlock(pageActions(page))];
}

/** A row of buttons, where there are any. */
export function actionsBlock(actions: Action[]): Block[] {
  return actions.length === 0 ? [] : [{ type: "actions", actions }];
}
