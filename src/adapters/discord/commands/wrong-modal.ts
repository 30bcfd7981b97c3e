import { ComponentType, TextInputStyle } from "discord-api-types/v10";
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
import { CUSTOM_ID, OPTION_LABEL } from "../documents/limits.ts";
import { WRONG_MODAL } from "./names.ts";
import type { ModalPayload } from "./schema.ts";

interface Menu {
  name: string;
  label: string;
  choices: readonly WrongChoice[];
  required: boolean;
}

function menu({ name, label, choices, required }: Menu) {
  const options = choices.map((choice) => ({ value: choice.value, label: choice.name.slice(0, OPTION_LABEL) }));
  const few = { min_values: required ? 1 : 0, max_values: 1, required };
  return { type: ComponentType.Label, label, component: { type: ComponentType.StringSelect, custom_id: name, options, ...few } };
}

/** The form that says what is wrong in a message. */
export function wrongModal({ items, meetings, topic }: WrongForm) {
  return {
    custom_id: `${WRONG_MODAL}${topic ?? ""}`.slice(0, CUSTOM_ID),
    title: WRONG_TITLE,
    components: [
      menu({ ...ITEM_FIELD, choices: items, required: true }),
      menu({ ...REASON_FIELD, choices: REASON_CHOICES, required: true }),
      {
        type: ComponentType.Label,
        label: VALUE_FIELD.label,
        description: VALUE_FIELD.hint,
        component: {
          type: ComponentType.TextInput,
          custom_id: VALUE_FIELD.name,
          style: TextInputStyle.Short,
          max_length: VALUE_LENGTH,
          required: false,
        },
      },
      ...(meetings.length === 0 ? [] : [menu({ ...OTHER_FIELD, choices: meetings, required: false })]),
    ],
  };
}

/** What was filled in; what is missing is empty. */
export function readWrongModal({ data }: ModalPayload): FilledWrong {
  const filled = new Map(
    data.components.flatMap(({ component }) => (component === undefined ? [] : [[component.custom_id, component]])),
  );
  const chosen = (name: string) => filled.get(name)?.values?.[0] ?? "";
  return {
    item: chosen(ITEM_FIELD.name),
    reason: chosen(REASON_FIELD.name),
    value: filled.get(VALUE_FIELD.name)?.value ?? "",
    other: chosen(OTHER_FIELD.name),
    topic: data.custom_id.slice(WRONG_MODAL.length),
  };
}
