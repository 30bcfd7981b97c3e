import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Whether the program in dist/ is newer than everything that it was built from. A folder's own time tells of files that went.
 *
 * @param {string} root
 */
export function isBuilt(root) {
  const built = statSync(join(root, "dist", "main.js"), { throwIfNoEntry: false });
  if (built === undefined) return false;
  const scripts = ["build.ts", "bundle.ts", "escape-patterns.ts", "start-built.ts"].map((name) => join("scripts", name));
  return !["src", "package-lock.json", ...scripts].some((name) => holdsNewer(join(root, name), built.mtimeMs));
}

/**
 * @param {string} path
 * @param {number} timeMs
 * @returns {boolean}
 */
function holdsNewer(path, timeMs) {
  const found = statSync(path);
  if (found.mtimeMs > timeMs) return true;
  return found.isDirectory() && readdirSync(path).some((name) => holdsNewer(join(path, name), timeMs));
}
