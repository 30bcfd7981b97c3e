import { ApplicationCommandType } from "discord-api-types/v10";
import type { Logger } from "pino";
import type { CommandIds } from "../documents/link-commands.ts";
import type { DiscordApi } from "./api.ts";

/** Which commands are registered. They are plain text until that is known, and where it is not. */
export function createCommandBook({ api, logger }: { api: Pick<DiscordApi, "application" | "commands">; logger: Logger }) {
  let ids: CommandIds = new Map();
  return {
    ids: () => ids,
    /** Asks Discord; a failure is logged. */
    async learn(): Promise<void> {
      try {
        const registered = await api.commands((await api.application()).id, null);
        const typed = registered.filter(({ type }) => type === ApplicationCommandType.ChatInput);
        ids = new Map(typed.map(({ name, id }) => [name, id]));
      } catch (error) {
        logger.info({ err: error }, "Could not look up the registered commands");
      }
    },
  };
}
