import type { types } from "@slack/bolt";
import {
  type FilledWrong,
  ITEM_FIELD,
  OTHER_FIELD,
  REASON_CHOICES,
  REASON_FIELD,
  VALUE_FIELD,
  VALUE_LENGTH,
  WRONG_TITLE,
  type WrongChoice,
  type WrongForm,
} from "../../chat/wrong-form.ts";
import { OPTION_TEXT } from "../documents/limits.ts";
import { type SetupPayload, type WrongWhere, wrongWhere } from "./schema.ts";

export const WRONG_MODAL = "attache:wrong";
const INPUT = "input";

function plain(text: string): types.PlainTextElement {
  return { type: "plain_text", text, emoji: false };
}

interface Menu {
  name: string;
  label: string;
  choices: readonly WrongChoice[];
  optional: boolean;
}

function menu({ name, label, choices, optional }: Menu): types.InputBlock {
  const options = choices.map((choice) => ({ value: choice.value, text: plain(choice.name.slice(0, OPTION_TEXT)) }));
  const element = { type: "static_select" as const, action_id: INPUT, options };
  return { type: "input", block_id: name, label: plain(label), element, optional };
}

/** The form that says what is wrong in a message. */
export function wrongModal({ items, meetings, topic }: WrongForm, where: Omit<WrongWhere, "topic">): types.ModalView {
  const { name, label, hint } = VALUE_FIELD;
  return {
    type: "modal",
    callback_id: WRONG_MODAL,
    private_metadata: JSON.stringify({ ...where, topic: topic ?? "" }),
    title: plain(WRONG_TITLE),
    submit: plain("Send"),
    close: plain("Cancel"),
    blocks: [
      menu({ ...ITEM_FIELD, choices: items, optional: false }),
      menu({ ...REASON_FIELD, choices: REASON_CHOICES, optional: false }),
      {
        type: "input",
        block_id: name,
        label: plain(label),
        hint: plain(hint),
        optional: true,
        element: { type: "plain_text_input", action_id: INPUT, max_length: VALUE_LENGTH },
      },
      ...(meetings.length === 0 ? [] : [menu({ ...OTHER_FIELD, choices: meetings, optional: true })]),
    ],
  };
}

/** What was filled in and where the form was opened; null where the payload is not of this modal's making. */
export function readWrongModal({ view }: SetupPayload): { form: FilledWrong; where: WrongWhere } | null {
  const where = wrongWhere.safeParse(parseJson(view.private_metadata));
  if (!where.success) return null;
  const field = (name: string) => view.state.values[name]?.[INPUT];
  const form = {
    item: field(ITEM_FIELD.name)?.selected_option?.value ?? "",
    reason: field(REASON_FIELD.name)?.selected_option?.value ?? "",
    value: field(VALUE_FIELD.name)?.value ?? "",
    other: field(OTHER_FIELD.name)?.selected_option?.value ?? "",
    topic: where.data.topic,
  };
  return { form, where: where.data };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
