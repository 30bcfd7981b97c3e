import { nameOf } from "../../documents/source-blocks.ts";
import { AppError } from "../../domain/errors.ts";
import { canonicalUrl } from "../../domain/evidence/canonical-url.ts";
import type { Source } from "../../domain/sources/source.ts";
import { readAddress } from "../../ingest/sources/try-source.ts";
import type { SourcesAsked } from "./sources-asked.ts";

const NAMED = 5;

/** Finds a source by its address, or by part of its name or address. Throws an AppError that lists the choices. */
export async function chooseSource({ context, work, target }: SourcesAsked): Promise<Source> {
  const sources = await work.sources.list(context.workspaceId);
  if (sources.length === 0) throw new AppError("not-found", "You don't follow any sources yet. /sources add follows one.");
  if (target === undefined) {
    const [only, ...others] = sources;
    if (only !== undefined && others.length === 0) return only;
    throw new AppError("usage", "Name the source by its address or part of its name. /sources list shows them.");
  }
  const address = readAddress(target);
  const url = address === null ? null : canonicalUrl(address);
  const exact = sources.find((source) => source.url === url || source.url === target || source.title === target);
  if (exact !== undefined) return exact;
  const typed = target.toLowerCase();
  const like = sources.filter((source) => `${source.title ?? ""}\n${source.url}`.toLowerCase().includes(typed));
  const [found, ...more] = like;
  if (found === undefined)
    throw new AppError("not-found", `There is no source “${target.slice(0, 80)}”. /sources list shows them.`);
  if (more.length === 0) return found;
  const names = like.slice(0, NAMED).map((source) => `${nameOf(source)} (${source.url})`);
  throw new AppError("usage", `“${target.slice(0, 80)}” could be ${names.join(", or ")}. Name one of them.`);
}
