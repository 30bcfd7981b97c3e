import { AppError } from "../../domain/errors.ts";
import { systemCode } from "../../domain/system-code.ts";

export interface Listening {
  /** What cannot be served, for the beginning of a sentence. */
  what: string;
  host: string;
  port: number;
  /** The variables that name the two. */
  settings: { host: string; port: string };
}

/** Why a server of ours cannot listen, and which of its two settings is at fault. */
export function explainListening(error: unknown, { what, host, port, settings }: Listening): AppError {
  const code = systemCode(error);
  const mend = WAYS[code ?? ""]?.(settings) ?? `correct ${settings.host} or ${settings.port} (${code ?? "without a code"})`;
  return new AppError("config", `${what} on ${host.includes(":") ? `[${host}]` : host}:${port}: ${mend}.`, { cause: error });
}

const noSuchHost = ({ host }: Listening["settings"]) =>
  `this machine has no such address: correct ${host}, for example 127.0.0.1 for this machine only, or 0.0.0.0 for all networks`;

const WAYS: Record<string, ((settings: Listening["settings"]) => string) | undefined> = {
  EADDRINUSE: ({ port }) => `the port is in use: set another ${port}, or free this one`,
  EACCES: ({ port }) => `this user may not listen there: set a ${port} above 1023`,
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
  EAI_AGAIN: noSuchHost,
  EAFNOSUPPORT: noSuchHost,
};
