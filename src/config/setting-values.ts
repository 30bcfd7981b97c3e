import { isIP } from "node:net";
import { z } from "zod";

interface Bounds {
  min: number;
  max: number;
  /** Text behind the upper bound in messages: what it means, or what to do instead. */
  hint?: string;
  hasFractions?: boolean;
}

/** A number in digits, as people write one: not "1e9", "0x10" or "Infinity". */
export function number({ min, max, hint = "", hasFractions = false }: Bounds) {
  const within = z
    .number()
    .min(min, { error: min === 0 ? "must not be negative" : `must be ${min} or more`, abort: true })
    .max(max, { error: `must be at most ${max}${hint}`, abort: true });
  return z
    .string()
    .regex(/^-?\d+(?:\.\d+)?$/, "must be a number, in digits")
    .transform(Number)
    .pipe(hasFractions ? within : within.int("must be a whole number"));
}

export const port = number({ min: 0, max: 65_535 });

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\.?$/i;

/** Where a server of ours listens. */
export const host = z
  .string()
  .refine(
    (name) => isIP(name) !== 0 || (HOST_NAME.test(name) && !/^[\d.]+$/.test(name)),
    "must be this machine's name or address, without http:// or a port, such as 127.0.0.1 or 0.0.0.0",
  );

/** Workspaces: 1 for all of them, 0 for none, or their names. */
export const workspaces = z
  .string()
  .transform((list) =>
    list
      .split(",")
      .map((each) => each.trim())
      .filter((each) => each !== "" && each !== "0"),
  )
  .refine(
    (list) => list.every((each) => each === "1" || each === "terminal" || /^(?:slack|discord):[\w-]{1,40}$/.test(each)),
    "must be 1 for all workspaces, 0 for none, or a list such as slack:T012345,discord:98765,terminal",
  );

export const flag = z.enum(["0", "1"], "must be 0 or 1");

/** A value for a header or a form: printable ASCII without spaces. */
export const key = z
  .string()
  .regex(/^[\x21-\x7e]+$/, "must have only letters, digits and signs, without spaces or accents: copy all of it");

/** What people read in a header. */
export const headerText = z
  .string()
  .regex(/^[\x20-\x7e]+$/, "must be ASCII, without accents or other alphabets, because it becomes an HTTP header");

export const text = z.string();

/** An address to which requests are sent. */
export const webAddress = z
  .string()
  .refine((address) => isWebAddress(address), "must be an address that begins with http:// or https://")
  .refine(
    (address) => !isWebAddress(address) || new URL(address).username === "",
    "must be an address without a user name and password",
  );

export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^/?#\s]/i.test(address) && !/\s/.test(address) && URL.canParse(address);
}

/** Quotes around a value: some programs that read .env files keep them. */
export function wrappingMistake(value: string): string | null {
  if (/^(["'`]).*\1$/s.test(value)) return "is in quotes: write it without them";
  return /\p{Cc}/u.test(value) ? "contains a line break or a tab: write it on one line" : null;
}
