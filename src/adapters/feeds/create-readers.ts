import type { OutlineFormat } from "../../domain/sources/outline.ts";
import type { WebReaders } from "../../domain/sources/web.ts";
import type { RobotsGroup } from "../web/robots-rules.ts";
import type { Reads } from "./reads.ts";

/** Everything that reads what strangers wrote. */
export interface Readers {
  web: WebReaders;
  outlines: OutlineFormat["read"];
  robots(text: string, agent: string): Promise<RobotsGroup>;
}

/** Does one kind of reading, wherever that is done. */
export type Read = <Kind extends keyof Reads>(kind: Kind, given: Parameters<Reads[Kind]>[0]) => Promise<ReturnType<Reads[Kind]>>;

export function createReaders(read: Read): Readers {
  return {
    web: {
      feeds: { read: (content) => read("feed", content) },
      pages: {
        article: (content) => read("article", content),
        feedLinks: (content) => read("feedLinks", content),
        entries: (content) => read("entries", content),
        text: (html) => read("text", html),
      },
      sitemap: (wish) => read("sitemap", wish),
    },
    outlines: (file) => read("outlines", typeof file === "string" ? file : { body: file.body, contentType: file.contentType }),
    robots: (text, agent) => read("robots", { text, agent }),
  };
}
