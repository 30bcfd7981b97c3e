import { z } from "zod";
import type { ProductionPackage } from "./production-packages.ts";

const component = z.looseObject({
  "bom-ref": z.string(),
  name: z.string(),
  version: z.string(),
  licenses: z.array(z.unknown()).optional(),
});
const sbom = z.looseObject({
  bomFormat: z.literal("CycloneDX"),
  specVersion: z.string(),
  metadata: z.looseObject({ component: z.looseObject({ "bom-ref": z.string(), name: z.string() }) }),
  components: z.array(component),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/**
 * What npm writes of everything, as a document of what a production installation brings. Two things npm does not know: the program's name, for
 * which it takes the folder's, and licences that a package says in a way of its own. `missing` are packages of the lock file that are
 * not in it, less those that are for some platforms only.
 */
export function completeSbom(
  printed: unknown,
  { name, packages }: { name: string; packages: ProductionPackage[] },
): { document: z.infer<typeof sbom>; missing: string[] } {
  const document = sbom.parse(printed);
  const { component: root } = document.metadata;
  root.name = name;
  const licences = new Map(packages.map((each) => [`${each.name}@${each.version}`, each.licence]));
  const components = document.components.filter((each) => licences.has(`${each.name}@${each.version}`));
  for (const each of components) {
    const licence = licences.get(`${each.name}@${each.version}`);
    if (each.licenses === undefined && licence != null) each.licenses = [{ license: { id: licence } }];
  }
  const kept = new Set([root["bom-ref"], ...components.map((each) => each["bom-ref"])]);
  const dependencies = document.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map((each) => ({ ...each, dependsOn: each.dependsOn.filter((ref) => kept.has(ref)) }));
  const listed = new Set(components.map((each) => `${each.name}@${each.version}`));
  const missing = packages.filter((each) => !each.isOptional).map((each) => `${each.name}@${each.version}`);
  return { document: { ...document, components, dependencies }, missing: missing.filter((key) => !listed.has(key)) };
}
