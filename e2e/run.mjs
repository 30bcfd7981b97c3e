// Runs these tests in a network of their own where the system can make one: local-slack listens on every interface there is.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
if (!existsSync(join(here, "..", "dist", "main.js"))) {
  process.stderr.write("There is no built program to test: run npm run build first.\n");
  process.exit(1);
}
const vitest = [
  process.execPath,
  join(here, "..", "node_modules", "vitest", "vitest.mjs"),
  "run",
  "--root",
  here,
  ...process.argv.slice(2),
];
const alone = ["unshare", process.getuid?.() === 0 ? [] : ["--map-root-user"], "--net"].flat();
const canBeAlone = spawnSync(alone[0], [...alone.slice(1), "ip", "link", "set", "lo", "up"]).status === 0;
const [command, ...args] = canBeAlone ? [...alone, "sh", "-c", 'ip link set lo up && exec "$@"', "sh", ...vitest] : vitest;
const hasLocalSlack = existsSync(join(here, "node_modules", "local-slack-linux-x64", "bin", "local-slack"));
if (!hasLocalSlack)
  process.stderr.write(
    "SKIPPED, LOUDLY: the tests against local-slack. Its package is for Linux on x64, and is not installed here.\n",
  );
else if (!canBeAlone)
  process.stderr.write(
    "SKIPPED, LOUDLY: the tests against local-slack. This machine can't make a network namespace (unshare --net, ip link), and local-slack listens on all interfaces.\n",
  );
if (process.env.DISCORD_OPENAPI === undefined)
  process.stderr.write(
    "SKIPPED, LOUDLY: judging what is sent to Discord. Set DISCORD_OPENAPI to Discord's OpenAPI document (github.com/discord/discord-api-spec, specs/openapi.json).\n",
  );
const run = spawnSync(command, args, {
  stdio: "inherit",
  env: { ...process.env, E2E_LOCAL_SLACK: hasLocalSlack && canBeAlone ? "1" : "0" },
});
process.exit(run.status ?? 1);
