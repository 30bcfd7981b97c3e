import type { IncomingMessage, ServerResponse } from "node:http";
import { type CallbackOptions, ErrorCode, type InstallProvider } from "@slack/oauth";
import type { Logger } from "pino";
import { showText } from "../../../domain/chat/show-text.ts";
import { AppError } from "../../../domain/errors.ts";
import { INSTALL_PATH, REDIRECT_PATH } from "../commands/names.ts";
import { refusalOf } from "./errors.ts";
import { BOT_SCOPES } from "./scopes.ts";

/** The pages that an installation goes through in a browser. False for a request that is for none of them. */
export type InstallPages = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

interface PagesOptions {
  provider: InstallProvider;
  /** Null where Slack knows one redirect URL only. */
  publicUrl: string | null;
  logger: Logger;
}

/** Nothing is loaded, framed, kept or told to other sites: the address of the redirect holds a code. */
const HEADERS = {
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

export function createInstallPages({ provider, publicUrl, logger }: PagesOptions): InstallPages {
  const redirect = publicUrl === null ? {} : { redirectUri: new URL(REDIRECT_PATH, publicUrl).href };
  const options = { scopes: BOT_SCOPES.map(({ scope }) => scope), ...redirect };
  // Slack's library gives four values, of which the first says how it went and the last is the browser's answer.
  const callback: CallbackOptions = {
    success: (...[installation, , , response]) => {
      const name = installation.team?.name ?? "your workspace";
      end(response, 200, `Attaché is now installed in ${name}. Open Slack there and type /attache help.`);
    },
    failure: (...[error, , , response]) => {
      logger.warn({ code: refusalOf(error)?.code, err: error }, "An installation failed");
      end(response, statusOf(error), sentenceOf(error));
    },
  };
  return async (request, response) => {
    const path = request.url?.split("?", 1)[0];
    if (request.method !== "GET" || (path !== INSTALL_PATH && path !== REDIRECT_PATH)) return false;
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    try {
      if (path === REDIRECT_PATH) await provider.handleCallback(request, response, callback);
      else await provider.handleInstallPath(request, response, undefined, options);
    } catch (error) {
      logger.error({ err: error }, "A page of the installation could not be shown");
      if (!response.headersSent) end(response, 500, sentenceOf(error));
    }
    return true;
  };
}

function end(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(page(escapeHtml(sentence)));
}

/** The page that an installation begins on. */
export function installPage(url: string): string {
  const link = `<a href="${escapeHtml(url)}">Add Attaché to a Slack workspace</a>`;
  return page(`${link}. Slack shows its permissions before you agree.`);
}

function page(sentence: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Attaché</title></head>
<body style="font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1rem">
<p>${sentence}</p>
</body>
</html>
`;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}

function isStateError(error: unknown): boolean {
  const code = codeOf(error);
  return code === ErrorCode.InvalidStateError || code === ErrorCode.MissingStateError || code === ErrorCode.MissingCodeError;
}

function statusOf(error: unknown): number {
  if (isStateError(error) || codeOf(error) === ErrorCode.AuthorizationError || refusalOf(error) !== null) return 400;
  return error instanceof AppError && error.code === "usage" ? 400 : 500;
}

function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (isStateError(error))
    return `This installation has expired, is already finished, or began in another browser. Start again at ${INSTALL_PATH}.`;
  if (codeOf(error) === ErrorCode.AuthorizationError)
    return `You cancelled the installation. To start again, open ${INSTALL_PATH}.`;
  const code = refusalOf(error)?.code;
  if (code !== undefined) return `Slack refused the installation (${code}). Start again at ${INSTALL_PATH}.`;
  return `Something went wrong. Attaché has logged it. Start again at ${INSTALL_PATH}.`;
}

function escapeHtml(text: string): string {
  const named: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return showText(text).replace(/[&<>"']/g, (character) => named[character] ?? character);
}
