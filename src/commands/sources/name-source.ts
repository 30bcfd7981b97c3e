import { nameOf } from "../../documents/source-blocks.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { paragraph, text } from "../../domain/chat/document.ts";
import { AppError } from "../../domain/errors.ts";
import { reply } from "../command-context.ts";
import { chooseSource } from "./choose-source.ts";
import type { SourcesAsked } from "./sources-asked.ts";

const MAX_NAME = 80;
/** The last "as" counts: a source may have the word in its own name. */
const AS = /^(.*\S)\s(?:as|=)\s(\S.*)$/iu;
const NO_NAME = /^(?:none|nothing|default|-)$/i;
const MARKS = /^["“”„«'](.*)["“”»']$/u;

/** `/sources name SOURCE as OUTLET`: what its articles are by, in briefings, citations and where publishers are counted. */
export async function nameSource(asked: SourcesAsked): Promise<Reply> {
  const match = AS.exec(asked.target?.trim() ?? "");
  if (match === null)
    throw new AppError("usage", "Name the source and the outlet, for example: /sources name example.org as The Example Post");
  const [, target = "", typed = ""] = match;
  const outlet = NO_NAME.test(typed) ? null : typed.replace(MARKS, "$1").replace(/\s+/g, " ").trim();
  if (outlet !== null && (outlet.length > MAX_NAME || !/\p{L}/u.test(outlet)))
    throw new AppError("usage", `The name of an outlet has letters, and at most ${MAX_NAME} characters.`);
  const source = await chooseSource({ ...asked, target: target.replace(MARKS, "$1") });
  if (!(await asked.work.sources.name(source.id, outlet))) throw new AppError("not-found", "That source was removed meanwhile.");
  const sentence =
    outlet === null
      ? `${nameOf(source)} no longer has a name from you. Its pages say whose articles they are.`
      : `The articles of ${nameOf(source)} are now by ${outlet}, stored ones included. Sources with one name count as one publisher.`;
  return reply(
    { title: "Source named", audience: "asker", blocks: [paragraph(text(sentence))], detail: [] },
    { url: source.url, publisher: outlet },
  );
}
