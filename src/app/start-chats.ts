import type { Logger } from "pino";
import type { Chat } from "../domain/chat/chat.ts";
import { AppError } from "../domain/errors.ts";

interface Tools {
  say(sentence: string): void;
  logger: Logger;
}

export interface StartedChats {
  /** Resolves once each is connected or keeps trying. Throws an AppError if none could start. */
  started: Promise<void>;
  /**
   * Rejects with an AppError once no platform works any more, and never resolves. A process that is up and deaf looks well from outside: one
   * that ends is started again, or seen.
   */
  lost: Promise<never>;
}

/** Starts each chat independently. If one cannot start, or is lost later, it says so in a sentence, and the others go on. */
export function startChats(chats: Chat[], { say, logger }: Tools): StartedChats {
  const working = new Set<Chat>();
  let end: (error: AppError) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => {
    end = reject;
  });
  lost.catch(() => undefined);
  const onFailed = (chat: Chat, sentence: string) => {
    say(sentence);
    logger.error({ chat: chat.health().platform }, sentence);
    if ([...working].every((each) => each.health().state === "failed"))
      end(new AppError("config", "All chats have failed, so the program ends. The lines above say how to fix them."));
  };
  const start = async (chat: Chat) => {
    try {
      await chat.start();
      working.add(chat);
      chat.whenFailed((sentence) => onFailed(chat, sentence));
      const { state, detail } = chat.health();
      if (state === "connected") say(`Connected to ${nameOf(chat)}.`);
      if (detail !== null) say(detail);
    } catch (error) {
      say(error instanceof AppError ? error.message : `Could not start a chat: ${String(error)}`);
    }
  };
  return { started: startAll(chats, { start, say, working }), lost };
}

interface Starting {
  start(chat: Chat): Promise<void>;
  say(sentence: string): void;
  working: Set<Chat>;
}

async function startAll(chats: Chat[], { start, say, working }: Starting): Promise<void> {
  if (chats.length === 0) say("No chat is set up. Reading the terminal's sources until you stop the program.");
  await Promise.all(chats.map(start));
  if (working.size === 0 && chats.length > 0) throw new AppError("config", "Could not start any chat.");
}

export function nameOf(chat: Chat): string {
  return chat.health().platform === "slack" ? "Slack" : "Discord";
}
