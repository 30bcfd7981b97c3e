/** What the schema for PostgreSQL says differently: the provider, and where its client goes. Nothing else may differ. */
const CHANGES: [string, string][] = [
  [
    "// The store, on SQLite.",
    "// Written by `npm run migration` from prisma/schema.prisma: change that one.\n//\n// The store, on PostgreSQL.",
  ],
  ['provider = "sqlite"', 'provider = "postgresql"'],
  ['"../src/adapters/prisma/generated"', '"../../src/adapters/prisma/postgresql/generated"'],
];

/** The text of prisma/postgresql/schema.prisma, out of that of prisma/schema.prisma. */
export function derivePostgresqlSchema(schema: string): string {
  let derived = schema;
  for (const [here, there] of CHANGES) {
    if (!derived.includes(here)) throw new Error(`prisma/schema.prisma does not say ${here}`);
    derived = derived.replace(here, there);
  }
  return derived;
}
