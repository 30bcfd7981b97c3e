// Writes THIRD-PARTY.md and NOTICE: which packages a production installation brings, and under which licences.
// `npm run licences` writes them; with `--check` nothing is written. The exit status is 1 where they are out of date, and where a licence was not weighed.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { licenceFaults, noticeText, readLock, readProductionPackages, thirdPartyList } from "./production-packages.ts";

const packages = readProductionPackages(readLock());
const files = { "THIRD-PARTY.md": thirdPartyList(packages), NOTICE: noticeText(packages) };
const faults = licenceFaults(packages);
for (const [path, text] of Object.entries(files)) {
  if (!process.argv.includes("--check")) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, "utf8") !== text)
    faults.push(`${path} is out of date: npm run licences writes it.`);
}
for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log(`${packages.length} packages of others, each under a licence that was weighed.`);
process.exitCode = faults.length === 0 ? 0 : 1;
