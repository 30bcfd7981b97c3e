import { setImmediate as nextTurn } from "node:timers/promises";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import { AppError } from "../../domain/errors.ts";
import { canonicalUrl } from "../../domain/evidence/canonical-url.ts";
import { languageName } from "../../domain/evidence/language.ts";
import type { Outline, OutlineFile, OutlineGroup } from "../../domain/sources/outline.ts";
import { readAddress } from "../../ingest/sources/try-source.ts";
import { reply } from "../command-context.ts";
import { MAX_SOURCES } from "./add-source.ts";
import type { SourcesAsked } from "./sources-asked.ts";

/** `/sources import` follows the feeds of an OPML text or address. The first poll tries them, and `list` shows the result. */
export async function importSources(asked: SourcesAsked): Promise<Reply> {
  const { target, work } = asked;
  if (target === undefined) throw new AppError("usage", "Add the address of an OPML file, as other feed readers export it.");
  const file = await opmlFile(asked, target);
  const groups = await work.outlines.read(file);
  const outlines = (groups ?? []).flatMap((group) => group.outlines);
  if (outlines.length === 0) throw new AppError("bad-input", "I imported nothing: the OPML file lists no feeds.");
  return followAll(asked, outlines, { title: "Sources imported", note: isWhole(file) ? null : BROKEN_OFF });
}

const BROKEN_OFF = "The file breaks off, so it may have listed more.";

/** Whether the end of the document is there, in whatever encoding. */
function isWhole(file: OutlineFile): boolean {
  const end = typeof file === "string" ? file.slice(-200) : Buffer.from(file.body.slice(-400)).toString("latin1");
  return /<\/opml\s*>/i.test(end.replaceAll("\0", ""));
}

async function opmlFile({ work }: SourcesAsked, target: string): Promise<OutlineFile> {
  if (target.trimStart().startsWith("<") && !/^<https?:/i.test(target.trimStart())) return target;
  const url = readAddress(target);
  if (url === null) throw new AppError("usage", "That is neither OPML nor the address of an OPML file.");
  const fetched = await work.fetcher.get({ url, want: "feed", validators: null });
  if (fetched.kind === "failed") throw new AppError("bad-input", `I imported nothing. ${fetched.failure.sentence}`);
  if (fetched.kind === "not-modified") throw new AppError("bad-input", "I imported nothing: the server sent no file.");
  return fetched.content;
}

interface Following {
  title: string;
  /** What was odd about the list, a sentence. */
  note: string | null;
}

async function followAll(asked: SourcesAsked, outlines: Outline[], { title, note }: Following): Promise<Reply> {
  const { context, work } = asked;
  const { platform, channelId, userId } = context.asker;
  const room = MAX_SOURCES - (await work.sources.list(context.workspaceId)).length;
  let [added, known] = [0, 0];
  const wanted = outlines.slice(0, Math.max(0, room));
  for (const [done, outline] of wanted.entries()) {
    context.onProgress({ what: "sources", done, total: wanted.length });
    // An embedded database answers within microtasks: without this pause, thousands of inserts would starve all sockets.
    await nextTurn();
    const source = await work.sources.add({
      workspaceId: context.workspaceId,
      url: canonicalUrl(outline.url) ?? outline.url,
      kind: outline.kind,
      title: outline.title,
      publisher: outline.publisher,
      addedBy: userId,
      addedIn: { platform, channelId },
      atMs: work.clock.now(),
    });
    if (source === null) known += 1;
    else added += 1;
  }
  work.wake();
  const left = outlines.length - added - known;
  const count = added === 0 ? "I added no sources" : `You now follow ${added} more source${added === 1 ? "" : "s"}`;
  const sentences = [`${count}.`];
  if (known > 0) sentences.push(`You already followed ${known}.`);
  if (left > 0) sentences.push(`I left out ${left}, because the maximum is ${MAX_SOURCES} sources.`);
  if (note !== null) sentences.push(note);
  sentences.push("I am reading them now; /sources list shows their status.");
  const blocks: Block[] = [
    paragraph(text(sentences.join(" "))),
    { type: "actions", actions: [{ label: "List", intent: { kind: "sources-manage", action: "list" } }] },
  ];
  return reply({ title, audience: "asker", blocks, detail: [] }, { added, known, left });
}

/** `/sources export` writes all sources as OPML for other feed readers. */
export async function exportSources({ context, work }: SourcesAsked): Promise<Reply> {
  const sources = await work.sources.list(context.workspaceId);
  if (sources.length === 0) throw new AppError("not-found", "You don't follow any sources yet, so there is nothing to export.");
  const outlines = sources.map(({ url, title, kind, publisher }) => ({
    url,
    title,
    kind,
    publisher,
    language: null,
    checked: null,
  }));
  const content = work.outlines.write("Sources of Attaché", outlines);
  const blocks: Block[] = [paragraph(text(`${sources.length === 1 ? "1 source" : `${sources.length} sources`}, as OPML.`))];
  const answer = reply(
    { title: "Sources exported", audience: "asker", blocks, detail: [] },
    { sources: sources.length, opml: content },
  );
  return { ...answer, files: [{ name: "attache-sources.opml", mediaType: "text/x-opml", content }] };
}

/** `/sources starter` lists the project's groups of feeds; with a group's name, it follows that group. */
export async function addStarter(asked: SourcesAsked): Promise<Reply> {
  const groups = await asked.work.starter();
  if (asked.target === undefined) return offerStarter(groups);
  const typed = asked.target.toLowerCase();
  const group =
    groups.find((each) => each.name.toLowerCase() === typed) ?? groups.find((each) => each.name.toLowerCase().includes(typed));
  if (group === undefined)
    throw new AppError(
      "not-found",
      `There is no starter group “${asked.target.slice(0, 60)}”. The groups are ${groups.map((each) => each.name).join(", ")}.`,
    );
  return followAll(asked, group.outlines, { title: `Starter feeds: ${group.name}`, note: null });
}

function offerStarter(groups: OutlineGroup[]): Reply {
  const blocks: Block[] = [
    paragraph(text(`Public feeds, each with its publisher. A button follows the whole group. ${sayChecked(groups)}`)),
    {
      type: "list",
      items: groups.map(({ name, outlines }) => [text(name, "strong"), text(`: ${outlines.map(outlineName).join(", ")}.`)]),
    },
    { type: "actions", actions: groups.map(starterAction) },
  ];
  const data = groups.map(({ name, outlines }) => ({ group: name, feeds: outlines }));
  return reply({ title: "Starter feeds", audience: "asker", blocks, detail: [] }, data);
}

/** With its publisher, whose texts they are, and its language where that is not English. */
function outlineName({ url, title, publisher, language }: Outline): string {
  const name = title ?? url;
  const beside = [
    publisher === null || name.startsWith(publisher) ? null : publisher,
    language === null || language === "en" ? null : `in ${languageName(language)}`,
  ].filter((each) => each !== null);
  return beside.length === 0 ? name : `${name} (${beside.join(", ")})`;
}

/** The list was written down from what publishers say; whether a feed is there shows when somebody fetches it. */
function sayChecked(groups: OutlineGroup[]): string {
  const all = groups.flatMap(({ outlines }) => outlines);
  const unchecked = all.filter(({ checked }) => checked === null).length;
  if (unchecked === 0) return "";
  const which = unchecked === all.length ? "None of them has" : `${unchecked} of ${all.length} have not`;
  return `${which} been fetched from here yet: /sources list shows which of those that you follow work.`;
}

export function starterAction({ name }: Pick<OutlineGroup, "name">) {
  return { label: `Follow ${name}`, intent: { kind: "sources-manage" as const, action: "starter" as const, target: name } };
}
