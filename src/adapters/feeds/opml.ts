import { generateOpml, parseOpml } from "feedsmith";
import { showText } from "../../domain/chat/show-text.ts";
import type { Outline, OutlineFile, OutlineGroup } from "../../domain/sources/outline.ts";
import { decodeText } from "../web/decode-text.ts";
import { absolute } from "./feed-formats.ts";
import { tidyLine } from "./html-text.ts";

/** Nobody follows more, and a file with more was made to hurt. */
const MAX_OUTLINES = 5000;

interface ParsedOutline {
  text?: string | undefined;
  title?: string | undefined;
  description?: string | undefined;
  xmlUrl?: string | undefined;
  outlines?: ParsedOutline[] | undefined;
}

/** The feeds of an OPML document, in the groups that they stand in; null where the file is none. */
export function readOpml(file: OutlineFile): OutlineGroup[] | null {
  const text = typeof file === "string" ? file : decodeText(file.body, file.contentType);
  try {
    const opml = parseOpml(text.trim());
    const groups = new Map<string, Outline[]>();
    collect(opml.body?.outlines ?? [], [], { groups, left: MAX_OUTLINES });
    return [...groups].map(([name, outlines]) => ({ name, outlines }));
  } catch {
    return null;
  }
}

interface Collected {
  groups: Map<string, Outline[]>;
  /** How many more are taken. */
  left: number;
}

function collect(outlines: ParsedOutline[], path: string[], collected: Collected): void {
  const { groups } = collected;
  for (const each of outlines) {
    if (collected.left <= 0) return;
    const label = tidyLine(each.text ?? each.title);
    const url = absolute(each.xmlUrl, "about:blank");
    if (url !== null) {
      const name = path.join(" / ");
      const list = groups.get(name) ?? [];
      collected.left -= 1;
      list.push({ url, title: label, publisher: tidyLine(each.description) });
      groups.set(name, list);
    }
    if (each.outlines !== undefined && path.length < 5)
      collect(each.outlines, label === null ? path : [...path, label], collected);
  }
}

/** An OPML document of feeds, for other readers. */
export function writeOpml(title: string, outlines: Outline[]): string {
  return generateOpml({
    head: { title: showText(title) },
    body: {
      outlines: outlines.map(({ url, title }) => {
        const text = showText(title ?? url);
        return { type: "rss", text, title: text, xmlUrl: url };
      }),
    },
  });
}
