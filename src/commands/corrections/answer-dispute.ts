import type { Reply } from "../../domain/chat/chat.ts";
import type { Dispute, Disputed, DisputeReason } from "../../domain/chat/dispute.ts";
import { paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { mergeNames } from "../people/merge-names.ts";
import { refusalOf } from "../refuse-others.ts";
import { asTyped } from "../typed/as-typed.ts";
import { correct } from "./correct.ts";
import { describeDispute } from "./describe-dispute.ts";

type Correcting = Extract<Intent, { kind: "merge-people" } | { kind: "correct"; target: string }>;

/** What can be wrong with each thing. */
const REASONS: Record<Disputed, readonly DisputeReason[]> = {
  quote: ["speaker", "off-topic"],
  meeting: ["not-held", "date", "same-as", "off-topic"],
  person: ["same-as"],
  article: ["off-topic"],
};
const CAN_BE_WRONG: Record<Disputed, string> = {
  quote: "A quote can have the wrong speaker or be off topic. Choose one of these.",
  meeting:
    "A meeting can be one that did not happen, have the wrong date, be the same as another or be off topic. Choose one of these.",
  person: "A person can be the same as another. For a quote or a meeting of theirs, choose that one.",
  article: "An article can be off topic. For a quote or a meeting in it, choose that one.",
};
const NEEDED: Record<DisputeReason, string | null> = {
  speaker: "Say who spoke, or type “nobody” if the article does not say.",
  "not-held": null,
  date: "Type the right date, such as 2026-01-31.",
  "same-as": "Say who or which meeting it is the same as.",
  "off-topic": "Name the topic that it does not belong to.",
};

/** What a form says is wrong: a manager's word holds at once, anybody else's waits for a manager. */
export async function answerDispute(context: CommandContext, dispute: Dispute): Promise<Reply> {
  const { asker, store, workspaceId, clock } = context;
  refuseUnfit(dispute);
  const correcting = await correctingBy(context, dispute);
  if ((await refusalOf(store.settings, asker, correcting)) === null) return applyDispute(context, correcting);
  const said = await describeDispute(context, dispute);
  if (said === null) throw new AppError("not-found", "That is not stored any more.");
  const isNew = await store.disputes.add(workspaceId, { ...dispute, setBy: asker.userId, setAtMs: clock.now() });
  // Somebody said so before: they were told then.
  const isTold =
    isNew &&
    (await context.tellManagers(asTyped(`Somebody says: ${said}. /corrections shows it, to accept or decline.`, asker.platform)));
  const sentence = isTold
    ? "Thank you. I sent this to a manager of the workspace, who will decide."
    : "Thank you. Managers find this under /corrections and decide there.";
  const blocks = [paragraph(text(`You say: ${said}. ${sentence}`))];
  return reply({ title: "Reported", audience: "asker", blocks, detail: [] }, { reported: dispute.id, reason: dispute.reason });
}

/** Applies what was said, with the rights of whoever asks. */
export async function acceptDispute(context: CommandContext, dispute: Dispute): Promise<Reply> {
  return applyDispute(context, await correctingBy(context, dispute));
}

function applyDispute(context: CommandContext, intent: Correcting): Promise<Reply> {
  return intent.kind === "correct" ? correct(context, intent) : mergeNames(context, intent);
}

/** Throws an AppError ("usage") that says what can be said instead. */
function refuseUnfit({ what, reason, value }: Dispute): void {
  if (!REASONS[what].includes(reason)) throw new AppError("usage", CAN_BE_WRONG[what]);
  const needed = NEEDED[reason];
  if (needed !== null && value.trim() === "") throw new AppError("usage", needed);
}

/** The command that says the same. */
async function correctingBy({ store, workspaceId }: CommandContext, dispute: Dispute): Promise<Correcting> {
  const { what, id, reason, value } = dispute;
  if (what === "article") {
    const [article] = await store.disputes.named(workspaceId, [{ what, id }]);
    if (article === undefined) throw new AppError("not-found", "That article is not stored any more.");
    return { kind: "correct", action: reason, target: article.target, value };
  }
  if (what !== "person") return { kind: "correct", action: reason, target: id, value: reason === "not-held" ? "" : value };
  const person = await store.evidence.write(workspaceId, (writer) => writer.people.byId(id));
  if (person === null) throw new AppError("not-found", "That person is not stored any more.");
  return { kind: "merge-people", keep: value, merge: person.name };
}
