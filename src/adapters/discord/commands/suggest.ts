import { within } from "../../../domain/within.ts";
import { CHOICE_TEXT, CHOICES } from "../documents/limits.ts";
import type { DiscordContext } from "./context.ts";
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
  if (focused.name === "timezone") return fitting(timeZones(typed));
  const userId = payload.member?.user.id ?? payload.user?.id ?? "";
  const workspaceId = await context.places.workspaceOf(payload.guild_id ?? null, userId);
  const found: string[] = [];
  for (const what of kindsOf(focused.name))
    found.push(...(await context.desk.suggest(workspaceId, { what, typed, limit: CHOICES })));
  return fitting(found);
}

function kindsOf(option: string): ("topic" | "person")[] {
  if (option === "topic") return ["topic"];
  return option === "about" ? ["topic", "person"] : ["person"];
}

/** A choice that had to be cut would name something else. */
function fitting(choices: string[]): string[] {
  return [...new Set(choices)].filter((choice) => choice !== "" && choice.length <= CHOICE_TEXT).slice(0, CHOICES);
}

function timeZones(typed: string): string[] {
  const wanted = typed.toLowerCase().replace(/\s+/g, "_");
  return ["UTC", ...Intl.supportedValuesOf("timeZone")].filter((zone) => zone.toLowerCase().includes(wanted));
}
