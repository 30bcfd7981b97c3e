import type { types } from "@slack/bolt";
import {
  DEFAULT_TIME,
  type FilledForm,
  faultOf,
  LANGUAGE_CHOICES,
  SETUP_TITLE,
  TOPIC_EXAMPLE,
  WEEKDAYS,
} from "../../chat/setup-form.ts";
import { isDirect } from "./context.ts";
import { type SetupPayload, type SetupWhere, setupWhere } from "./schema.ts";

export const SETUP_MODAL = "attache:setup";
const INPUT = "input";
const TOPIC_LENGTH = 400;
const ZONE_LENGTH = 60;
/** The blocks by the fields that a fault may be in; the zone is typed, so that a wrong schedule is a wrong zone. */
const FIELDS = { topic: "topic", when: "zone", channel: "channel" } as const;

function plain(text: string): types.PlainTextElement {
  return { type: "plain_text", text, emoji: false };
}

interface Field {
  label: string;
  hint?: string;
  element: types.InputBlock["element"];
}

function input(block_id: string, { label, hint, element }: Field): types.InputBlock {
  return { type: "input", block_id, label: plain(label), element, ...(hint === undefined ? {} : { hint: plain(hint) }) };
}

function option(value: string, name = value): types.PlainTextOption {
  return { text: plain(name), value };
}

/** The form for a digest: what is typed behind `/digest follow`, a field each. It opens with the asker's own zone and channel. */
export function setupModal(where: SetupWhere, timeZone: string | null): types.ModalView {
  const days = WEEKDAYS.map((day) => option(day));
  const languages = LANGUAGE_CHOICES.map(({ value, name }) => option(value, name));
  const [english = option("en", "English")] = languages;
  const here = where.channelId !== null && !isDirect(where.channelId) ? { initial_conversation: where.channelId } : {};
  return {
    type: "modal",
    callback_id: SETUP_MODAL,
    private_metadata: JSON.stringify(where),
    title: plain(SETUP_TITLE),
    submit: plain("Set up"),
    close: plain("Cancel"),
    blocks: [
      input("topic", {
        label: "Topics",
        hint: "Two countries, a bloc, a person or words; commas between several.",
        element: { type: "plain_text_input", action_id: INPUT, max_length: TOPIC_LENGTH, placeholder: plain(TOPIC_EXAMPLE) },
      }),
      input("time", { label: "Time", element: { type: "timepicker", action_id: INPUT, initial_time: DEFAULT_TIME } }),
      input("zone", {
        label: "Time zone",
        hint: "A city or a zone: Delhi, Asia/Tokyo, UTC+5.",
        element: { type: "plain_text_input", action_id: INPUT, max_length: ZONE_LENGTH, initial_value: timeZone ?? "UTC" },
      }),
      input("days", {
        label: "Days",
        element: { type: "checkboxes", action_id: INPUT, options: days, initial_options: days },
      }),
      input("channel", {
        label: "Channel",
        element: { type: "conversations_select", action_id: INPUT, filter: { include: ["public", "private"] }, ...here },
      }),
      input("language", {
        label: "Language of headings",
        element: { type: "static_select", action_id: INPUT, options: languages, initial_option: english },
      }),
    ],
  };
}

export interface ReadSetup {
  form: FilledForm;
  where: SetupWhere;
  /** What is wrong, by the block that shows it; null where the form can be sent. */
  errors: Record<string, string> | null;
}

/** What was filled in; null where the payload is not of this modal's making. */
export function readSetupModal({ view }: SetupPayload): ReadSetup | null {
  const where = setupWhere.safeParse(parseJson(view.private_metadata));
  if (!where.success) return null;
  const field = (block: string) => view.state.values[block]?.[INPUT];
  const form: FilledForm = {
    topic: field("topic")?.value ?? "",
    when: field("time")?.selected_time ?? DEFAULT_TIME,
    zone: field("zone")?.value ?? "",
    weekdays: (field("days")?.selected_options ?? []).map(({ value }) => value),
    language: field("language")?.selected_option?.value ?? "en",
    channelId: field("channel")?.selected_conversation ?? "",
  };
  const fault = faultOf(form);
  return { form, where: where.data, errors: fault === null ? null : { [FIELDS[fault.field]]: fault.sentence } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
