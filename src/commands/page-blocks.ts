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
}

/** "Meetings 11 to 20 of 43", where that is not all there is. */
export function pageFooter({ intent, shown, total, more, noun }: ShownPage): Block[] {
  const page = intent.page ?? 1;
  if (shown === 0 || (page === 1 && !more)) return [];
  const first = (page - 1) * PAGE_SIZE + 1;
  const of = total === null ? "" : ` of ${total}`;
  const label = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
  return [{ type: "footer", inlines: [text(`${label} ${first} to ${first + shown - 1}${of}.`, "soft")] }];
}

/** Buttons to the page before and the page behind. */
export function pageActions({ intent, more, noun }: ShownPage): Action[] {
  const page = intent.page ?? 1;
  const actions: Action[] = [];
  if (page > 1) actions.push({ label: "Back", intent: { ...intent, page: page - 1 } });
  if (more) actions.push({ label: `More ${noun}`, intent: { ...intent, page: page + 1 } });
  return actions;
}

/** A row of buttons, where there are any. */
export function actionsBlock(actions: Action[]): Block[] {
  return actions.length === 0 ? [] : [{ type: "actions", actions }];
}
