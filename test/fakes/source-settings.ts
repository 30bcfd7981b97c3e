import type { SourceSettings } from "../../src/config/source-settings.ts";
import type { WebSettings } from "../../src/config/web-settings.ts";

/** Settings with which a test's loopback server may be read, at once and as often as it takes. */
export const LOOPBACK_SOURCES: SourceSettings = {
  userAgent: "Attache/test",
  hasContact: true,
  allowPrivate: ["127.0.0.1"],
  pace: { everyMs: 1_800_000, minMs: 600_000, maxMs: 21_600_000 },
  host: { gapMs: 0, concurrency: 4 },
  searchUrl: null,
  headerKeys: null,
};

/** A bot that serves no programs. */
export const NO_WEB: WebSettings = { host: "127.0.0.1", port: null, url: null, archiveUrl: null, verbatimWords: 300 };
