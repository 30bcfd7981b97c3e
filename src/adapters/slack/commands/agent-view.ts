import { refusalOf } from "../connection/errors.ts";
import type { SlackContext } from "./context.ts";

/** docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts: "up to four suggested prompts". */
const PROMPTS = 4;
const TOPICS = PROMPTS - 1;
/** Slack's list of conversations shows about as much. Ours. */
const TITLE_CHARACTERS = 60;

/** What the conversation's opening offers before anything is stored that could be offered instead; the app's configuration has it, too. */
export const FIRST_PROMPTS = [
  { title: "What can you do?", message: "help" },
  { title: "Briefing on two countries", message: "briefing india-japan" },
  { title: "Meetings of this week", message: "meetings this week" },
] as const;

/** Offers briefings on what most stored articles tell of. Nobody asked for it, so that a failure is only logged. */
export async function suggestPrompts(context: SlackContext, channelId: string): Promise<void> {
  try {
    const { workspaceId } = await context.identify();
    const topics = await context.desk.suggest(workspaceId, { what: "topic", typed: "", limit: TOPICS, isAnywhere: true });
    if (topics.length === 0) return;
    const briefings = topics.map((topic) => ({ title: `Briefing: ${topic}`, message: `briefing ${topic}` }));
    // A thread must not be named: Slack's agents have none before the first message (same page).
    await context.client.assistant.threads.setSuggestedPrompts({
      channel_id: channelId,
      prompts: [...briefings, FIRST_PROMPTS[0]],
    });
  } catch (error) {
    context.logger.debug({ channelId, code: refusalOf(error)?.code, err: error }, "Prompts could not be suggested");
  }
}

/** Names a conversation for its first question, in the list that Slack shows of them. */
export async function nameThread(
  context: SlackContext,
  where: { channelId: string; threadTs: string },
  title: string,
): Promise<void> {
  const { channelId, threadTs } = where;
  const short = title.length > TITLE_CHARACTERS ? `${title.slice(0, TITLE_CHARACTERS - 1)}…` : title;
  try {
    await context.client.assistant.threads.setTitle({ channel_id: channelId, thread_ts: threadTs, title: short });
  } catch (error) {
    context.logger.debug({ channelId, code: refusalOf(error)?.code, err: error }, "A conversation could not be named");
  }
}
