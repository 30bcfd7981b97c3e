import { readSchedule } from "../../digest/read-schedule.ts";
import type { DigestIntent } from "../../domain/chat/intent.ts";
import { LANGUAGES, type Language } from "../../domain/digests/digest.ts";
import { AppError } from "../../domain/errors.ts";

/** The words and choices of the form for a digest, which Slack and Discord show as they can. */
export const SETUP_TITLE = "Set up a digest";
export const TOPIC_EXAMPLE = "india-japan, quad";
export const DEFAULT_TIME = "08:00";
export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const LANGUAGE_NAMES: Record<Language, string> = { en: "English", de: "German", fr: "French" };
export const LANGUAGE_CHOICES = LANGUAGES.map((language) => ({ value: language, name: LANGUAGE_NAMES[language] }));
/** What Slack and Discord may call a channel. */
const CHANNEL_ID = /^[A-Z0-9]{1,24}$/;

/** What somebody filled in. `when` is a time of day, maybe with a zone. */
export interface FilledForm {
  topic: string;
  when: string;
  zone: string;
  weekdays: readonly string[];
  language: string;
  channelId: string;
}

/** The command that the form stands for: what it says goes through the same reading and the same rights as what is typed. */
export function intentOf(form: FilledForm): DigestIntent {
  const days = WEEKDAYS.filter((day) => form.weekdays.includes(day));
  const language = LANGUAGE_CHOICES.find(({ value }) => value === form.language)?.name ?? LANGUAGE_NAMES.en;
  const on = days.length === 0 || days.length === WEEKDAYS.length ? "every day" : `on ${days.join(" ")}`;
  const schedule = [`at ${form.when.trim() || DEFAULT_TIME}`, on, form.zone.trim(), `in ${language}`].filter(
    (each) => each !== "",
  );
  return { kind: "digest", action: "follow", topic: form.topic.trim(), schedule: schedule.join(" ") };
}

/** What is wrong with a form, in a sentence, and where; null where it can be sent. */
export function faultOf(form: FilledForm): { field: "topic" | "when" | "channel"; sentence: string } | null {
  if (!/[\p{L}\p{N}]/u.test(form.topic)) return { field: "topic", sentence: "Name a topic, for example india-japan." };
  if (!CHANNEL_ID.test(form.channelId)) return { field: "channel", sentence: "Choose the channel that gets the digest." };
  try {
    readSchedule(intentOf(form).schedule, null);
    return null;
  } catch (error) {
    if (error instanceof AppError) return { field: "when", sentence: error.message };
    throw error;
  }
}
