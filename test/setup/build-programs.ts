import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { bundle } from "../../scripts/bundle.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A folder with the programs that slow tests start and kill. */
    programs: string;
  }
}

/** Each is started tens of times, and starts several times as fast as from its source. */
const PROGRAMS = {
  main: "src/main.ts",
  "serve-child": "test/app/serve-child.ts",
  "poll-child": "test/ingest/sources/poll-child.ts",
  "ingest-child": "test/adapters/prisma/ingest-child.ts",
  "reread-child": "test/adapters/prisma/reread-child.ts",
};

/** Builds them once for all slow tests, below the checkout, where they find its packages and its migrations. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = `node_modules/.cache/attache-tests-${process.pid}`;
  await bundle(PROGRAMS, folder);
  provide("programs", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
