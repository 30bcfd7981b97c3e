import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../config/project-folder.ts";

/** The program's version, as its package says. */
export function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(projectFolder(), "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "0.0.0";
}
