import type { Reply } from "../../domain/chat/chat.ts";
import type { DisputeRecord } from "../../domain/chat/dispute.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import { AppError } from "../../domain/errors.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { acceptDispute } from "./answer-dispute.ts";
import { describeDispute } from "./describe-dispute.ts";

/** More are shown once these are decided. */
const SHOWN = 5;

/** What people say is wrong, each with two buttons for whoever may decide. What is not stored any more is put away. */
export async function listDisputes(context: CommandContext): Promise<Block[]> {
  const { store, workspaceId } = context;
  const waiting = await store.disputes.list(workspaceId, { limit: SHOWN, offset: 0 });
  const blocks: Block[] = [];
  for (const dispute of waiting) {
    const said = await describeDispute(context, dispute);
    if (said === null) await store.disputes.take(workspaceId, dispute.disputeId);
    else blocks.push(...blocksOf(context, dispute, said));
  }
  return blocks.length === 0 ? [] : [{ type: "heading", text: "Reported as wrong" }, ...blocks];
}

function blocksOf({ asker }: CommandContext, { disputeId }: DisputeRecord, said: string): Block[] {
  const what = paragraph(text(`${disputeId} `, "strong"), text(`${said}.`));
  if (!asker.isManager) return [what];
  const decide = { kind: "corrections" as const };
  const actions = [
    { label: `Accept ${disputeId}`, intent: { ...decide, accept: disputeId } },
    { label: `Decline ${disputeId}`, intent: { ...decide, decline: disputeId } },
  ];
  return [what, { type: "actions", actions }];
}

/** Accepts or declines what somebody said is wrong: once, whoever comes first. */
export async function decideDispute(context: CommandContext, id: string, isAccepted: boolean): Promise<Reply> {
  const { store, workspaceId } = context;
  const dispute = await store.disputes.take(workspaceId, id);
  if (dispute === null)
    throw new AppError("not-found", `Nothing called ${id.slice(0, 20)} waits for a decision. /corrections shows what does.`);
  if (isAccepted) return acceptDispute(context, dispute);
  const said = await describeDispute(context, dispute);
  const blocks = [paragraph(text(`Declined: ${said ?? "what was reported"}. Nothing was changed.`))];
  return reply({ title: "Declined", audience: "asker", blocks, detail: [] }, { declined: id });
}
