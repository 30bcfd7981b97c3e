import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import { isoDate } from "../../domain/clock.ts";
import { dateOf } from "../../domain/evidence/article-date.ts";
import { didYouMean } from "../../evidence/did-you-mean.ts";
import { findSources } from "../../evidence/find-sources.ts";
import type { Topic } from "../../evidence/parse-topic.ts";
import { type CommandContext, reply } from "../command-context.ts";
import type { Period } from "../typed/bounds.ts";
import { showPeriod, withPeriod } from "../typed/show-period.ts";

const NAMES_LOOKED_AT = 300;

interface Unknown {
  topic: Topic;
  period: Period;
  data: object;
}

/** A topic on which no article says anything, or none of that time: what the limit was, and the way without it; else what is spelt like it. */
export async function answerUnknownTopic(context: CommandContext, { topic, period, data }: Unknown): Promise<Reply> {
  const limited = await explainLimit(context, { topic, period });
  if (limited !== null) {
    const title = withPeriod(`Nothing on ${topic.label}`, period);
    return reply({ title, audience: "asker", blocks: limited, detail: [] }, { ...data, didYouMean: [] });
  }
  const people = await context.store.people.names(context.workspaceId, NAMES_LOOKED_AT);
  const suggestions = topic.kind === "words" ? didYouMean(topic.text, people) : [];
  const blocks: Block[] = [paragraph(text(`There are no articles on ${topic.label}.`))];
  if (suggestions.length > 0) {
    blocks.push(paragraph(text(`Did you mean ${suggestions.join(", ")}?`)));
    blocks.push({
      type: "actions",
      actions: suggestions.map((label) => ({ label, intent: { kind: "briefing", topic: label } })),
    });
  }
  return reply(
    { title: `No articles on ${topic.label}`, audience: "asker", blocks, detail: [] },
    { ...data, didYouMean: suggestions },
  );
}

const LOOKED_AT = 300;

/** Why nothing is told though articles name the topic: the time that was asked for, or that they only name it. Null where none names it. */
async function explainLimit(context: CommandContext, { topic, period }: Omit<Unknown, "data">): Promise<Block[] | null> {
  const { articles } = context.store;
  // Of words that no article holds together, articles with one of them are about something else.
  const named =
    topic.kind === "words"
      ? await articles.find(context.workspaceId, { terms: topic.terms, match: "all", limit: LOOKED_AT })
      : await findSources(articles, context.workspaceId, { topic, limit: LOOKED_AT });
  const days = named.map(dateOf).sort();
  const [oldest, newest] = [days[0], days.at(-1)];
  if (oldest === undefined || newest === undefined) return null;
  const shown = showPeriod(period);
  const without: Block = {
    type: "actions",
    actions: [
      shown === null
        ? { label: "Sources", intent: { kind: "sources", about: topic.text } }
        : { label: "At any time", intent: { kind: "briefing", topic: topic.text } },
    ],
  };
  return [paragraph(text(limitOf({ topic, period, shown, days, oldest, newest }, context))), without];
}

interface Limit {
  topic: Topic;
  period: Period;
  shown: string | null;
  /** Of the articles that name it, sorted. */
  days: string[];
  oldest: string;
  newest: string;
}

function limitOf({ topic, period, shown, days, oldest, newest }: Limit, { clock }: CommandContext): string {
  const { since, until } = period;
  const today = isoDate(clock.now());
  if (shown === null) return `The articles that name ${topic.label} say nothing about it in a sentence of its own.`;
  if (since !== undefined && since > today)
    return `${showDate(since)} is still to come: today is ${showDate(today)}. The newest article on ${topic.label} is of ${showDate(newest)}.`;
  if (since !== undefined && newest < since)
    return `There is nothing on ${topic.label} ${shown}: the newest article on it is of ${showDate(newest)}.`;
  if (until !== undefined && oldest > until)
    return `There is nothing on ${topic.label} ${shown}: the earliest article on it is of ${showDate(oldest)}.`;
  const isNamed = days.some((day) => day >= (since ?? "") && day <= (until ?? "9999"));
  if (isNamed) return `The articles ${shown} that name ${topic.label} say nothing about it in a sentence of its own.`;
  return `There is nothing on ${topic.label} ${shown}: only articles before and after that time name it.`;
}
