import { ComponentType, TextInputStyle } from "discord-api-types/v10";
import { INPUT_TEXT } from "../documents/limits.ts";
import { ASK_MODAL } from "./names.ts";
import type { ModalPayload } from "./schema.ts";

/** "Ask a follow-up": opens for the message whose thread the question belongs to. */
export function askModal(messageId: string) {
  return {
    custom_id: `${ASK_MODAL}${messageId}`,
    title: "Ask a follow-up",
    components: [
      {
        type: ComponentType.Label,
        label: "Your question",
        description: "The answer appears in the thread.",
        component: {
          type: ComponentType.TextInput,
          custom_id: "text",
          style: TextInputStyle.Paragraph,
          max_length: INPUT_TEXT,
          required: true,
          placeholder: "Who else was there?",
        },
      },
    ],
  };
}

/** What was asked in the modal and below which message; null where the payload is not of this modal's making. */
export function readAskModal({ data }: ModalPayload): { messageId: string; question: string } | null {
  const messageId = data.custom_id.startsWith(ASK_MODAL) ? data.custom_id.slice(ASK_MODAL.length) : "";
  const values = data.components.flatMap(({ component, components = [] }) =>
    component === undefined ? components.map(({ value }) => value) : [component.value ?? ""],
  );
  const question = values.join(" ").trim();
  return /^\d{1,20}$/.test(messageId) && question !== "" ? { messageId, question } : null;
}
