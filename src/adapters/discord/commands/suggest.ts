import { suggestZones } from "../../../digest/zones/find-zones.ts";
import type { SuggestQuery } from "../../../domain/chat/chat.ts";
import { within } from "../../../domain/within.ts";
import { CHOICE_TEXT, CHOICES } from "../documents/limits.ts";
import type { DiscordContext } from "./context.ts";
import { whereOf } from "./interactions.ts";
import { filledIn } from "./read-options.ts";
import type { AutocompletePayload } from "./schema.ts";

/** Discord waits three seconds. */
const LONGEST_MS = 2000;
/** Discord asks again for every typed letter: while this many lookups run, further ones are not worth waiting for. */
const AT_ONCE = 32;

/** Nothing where it takes too long, or cannot be asked: the option can be typed all the same. */
export async function suggestInTime(context: DiscordContext, payload: AutocompletePayload): Promise<string[]> {
  const { suggesting } = context;
  if (suggesting.size >= AT_ONCE) return [];
  let found: string[] = [];
  const work = suggestionsFor(context, payload).then(
    (choices) => {
      found = choices;
    },
    (error: unknown) => context.logger.warn({ err: error }, "Nothing could be suggested"),
  );
  suggesting.add(work);
  void work.finally(() => suggesting.delete(work));
  await within(work, LONGEST_MS);
  return found;
}

/** What is suggested while an option is typed; what cannot be suggested leaves the option as it is. */
async function suggestionsFor(context: DiscordContext, payload: AutocompletePayload): Promise<string[]> {
  const { name, options } = payload.data;
  const focused = [...options, ...options.flatMap((option) => option.options ?? [])].find((option) => option.focused);
  if (focused === undefined) return [];
  const typed = filledIn(name, [{ ...focused, value: focused.value ?? "" }]).options.get(focused.name) ?? "";
  if (focused.name === "timezone") return fitting(suggestZones(typed, CHOICES));
  if (focused.name === "days") return fitting(DAYS.filter((days) => days.toLowerCase().includes(typed.toLowerCase())));
  const userId = payload.member?.user.id ?? payload.user?.id ?? "";
  const workspaceId = await context.places.workspaceOf(whereOf(payload).guildId, userId);
  const found: string[] = [];
  const { channel_id: channelId } = payload;
  for (const what of kindsOf(focused.name, name, options[0]?.name))
    found.push(...(await context.desk.suggest(workspaceId, { what, typed, limit: CHOICES, channelId, isAnywhere: true })));
  return fitting(found);
}

/** What a digest's days are called; others can be typed. */
const DAYS = [
  "daily",
  "weekdays",
  "weekends",
  ...["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  "every other Monday",
  "first Monday of the month",
  "last Friday of the month",
  "on the 1st",
  "last working day of the month",
];

/** Only what a channel follows can be stopped, explained or posted. */
const OF_DIGESTS: ReadonlySet<string> = new Set(["stop", "why", "now"]);

function kindsOf(...[option, command, action = ""]: [string, string, string?]): SuggestQuery["what"][] {
  if (option === "topic" && command === "digest" && OF_DIGESTS.has(action)) return ["digest"];
  if (option === "source") return ["source"];
  if (option === "topic") return ["topic"];
  return option === "about" ? ["topic", "person"] : ["person"];
}

/** A choice that had to be cut would name something else. */
function fitting(choices: string[]): string[] {
  return [...new Set(choices)].filter((choice) => choice !== "" && choice.length <= CHOICE_TEXT).slice(0, CHOICES);
}
