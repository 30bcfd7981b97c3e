import type { Reply } from "../../domain/chat/chat.ts";
import { type Action, type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { weighPairs } from "../../evidence/suggest-topics.ts";
import { type CommandContext, reply, topicOf } from "../command-context.ts";
import { SET_UP } from "../digests/explain-setup.ts";
import { refusalOf } from "../refuse-others.ts";

const GREETING =
  "I read the feeds that you choose, and keep who said what, word for word, and who met whom. Ask me for a briefing on a topic, ask a question, or have a digest posted in a channel. Every sentence links to its article, and what the articles don't say, I don't say.";
const STARTER: Intent = { kind: "sources-manage", action: "starter" };
/** The newest meetings tell what a workspace reads about. */
const MEETINGS_LOOKED_AT = 300;

/** What somebody sees who opens the app for the first time: three sentences, and the next step as buttons that they may press. */
export async function showWelcome(context: CommandContext): Promise<Reply> {
  const { store, workspaceId } = context;
  const { sources } = await store.coverage.coverage(workspaceId);
  const sample = await sampleTopic(context);
  const lacking: string[] = [];
  const actions: Action[] = [];
  const offer = async (action: Action, whom: string) => {
    if ((await refusalOf(store.settings, context.asker, action.intent)) === null) actions.push(action);
    else lacking.push(whom);
  };
  if (sources === 0) await offer({ label: "Starter feeds", intent: STARTER }, "choose the first feeds (/sources starter)");
  if (sample !== null)
    actions.push({ label: `Sample briefing: ${await labelOf(context, sample)}`, intent: { kind: "briefing", topic: sample } });
  await offer({ label: "Set up a digest", intent: SET_UP }, "set up a digest (/digest setup)");
  actions.push({ label: "Help", intent: { kind: "help" } });
  const blocks: Block[] = [paragraph(text(GREETING))];
  if (lacking.length > 0) blocks.push(paragraph(text(`Ask a manager of this workspace to ${lacking.join(" and to ")}.`)));
  blocks.push({ type: "actions", actions });
  return reply({ title: "Attaché", audience: "asker", blocks, detail: [] }, { greeting: GREETING, sources, sample });
}

/** "China – United States" of what is typed as "china-united states". */
async function labelOf(context: CommandContext, topic: string): Promise<string> {
  return (await topicOf(context, topic))?.label ?? topic;
}

/** The pair of countries of whose meetings most articles tell; null where there are none yet. */
async function sampleTopic({ store, workspaceId }: CommandContext): Promise<string | null> {
  const meetings = await store.meetings.find(workspaceId, { limit: MEETINGS_LOOKED_AT, offset: 0 });
  return weighPairs(meetings)[0] ?? null;
}
