import { readFileSync } from "node:fs";
import { z } from "zod";

/** Licences that ask for nothing but their text and their authors' names to be kept, by SPDX's names. */
const FREE: ReadonlySet<string> = new Set([
  ...["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "BlueOak-1.0.0", "Unlicense", "CC0-1.0", "WTFPL"],
  ...["Zlib", "Python-2.0", "PSF-2.0"],
]);

interface Exception {
  licence: string;
  /** What NOTICE says of it: what it is here, and what its licence wants to be said. */
  notice: string;
}

/** Packages with another licence that were weighed: NOTICE names them. */
export const EXCEPTIONS: Readonly<Record<string, Exception>> = {
  elkjs: {
    licence: "EPL-2.0",
    notice: "Comes with Prisma's command line, which makes the database clients in a checkout; no package of ours brings it.",
  },
  "date-holidays": {
    licence: "(ISC AND CC-BY-3.0)",
    notice:
      "Knows public holidays. It is used unchanged; its data is by its contributors (https://github.com/commenthol/date-holidays) and, in parts, by Wikipedia's, under the Creative Commons Attribution 3.0 Unported License.",
  },
  "@resvg/resvg-js": {
    licence: "MPL-2.0",
    notice:
      "Draws pictures. It is used unchanged; its source is at https://github.com/thx/resvg-js, and so is that of its builds for single platforms, @resvg/resvg-js-….",
  },
};

/** Builds of a weighed package for single platforms. */
function isBuildOfWeighed(name: string, licence: string): boolean {
  return name.startsWith("@resvg/resvg-js-") && licence === EXCEPTIONS["@resvg/resvg-js"]?.licence;
}

/** Where the facts come from that the program brings itself. */
const DATA = `src/extract/country-table.ts is put together from
- Unicode CLDR (names of territories in English), Copyright © Unicode, Inc., under the Unicode License v3;
- i18n-iso-countries and i18n-nationality, Copyright © 2016 widdix GmbH, under the MIT License;
- countries-list, Copyright © 2014 Annexare Studio, under the MIT License;
- "countries" (https://github.com/mledoze/countries): official names, and some demonyms and other names. It is made available under the Open Database License: https://opendatacommons.org/licenses/odbl/1-0/.

src/grammar/weights/english.bin was learned from treebanks, and is published under the Creative Commons Attribution-ShareAlike 4.0 International License (src/grammar/weights/LICENCE.md):
- Universal Dependencies English EWT, by Natalia Silveira, Timothy Dozat, Christopher Manning, Nathan Schneider and others, under CC BY-SA 4.0;
- Universal Dependencies English GUM, by Amir Zeldes and others: annotation under CC BY 4.0, texts under CC BY 2.5 to 4.0, CC BY-SA 3.0, or in the public domain.

src/adapters/pictures/fonts holds letters of Noto Sans, Copyright 2022 The Noto Project Authors, under the SIL Open Font License, Version 1.1 (src/adapters/pictures/fonts/LICENCE.md).

src/extract/people/given-names/given-names.txt was made from the first names of @faker-js/faker, Copyright (c) 2022-2025 Faker, and of the works that it is based on, under the MIT License (src/extract/people/given-names/LICENCE.md).
`;

export interface ProductionPackage {
  name: string;
  version: string;
  licence: string | null;
  /** Left out where it is not for the platform, or cannot be built. */
  isOptional: boolean;
}

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      name: z.string().optional(),
    }),
  ),
});

/** What a production installation may bring, on whatever platform, by the lock file: each version once, in order. */
export function readProductionPackages(lockText: string): ProductionPackage[] {
  const found = new Map<string, ProductionPackage>();
  for (const [path, entry] of Object.entries(lock.parse(JSON.parse(lockText)).packages)) {
    if (path === "" || entry.dev === true) continue;
    const name = entry.name ?? path.replace(/^.*node_modules\//, "");
    const version = entry.version ?? "";
    const key = `${name}@${version}`;
    const isOptional = (entry.optional === true || entry.devOptional === true) && (found.get(key)?.isOptional ?? true);
    found.set(key, { name, version, licence: entry.license ?? EXCEPTIONS[name]?.licence ?? null, isOptional });
  }
  return [...found.values()].sort((a, b) => (a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1));
}

/** What of an SPDX expression a user may choose: one of several, each with all that it joins. */
function isFree(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, "$1");
  return bare.split(/\s+or\s+/i).some((choice) => choice.split(/\s+and\s+/i).every((licence) => FREE.has(licence.trim())));
}

/** A sentence for each package whose licence nobody has weighed. */
export function licenceFaults(packages: ProductionPackage[]): string[] {
  return packages.flatMap(({ name, version, licence }) => {
    if (licence === null)
      return [`${name} ${version} names no licence: look for it, and weigh it in scripts/production-packages.ts.`];
    if (isFree(licence) || EXCEPTIONS[name]?.licence === licence || isBuildOfWeighed(name, licence)) return [];
    return [
      `${name} ${version} is under ${licence}, which is not among those that may come in: weigh it, or take another package.`,
    ];
  });
}

export function thirdPartyList(packages: ProductionPackage[]): string {
  const licences = [...new Set(packages.map(({ licence }) => licence ?? "unknown"))].sort();
  const parts = licences.map((licence) => {
    const under = packages.filter((each) => (each.licence ?? "unknown") === licence);
    return `## ${licence} (${under.length})\n\n${under.map(({ name, version }) => `${name} ${version}`).join(", ")}\n`;
  });
  return `# Packages of others

What \`npm ci --omit=dev\` may install, on whatever platform, by licence. \`npm run licences\` writes this file out of package-lock.json, and CI compares the two; the text of each licence comes with its package.

${parts.join("\n")}`;
}

export function noticeText(packages: ProductionPackage[]): string {
  const named = packages.flatMap(({ name, version, licence }) => {
    const exception = EXCEPTIONS[name];
    return exception === undefined ? [] : [`${name} ${version} (${licence})\n${exception.notice}\n`];
  });
  const beside = named.length === 0 ? "" : `\nThese of them want to be named:\n\n${named.join("\n")}`;
  return `Attaché
Copyright 2026 The Attaché authors

Licensed under the Apache License, Version 2.0: see LICENSE.

It works with packages of others, which THIRD-PARTY.md lists with their licences.
${beside}
${DATA}`;
}

export function readLock(): string {
  return readFileSync("package-lock.json", "utf8");
}
