import type { Asker } from "../domain/chat/chat.ts";
import { type Block, type Inline, paragraph, text } from "../domain/chat/document.ts";
import type { Authorship } from "../model/authorship.ts";
import { GATE_REASONS, type GateReason, type Rejection } from "../model/gate/reasons.ts";
import { sayWhy } from "../model/say-why.ts";

/** The line below a text: who wrote it, and what that means for the reader. */
export function authorshipFooter(authorship: Authorship): Block {
  return { type: "footer", inlines: [text(authorshipLine(authorship), "soft")] };
}

function authorshipLine({ by, prose, model, why, replaced }: Authorship): string {
  if (by === "local") return `Local engine: ${whyLocal(why)}.`;
  if (prose === "copy") return `Chosen and shortened by ${model}; the words are the articles' own.`;
  const written = `Written by ${model} from the passages it cites.`;
  if (replaced === 0) return written;
  const are = replaced === 1 ? "1 sentence is" : `${replaced} sentences are`;
  return `${written} ${are} the articles' own, because the model's text did not pass the check.`;
}

function whyLocal(why: Authorship["why"]): string {
  switch (why) {
    case "gate":
      return "no sentence from the language model passed the check";
    case "no-evidence":
    case null:
      return "there was nothing to send to the language model";
    default:
      return sayWhy(why);
  }
}

/**
 * How a text came about, for those who ask: who wrote it, which sentences were refused and why, what was kept from the model. What was
 * refused is shown word for word in a terminal alone: no channel repeats what did not pass.
 */
export function explainAuthorship(asker: Asker, authorship: Authorship | null): Block[] {
  const heading: Block = { type: "heading", text: "How it was written" };
  if (authorship === null)
    return [
      heading,
      paragraph(text("The local engine wrote this, because no language model is set up. Every sentence is an article's own.")),
    ];
  const wordForWord = asker.platform === "terminal";
  const blocks: Block[] = [heading, paragraph(text(authorshipLine(authorship)))];
  const { rejections, setAside } = authorship;
  if (rejections.length > 0)
    blocks.push(paragraph(text("Sentences from the model that I did not show:")), {
      type: "list",
      items: wordForWord ? rejections.map(rejectionInlines) : countedReasons(rejections),
    });
  if (setAside.length > 0)
    blocks.push(paragraph(text("Text that the model did not see, because it gives orders to a machine:")), {
      type: "list",
      items: setAside.map((each) => [text(each.articleId, "strong"), text(wordForWord ? `: ${each.text}` : "")]),
    });
  return blocks;
}

function rejectionInlines({ reason, detail, text: refused }: Rejection): Inline[] {
  const found = detail === "" ? "" : ` (${detail})`;
  return [text(reason, "strong"), text(`: ${GATE_REASONS[reason]}${found}. `), text(refused, "soft")];
}

function countedReasons(rejections: Rejection[]): Inline[][] {
  const counts = new Map<GateReason, number>();
  for (const { reason } of rejections) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => [text(reason, "strong"), text(`: ${GATE_REASONS[reason]} (${count}).`)]);
}
