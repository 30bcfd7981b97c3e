import { nameOf } from "../../documents/source-blocks.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { paragraph, text } from "../../domain/chat/document.ts";
import { AppError } from "../../domain/errors.ts";
import { canonicalUrl } from "../../domain/evidence/canonical-url.ts";
import type { Source } from "../../domain/sources/source.ts";
import { headerMistake, type OwnedHeader } from "../../domain/sources/source-header.ts";
import type { Fetcher } from "../../domain/sources/web.ts";
import { readAddress } from "../../ingest/sources/try-source.ts";
import { reply } from "../command-context.ts";
import { addSource } from "./add-source.ts";
import { chooseSource } from "./choose-source.ts";
import type { SourcesAsked } from "./sources-asked.ts";

/** What a publisher gave, as an operator typed it. It is in no intent: those are logged, stored behind buttons and shown. */
export interface GivenHeader {
  name: string;
  value: string;
}

/**
 * `attache sources header` sets the header that a source's publisher asks for. An address that is not followed yet is tried with the header, and
 * followed.
 */
export async function giveHeader(asked: SourcesAsked, given: GivenHeader): Promise<Reply> {
  const mistake = headerMistake(given.name, given.value);
  if (mistake !== null) throw new AppError("usage", mistake);
  const { context, work, target } = asked;
  const address = target === undefined ? null : readAddress(target);
  const url = address === null ? null : (canonicalUrl(address) ?? address);
  const known = await work.sources.list(context.workspaceId);
  if (url === null || known.some((source) => source.url === url)) return setOn(asked, await chooseSource(asked), given);
  const header = sealFor(asked, url, given);
  const added = await addSource({ ...asked, work: { ...work, fetcher: withHeader(work.fetcher, header) } });
  const ids = new Set(known.map(({ id }) => id));
  const source = (await work.sources.list(context.workspaceId)).find(({ id }) => !ids.has(id));
  if (source === undefined)
    throw new AppError(
      "usage",
      "That address leads to no source of its own. Name the address of a feed or page that you follow.",
    );
  // A page may name a feed anywhere: nobody gave the header for that host.
  if (new URL(source.url).host !== new URL(url).host) {
    const sentence = `I follow ${source.url} without the header, because that is another host. If the header is for it, name that address.`;
    return { ...added, document: { ...added.document, blocks: [paragraph(text(sentence)), ...added.document.blocks] } };
  }
  const set = await setOn(asked, source, given);
  return { ...added, document: { ...added.document, blocks: [...set.document.blocks, ...added.document.blocks] } };
}

/** `/sources forget-header` takes the header away; the source stays. */
export async function forgetHeader(asked: SourcesAsked): Promise<Reply> {
  const source = await chooseSource(asked);
  if (source.header === null) throw new AppError("not-found", `${nameOf(source)} is read without a header.`);
  await asked.work.headers.set(source.id, null, asked.work.clock.now());
  asked.work.wake();
  const sentence = `I deleted the header ${source.header.name} of ${nameOf(source)}; the next requests go without it.`;
  return reply(
    { title: "Header deleted", audience: "asker", blocks: [paragraph(text(sentence))], detail: [] },
    { url: source.url, header: null },
  );
}

async function setOn(asked: SourcesAsked, source: Source, given: GivenHeader): Promise<Reply> {
  const { work } = asked;
  const { header } = sealFor(asked, source.url, given);
  if (!(await work.headers.set(source.id, header, work.clock.now())))
    throw new AppError("not-found", "That source was removed meanwhile.");
  work.wake();
  const { host, protocol } = new URL(source.url);
  const open = protocol === "http:" ? " The address is not encrypted (http), so others can read the header on its way." : "";
  const sentence = `I now send the header ${given.name} (hidden) for ${nameOf(source)}, only to ${host}.${open}`;
  return reply(
    { title: "Header set", audience: "asker", blocks: [paragraph(text(sentence))], detail: [] },
    { url: source.url, header: given.name },
  );
}

function sealFor({ context, work }: SourcesAsked, url: string, { name, value }: GivenHeader): OwnedHeader {
  const owner = { workspaceId: context.workspaceId, url };
  return { ...owner, header: { name, ...work.vault.seal(value, owner) } };
}

function withHeader(fetcher: Fetcher, header: OwnedHeader): Fetcher {
  return { get: (request) => fetcher.get({ ...request, header }), close: () => fetcher.close() };
}
