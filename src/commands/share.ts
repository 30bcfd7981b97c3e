import type { Asker, Reply } from "../domain/chat/chat.ts";
import { type Intent, isShared } from "../domain/chat/intent.ts";

/** Shows a reply to whom the intent says. What its asker alone sees has a button that posts it for everyone. */
export function showTo(asker: Asker, intent: Intent, reply: Reply): Reply {
  if (!isShared(intent) || isEmpty(reply)) return reply;
  const audience = intent.audience ?? reply.document.audience;
  const document = { ...reply.document, audience };
  if (audience === "channel" || asker.platform === "terminal" || asker.isDirect === true) return { ...reply, document };
  const share = { label: "Share to channel", intent: { ...intent, audience: "channel" as const } };
  const [last, before] = [document.blocks.at(-1), document.blocks.slice(0, -1)];
  // In one row with the other buttons.
  const blocks =
    last?.type === "actions"
      ? [...before, { ...last, actions: [...last.actions, share] }]
      : [...document.blocks, { type: "actions" as const, actions: [share] }];
  return { ...reply, document: { ...document, blocks } };
}

/** What found nothing is nothing to share. */
function isEmpty({ data, topic }: Reply): boolean {
  return Array.isArray(data) ? data.length === 0 : topic === null;
}
