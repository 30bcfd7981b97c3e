import type { Told } from "../domain/digests/digest.ts";
import type { ArticleHead } from "../domain/evidence/records.ts";

/** What was told longest ago is forgotten above this: it is older than what counts as news, and only "updated" would become "new". */
const MOST_TOLD = 2000;

/** What a channel has been told with these articles, the newest at the end. */
export function rememberTold(told: Told, heads: Iterable<Pick<ArticleHead, "id" | "revision">>): Told {
  const fresh = new Map<string, number>();
  for (const { id, revision } of heads) fresh.set(id, revision);
  const before = Object.entries(told).filter(([id]) => !fresh.has(id));
  return Object.fromEntries([...before, ...fresh].slice(-MOST_TOLD));
}
