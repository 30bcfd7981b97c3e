import { rename, rm, writeFile } from "node:fs/promises";

const HEAD = "# Written by attache init. .env.example and docs/configuration.md explain every setting.\n";

/** Writes the settings to a file that only its owner reads. It takes the place of another in one step. */
export async function writeEnvFile(path: string, settings: ReadonlyMap<string, string>): Promise<void> {
  const lines = [...settings].map(([name, value]) => `${name}=${quoted(value)}\n`);
  const beside = `${path}.${process.pid}`;
  try {
    await writeFile(beside, HEAD + lines.join(""), { mode: 0o600, flag: "wx" });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** In quotes only where it must be: Docker's --env-file takes them for a part of the value. */
function quoted(value: string): string {
  if (!/#|^["'`]/.test(value)) return value;
  const quote = ["'", '"', "`"].find((each) => !value.includes(each)) ?? "'";
  return `${quote}${value}${quote}`;
}
