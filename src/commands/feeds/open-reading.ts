import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { ReadingIntent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import { createKey } from "../access/access-key.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { EVERYTHING } from "./answer-feeds.ts";

const HOLDS_MS = 24 * 60 * 60_000;
const RATE_PER_MINUTE = 60;

/** The reading page on a topic, for whoever pressed the button: at an address of their own that holds for a day. */
export async function openReading(context: CommandContext, { about }: ReadingIntent): Promise<Reply> {
  const { store, workspaceId, clock, asker, webUrl } = context;
  if (webUrl === null)
    throw new AppError("config", "I have no web address: the operator sets WEB_PORT and WEB_URL (docs/reading.md).");
  const { id, token, secretHash } = createKey();
  const nowMs = clock.now();
  const [createdAt = "", expiresAt = ""] = [nowMs, nowMs + HOLDS_MS].map((ms) => new Date(ms).toISOString());
  const made = { id, workspaceId, scope: "passages" as const, label: EVERYTHING, ratePerMinute: RATE_PER_MINUTE };
  await store.access.add({ ...made, expiresAt, createdAt, secretHash, createdBy: asker.userId });
  const url = `${webUrl}/feeds/${token}/passages?${new URLSearchParams({ about })}`;
  const blocks: Block[] = [
    paragraph(text(`Quotations on ${about} in their context: `, "strong"), text(url)),
    paragraph(text("Only you got this address. It ends after a day; until then, anyone who has it can read the page.", "soft")),
  ];
  return reply({ title: "Reading page", audience: "asker", blocks, detail: [] }, { id, url, expiresAt });
}
