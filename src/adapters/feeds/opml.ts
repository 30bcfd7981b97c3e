import { generateOpml } from "feedsmith";
import { showText } from "../../domain/chat/show-text.ts";
import { primaryLanguage } from "../../domain/evidence/language.ts";
import { withoutFeedScheme } from "../../domain/sources/feed-scheme.ts";
import type { Outline, OutlineFile, OutlineGroup } from "../../domain/sources/outline.ts";
import { decodeText } from "../web/decode-text.ts";
import { absolute } from "./feed-formats.ts";
import { tidyLine } from "./html-text.ts";
import { parseMarkup } from "./parse-markup.ts";

/** Nobody follows more, and a file with more was made to hurt. */
const MAX_OUTLINES = 5000;

/** Of groups within groups, more than which nobody reads. */
const MAX_DEPTH = 5;

/**
 * The feeds of an OPML document, in the groups that they stand in; null where the file is none. It is read tag by tag: one that breaks off, or is
 * not well-formed, gives what stands in it.
 */
export function readOpml(file: OutlineFile): OutlineGroup[] | null {
  const text = typeof file === "string" ? file : decodeText(file.body, file.contentType);
  const groups = new Map<string, Outline[]>();
  const path: (string | null)[] = [];
  let [isOpml, left] = [false, MAX_OUTLINES];
  parseMarkup(
    text,
    {
      onopentag(tag, attributes) {
        isOpml ||= tag === "opml";
        if (tag !== "outline") return;
        const label = tidyLine(attributes["text"] ?? attributes["title"]);
        const url = absolute(withoutFeedScheme(attributes["xmlurl"] ?? ""), "about:blank");
        if (url !== null && left > 0) {
          left -= 1;
          const name = path
            .filter((each) => each !== null)
            .slice(0, MAX_DEPTH)
            .join(" / ");
          const outline: Outline = {
            url,
            title: label,
            publisher: tidyLine(attributes["publisher"]),
            language: primaryLanguage(attributes["language"]),
            kind: attributes["type"]?.toLowerCase() === "page" ? "page" : "feed",
            checked: tidyLine(attributes["checked"]),
          };
          const group = groups.get(name);
          if (group === undefined) groups.set(name, [outline]);
          else group.push(outline);
        }
        path.push(label);
      },
      onclosetag(tag) {
        if (tag === "outline") path.pop();
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  );
  return isOpml ? [...groups].map(([name, outlines]) => ({ name, outlines })) : null;
}

/** An OPML document of feeds, for other readers. */
export function writeOpml(title: string, outlines: Outline[]): string {
  return generateOpml({
    head: { title: showText(title) },
    body: {
      outlines: outlines.map(({ url, title, kind }) => {
        const text = showText(title ?? url);
        return { type: kind === "page" ? "page" : "rss", text, title: text, xmlUrl: url };
      }),
    },
  });
}
