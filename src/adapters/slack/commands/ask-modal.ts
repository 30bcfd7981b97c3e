import type { types } from "@slack/bolt";
import { INPUT_TEXT } from "../documents/limits.ts";
import { askedWhere, type ViewPayload } from "./schema.ts";

export const ASK_MODAL = "attache:ask";
export const QUESTION_BLOCK = "question";
const QUESTION_INPUT = "text";

/** The thread that a question from the modal belongs to. */
export interface AskedWhere {
  channel: string;
  threadTs: string;
}

/** "Ask a follow-up": slash commands do not work in Slack's threads, and not everyone thinks of replying there. */
export function askModal(where: AskedWhere): types.ModalView {
  return {
    type: "modal",
    callback_id: ASK_MODAL,
    private_metadata: JSON.stringify(where),
    title: { type: "plain_text", text: "Ask a follow-up" },
    submit: { type: "plain_text", text: "Ask" },
    close: { type: "plain_text", text: "Cancel" },
    blocks: [
      {
        type: "input",
        block_id: QUESTION_BLOCK,
        label: { type: "plain_text", text: "Your question" },
        hint: { type: "plain_text", text: "The answer appears in the thread." },
        element: {
          type: "plain_text_input",
          action_id: QUESTION_INPUT,
          max_length: INPUT_TEXT,
          placeholder: { type: "plain_text", text: "Who else was there?" },
        },
      },
    ],
  };
}

/** What was asked in the modal and where it was opened; null where the payload is not of this modal's making. */
export function readAskModal(payload: ViewPayload): (AskedWhere & { question: string }) | null {
  const question = payload.view.state.values[QUESTION_BLOCK]?.[QUESTION_INPUT]?.value?.trim() ?? "";
  const where = askedWhere.safeParse(parseJson(payload.view.private_metadata));
  return where.success && question !== "" ? { ...where.data, question } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
