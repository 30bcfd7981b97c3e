import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { TokensIntent } from "../../domain/chat/intent.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import { AppError } from "../../domain/errors.ts";
import type { AccessRecord } from "../../domain/workspace/access.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { createKey } from "./access-key.ts";

const DAY_MS = 86_400_000;
const MAX_LABEL = 80;
const RATE = { usual: 60, most: 6000 };
const MAX_DAYS = 3650;
/** A workspace with more has forgotten what they are for. */
const MAX_TOKENS = 100;

/** `attache tokens`: keys with which programs read a workspace, by MCP or the HTTP API. In the terminal alone: a chat keeps what it shows. */
export async function answerTokens(context: CommandContext, intent: TokensIntent): Promise<Reply> {
  if (context.asker.platform !== "terminal")
    throw new AppError("usage", "Tokens are made where the bot runs, with attache tokens create: a chat would keep them.");
  switch (intent.action) {
    case "create":
      return createToken(context, intent);
    case "list":
      return listTokens(context);
    case "revoke":
      return revokeToken(context, intent.target ?? "");
  }
}

async function createToken({ store, workspaceId, clock, asker }: CommandContext, intent: TokensIntent): Promise<Reply> {
  const { scope = "read", ratePerMinute = RATE.usual, days } = intent;
  const label = (intent.target ?? "").trim() || "unnamed";
  if (label.length > MAX_LABEL) throw new AppError("usage", `A token's name may have ${MAX_LABEL} characters: shorten it.`);
  if (!isWithin(ratePerMinute, RATE.most))
    throw new AppError("usage", `--rate takes a whole number from 1 to ${RATE.most}: requests a minute.`);
  if (days !== undefined && !isWithin(days, MAX_DAYS))
    throw new AppError("usage", `--days takes a whole number from 1 to ${MAX_DAYS}: when the token ends.`);
  if (tokensAmong(await store.access.list(workspaceId)).length >= MAX_TOKENS)
    throw new AppError("usage", `The workspace has ${MAX_TOKENS} tokens: revoke some with attache tokens revoke first.`);
  const now = clock.now();
  const { id, token, secretHash } = createKey();
  const expiresAt = days === undefined ? null : new Date(now + days * DAY_MS).toISOString();
  const createdAt = new Date(now).toISOString();
  const made = { id, workspaceId, scope, label, ratePerMinute, expiresAt, createdAt };
  await store.access.add({ ...made, secretHash, createdBy: asker.userId });
  const blocks: Block[] = [
    paragraph(text(token, "strong")),
    paragraph(text(`It is shown this once. ${sayToken({ ...made, lastUsedAt: null })}.`)),
    paragraph(text(`To end it: attache tokens revoke ${id}`, "soft")),
  ];
  return reply({ title: `Token ${label}`, audience: "asker", blocks, detail: [] }, { ...tokenJson(made), token });
}

async function listTokens({ store, workspaceId }: CommandContext): Promise<Reply> {
  const tokens = tokensAmong(await store.access.list(workspaceId));
  const blocks: Block[] =
    tokens.length === 0
      ? [paragraph(text("There are no tokens. Make one with attache tokens create."))]
      : [{ type: "list", items: tokens.map((each) => [text(each.id, "strong"), text(` ${each.label}: ${sayToken(each)}.`)]) }];
  const data = tokens.map((each) => ({ ...tokenJson(each), lastUsedAt: each.lastUsedAt }));
  return reply({ title: "Tokens", audience: "asker", blocks, detail: [] }, data);
}

async function revokeToken({ store, workspaceId, clock }: CommandContext, id: string): Promise<Reply> {
  const isToken = tokensAmong(await store.access.list(workspaceId)).some((each) => each.id === id);
  if (!isToken || !(await store.access.revoke(workspaceId, id, clock.now())))
    throw new AppError("not-found", "There is no such token in this workspace: attache tokens list shows their ids.");
  const blocks = [paragraph(text(`The token ${id} opens nothing any more.`))];
  return reply({ title: "Token revoked", audience: "asker", blocks, detail: [] }, { id, revoked: true });
}

function tokensAmong(records: AccessRecord[]): AccessRecord[] {
  return records.filter(({ scope }) => scope === "read" || scope === "write");
}

type Shown = Pick<AccessRecord, "scope" | "ratePerMinute" | "expiresAt" | "lastUsedAt">;

function sayToken({ scope, ratePerMinute, expiresAt, lastUsedAt }: Shown): string {
  const what = scope === "write" ? "reads and changes" : "reads";
  const end = expiresAt === null ? "until it is revoked" : `until ${showDate(expiresAt.slice(0, 10))}`;
  const use = lastUsedAt === null ? "" : `, last used on ${showDate(lastUsedAt.slice(0, 10))}`;
  return `It ${what}, ${ratePerMinute} requests a minute, ${end}${use}`;
}

function tokenJson(token: Omit<AccessRecord, "secretHash" | "createdBy" | "lastUsedAt" | "revokedAt">): object {
  const { id, workspaceId, scope, label, ratePerMinute, createdAt, expiresAt } = token;
  return { id, workspace: workspaceId, name: label, scope, ratePerMinute, createdAt, expiresAt };
}

function isWithin(number: number, most: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= most;
}
