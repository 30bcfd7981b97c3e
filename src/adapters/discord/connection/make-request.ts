import type { RESTOptions } from "@discordjs/rest";

/**
 * discord.js sends with the global fetch of Node. By itself it takes an undici of its own with whatever global agent was loaded first: with
 * the agent of a newer undici, which reads the news and Slack's socket, it could not send a form, and so no file.
 */
export const makeRequest = send as unknown as RESTOptions["makeRequest"];

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    // fetch wraps what happened on the way; discord.js tries a lost connection again by its code, which is not undici's for the same.
    const cause = error instanceof TypeError && error.cause instanceof Error ? error.cause : error;
    const isCut = cause instanceof Error && "code" in cause && cause.code === "UND_ERR_SOCKET";
    throw isCut ? Object.assign(new Error(cause.message, { cause }), { code: "ECONNRESET" }) : cause;
  }
}
