import type { Source } from "../../domain/sources/source.ts";
import type { SourceNews } from "../../domain/sources/source-store.ts";

/** How many sources a message names; the list of sources shows the others. */
const NAMED = 5;

const RETRIED = "I will keep trying, at least once a day, and tell you when it works again.";

/** The message about sources that fail or work again: one with its reason, or several with the first names and a count of the rest. */
export function sayNews({ kind, sources }: Pick<SourceNews, "kind" | "sources">): string {
  const [first, ...others] = sources;
  if (first === undefined) return "";
  if (others.length === 0) {
    if (kind === "working") return `The source ${nameOf(first)} is working again.`;
    return `I can't read the source ${nameOf(first)}. ${first.failure?.reason ?? ""} ${RETRIED}`;
  }
  const left = sources.length - NAMED;
  const names = sources.slice(0, NAMED).map(nameOf).join(", ") + (left > 0 ? ` and ${left} more` : "");
  if (kind === "working") return `${sources.length} sources are working again: ${names}. /sources list shows all of them.`;
  return `I can't read ${sources.length} sources: ${names}. /sources list shows all of them, failing ones first; /sources why with a name says what happened. ${RETRIED}`;
}

/** Feed titles may be long, and five must fit into a sentence. */
function nameOf({ title, url }: Source): string {
  const name = title ?? url;
  return name.length > 100 ? `${name.slice(0, 99).trimEnd()}…` : name;
}
