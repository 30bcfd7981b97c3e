// Writes what a production installation is made of, as a CycloneDX document: npm run sbom -- attache-0.1.0.cdx.json
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { completeSbom } from "./complete-sbom.ts";
import { readLock, readProductionPackages } from "./production-packages.ts";

const target = process.argv[2];
if (target === undefined) {
  console.error("Name the file to write: npm run sbom -- attache-0.1.0.cdx.json");
  process.exit(2);
}
const { name } = z.object({ name: z.string() }).parse(JSON.parse(readFileSync("package.json", "utf8")));
// With --omit dev it leaves out what a package of development wants as well, zod and pg-types among them: the lock file knows better.
const asked = ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--package-lock-only"];
const printed = execFileSync("npm", asked, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
const { document, missing } = completeSbom(JSON.parse(printed), { name, packages: readProductionPackages(readLock()) });
if (missing.length > 0) {
  console.error(`npm left out what the lock file has: ${missing.join(", ")}.`);
  process.exit(1);
}
writeFileSync(target, `${JSON.stringify(document, null, 2)}\n`);
console.log(`${target}: ${document.components.length} components.`);
