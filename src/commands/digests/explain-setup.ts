import type { Platform, Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { DigestIntent } from "../../domain/chat/intent.ts";
import { reply } from "../command-context.ts";

export const SET_UP: DigestIntent = { kind: "digest", action: "setup" };
const BY_HAND =
  "Type /digest follow with topics and a time, for example: /digest follow india-japan at 08:00 on weekdays Asia/Tokyo.";

/** `/digest setup`: the chats open a form for the button; where there is none, the line to type is said. */
export function explainSetup(platform: Platform): Reply {
  const button: Block[] =
    platform === "terminal" ? [] : [{ type: "actions", actions: [{ label: "Set up a digest", intent: SET_UP }] }];
  const blocks = [paragraph(text(BY_HAND)), ...button];
  return reply({ title: "Set up a digest", audience: "asker", blocks, detail: [] }, { setup: BY_HAND });
}
