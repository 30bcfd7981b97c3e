import type { RESTOptions } from "discord.js";

type MakeRequest = RESTOptions["makeRequest"];

/**
 * discord.js sends with the global fetch of Node. By itself it takes an undici of its own with whatever global agent was loaded first: with
 * the agent of a newer undici, which reads the news and Slack's socket, it could not send a form, and so no file.
 */
export const makeRequest = ((url: string, init: unknown) => fetch(url, init as RequestInit)) as unknown as MakeRequest;
