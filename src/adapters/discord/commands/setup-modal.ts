import { ChannelType, ComponentType, TextInputStyle } from "discord-api-types/v10";
import { DEFAULT_TIME, type FilledForm, LANGUAGE_CHOICES, SETUP_TITLE, TOPIC_EXAMPLE, WEEKDAYS } from "../../chat/setup-form.ts";
import { SETUP_MODAL } from "./names.ts";
import type { ModalPayload } from "./schema.ts";

const TOPIC_LENGTH = 400;
const WHEN_LENGTH = 80;

function field(label: string, description: string, component: object) {
  return { type: ComponentType.Label, label, description, component };
}

/** The form for a digest: what `/digest follow` takes. A modal holds five fields, so that time and zone share one. `channelId` is where it opens. */
export function setupModal(channelId: string) {
  const days = WEEKDAYS.map((day) => ({ label: day, value: day, default: true }));
  const languages = LANGUAGE_CHOICES.map(({ name, value }) => ({ label: name, value, default: value === "en" }));
  return {
    custom_id: SETUP_MODAL,
    title: SETUP_TITLE,
    components: [
      field("Topics", "Two countries, a bloc, a person or words; commas between several.", {
        type: ComponentType.TextInput,
        custom_id: "topic",
        style: TextInputStyle.Short,
        max_length: TOPIC_LENGTH,
        required: true,
        placeholder: TOPIC_EXAMPLE,
      }),
      field("Time and zone", "A city or a zone behind the time: 08:00 Delhi, 7pm Asia/Tokyo.", {
        type: ComponentType.TextInput,
        custom_id: "when",
        style: TextInputStyle.Short,
        max_length: WHEN_LENGTH,
        required: true,
        value: `${DEFAULT_TIME} UTC`,
      }),
      field("Days", "On which it is posted.", {
        type: ComponentType.StringSelect,
        custom_id: "days",
        options: days,
        min_values: 1,
        max_values: days.length,
        required: true,
      }),
      field("Channel", "Where it is posted.", {
        type: ComponentType.ChannelSelect,
        custom_id: "channel",
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum],
        default_values: [{ id: channelId, type: "channel" }],
        required: true,
      }),
      field("Language of headings", "Quotes stay in the language of their articles.", {
        type: ComponentType.StringSelect,
        custom_id: "language",
        options: languages,
        required: true,
      }),
    ],
  };
}

/** What was filled in; what is missing is empty. */
export function readSetupModal({ data }: ModalPayload): FilledForm {
  const filled = new Map(
    data.components.flatMap(({ component }) => (component === undefined ? [] : [[component.custom_id, component]])),
  );
  const choices = (name: string) => filled.get(name)?.values ?? [];
  return {
    topic: filled.get("topic")?.value ?? "",
    when: filled.get("when")?.value ?? "",
    zone: "",
    weekdays: choices("days"),
    language: choices("language")[0] ?? "en",
    channelId: choices("channel")[0] ?? "",
  };
}
