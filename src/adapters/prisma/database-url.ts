import { isAbsolute, resolve } from "node:path";
import { AppError } from "../../domain/errors.ts";
import { maskUrl } from "../../domain/mask-url.ts";

export function isPostgresql(url: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(url);
}

function decode(path: string): string {
  // What follows % is two hexadecimal digits, and no path holds a NUL.
  if (!/%(?![0-9a-f]{2})|%00|\0/i.test(path)) {
    try {
      return decodeURIComponent(path);
    } catch {
      // Escapes that are no UTF-8.
    }
  }
  throw new AppError("config", 'DATABASE_URL holds a "%" that is no escape in the name of the file: write it as "%25".');
}

/** The path of a `file:` URL as Prisma writes them: `file:./attache.db`, `file:/var/lib/attache.db`. Relative to the working directory. */
export function sqlitePath(url: string): string {
  if (!url.startsWith("file:")) {
    throw new AppError(
      "config",
      `DATABASE_URL must begin with "file:" (SQLite) or "postgresql://" (PostgreSQL), and ${maskUrl(url)} does not.`,
    );
  }
  const path = decode((url.split("?", 1)[0] ?? url).slice("file:".length).replace(/^\/\/(?=\/)/, ""));
  if (path === "") throw new AppError("config", 'DATABASE_URL names no file: write it as "file:./attache.db".');
  return isAbsolute(path) ? path : resolve(path);
}
