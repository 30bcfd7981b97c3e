import { z } from "zod";
import type { Reply } from "../../domain/chat/chat.ts";
import { DISPUTE_REASONS, DISPUTED, type DisputeReason } from "../../domain/chat/dispute.ts";
import type { Intent } from "../../domain/chat/intent.ts";

/** The words and choices of the form that says what is wrong in a message, which Slack and Discord show as they can. */
export const WRONG_TITLE = "What is wrong?";
export const ITEM_FIELD = { name: "item", label: "Which one?" };
export const REASON_FIELD = { name: "reason", label: "What is wrong with it?" };
export const VALUE_FIELD = {
  name: "value",
  label: "What is right?",
  hint: "Who spoke, the right date, who it is the same as, or the topic.",
};
export const OTHER_FIELD = { name: "other", label: "The same as (of a meeting)" };
export const VALUE_LENGTH = 200;
const REASON_NAMES: Record<DisputeReason, string> = {
  speaker: "Wrong speaker",
  "not-held": "Did not happen",
  date: "Wrong date",
  "same-as": "Same as another",
  "off-topic": "Off topic",
};
export const REASON_CHOICES = DISPUTE_REASONS.map((value) => ({ value, name: REASON_NAMES[value] }));

export interface WrongChoice {
  /** The kind and the id, in one. */
  value: string;
  name: string;
}

/** What a form can be about. */
export interface WrongForm {
  items: WrongChoice[];
  meetings: WrongChoice[];
  topic: string | null;
}

const offered = z.object({
  items: z.array(z.object({ what: z.enum(DISPUTED), id: z.string(), label: z.string() })).min(1),
  topic: z.string().nullable(),
});

/** The form behind the answer to a press; null where the answer is one to show: it says why there is no form. */
export function formOf({ data }: Pick<Reply, "data">): WrongForm | null {
  const read = offered.safeParse(data);
  if (!read.success) return null;
  const items = read.data.items.map(({ what, id, label }) => ({ what, value: `${what}:${id}`, name: label.trim() || id }));
  const meetings = items.filter(({ what }) => what === "meeting");
  return { items, meetings: meetings.length > 1 ? meetings : [], topic: read.data.topic };
}

/** What somebody filled in; what is missing is empty. */
export interface FilledWrong {
  item: string;
  reason: string;
  value: string;
  other: string;
  /** What the message was about: what is off topic there is not on this. */
  topic: string;
}

/** What was filled in as what it says; null where it is not of the form's making. */
export function disputeIn({ item, reason, value, other, topic }: FilledWrong): Extract<Intent, { kind: "dispute" }> | null {
  const [kind, id = ""] = item.split(":", 2);
  const what = DISPUTED.find((each) => each === kind);
  const why = DISPUTE_REASONS.find((each) => each === reason);
  if (what === undefined || why === undefined || id === "") return null;
  const [, otherId = ""] = other.split(":", 2);
  const typed = value.trim();
  const right = why === "same-as" && what === "meeting" && otherId !== "" ? otherId : typed;
  return { kind: "dispute", what, id, reason: why, value: why === "off-topic" && typed === "" ? topic : right };
}
