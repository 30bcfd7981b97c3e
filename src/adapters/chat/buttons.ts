import type { ActionStore } from "../../domain/chat/chat.ts";
import type { Action, Block, Document } from "../../domain/chat/document.ts";

/** Buttons of documents go by this prefix; what follows tells two of one message apart. */
export const DOCUMENT_BUTTON = "attache:intent:";
/** A button that opens the form for a digest: both platforms open one only for a press that is answered at once. */
export const SETUP_BUTTON = "attache:setup:";
/** A button that opens the form that says what is wrong in a message. */
export const WRONG_BUTTON = "attache:wrong:";
/** The button below a message of which more can be asked. */
export const FOLLOW_UP_BUTTON = "attache:follow-up";
export const FOLLOW_UP_LABEL = "Ask a follow-up";
export const OUTDATED_BUTTON = "This button is too old: ask again to get a new answer.";
/** Above what stands in the thread of a message. */
export const IN_DETAIL = "In detail";
/** A row of more buttons than this wraps on a phone. */
export const BUTTONS_IN_A_ROW = 5;

/** The opaque id that the store keeps for a button; null leaves the button out. */
export type ButtonIds = (action: Action) => string | null;

/** What a button's id begins with: by it alone a listener knows what a press takes. */
export function buttonKind({ intent }: Action): string {
  if (intent.kind === "wrong") return WRONG_BUTTON;
  return intent.kind === "digest" && intent.action === "setup" ? SETUP_BUTTON : DOCUMENT_BUTTON;
}

/** Every button of a document, in order. */
function actionsOf(document: Document): Action[] {
  return [...document.blocks, ...document.detail].flatMap((block) => (block.type === "actions" ? block.actions : []));
}

/** Has the store keep what the buttons of a document mean. */
export async function keepButtons(store: ActionStore, workspaceId: string, document: Document): Promise<ButtonIds> {
  const actions = actionsOf(document);
  if (actions.length === 0) return () => null;
  const ids = await store.put(
    workspaceId,
    actions.map((action) => action.intent),
  );
  const byAction = new Map<Action, string>();
  for (const [index, action] of actions.entries()) {
    const id = ids[index];
    if (id !== undefined) byAction.set(action, id);
  }
  return (action) => byAction.get(action) ?? null;
}

/**
 * The text of a message and what stays at its end, however long the text is: buttons and footers. What belongs into the thread is part
 * of the text where there is none.
 */
export function splitTail(document: Document, isShared: boolean): { body: Block[]; tail: Block[] } {
  const { blocks, detail } = document;
  let start = blocks.length;
  while (start > 0 && (blocks[start - 1]?.type === "actions" || blocks[start - 1]?.type === "footer")) start -= 1;
  const body = blocks.slice(0, start);
  return { body: isShared ? body : [...body, ...detail], tail: blocks.slice(start) };
}
