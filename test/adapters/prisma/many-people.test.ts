import { expect, it } from "vitest";
import { createPeopleWriter } from "../../../src/adapters/prisma/people/people-writer.ts";
import { openPostgresqlClients } from "../../../src/adapters/prisma/postgresql/open-clients.ts";
import { openSqliteClients } from "../../../src/adapters/prisma/sqlite/open-clients.ts";
import { createWorkspaceTurn } from "../../../src/adapters/prisma/turn/workspace-turn.ts";
import { temporaryFolder } from "./temporary-database.ts";
import { postgresqlUrl, temporaryPostgresql } from "./temporary-postgresql.ts";

/** More than a statement takes parameters: 32,766 on SQLite, 65,535 on PostgreSQL. A handful of articles may name as many. */
const MANY = 70_000;
const keys = Array.from({ length: MANY }, (_, at) => at + 1);
const counts = {
  personKeys: keys,
  names: keys.map((personKey) => ({ personKey, name: "Nobody", uses: 1, usesAsName: 1 })),
  roles: keys.map((roleKey) => ({ roleKey, uses: 1 })),
};
const databases = [
  {
    name: "SQLite",
    make: async () => {
      const place = temporaryFolder();
      return { clients: openSqliteClients(`file:${place.path("store.db")}`), drop: async () => place.remove() };
    },
  },
  {
    name: "PostgreSQL",
    make: async () => {
      const place = await temporaryPostgresql();
      return { clients: await openPostgresqlClients(place.url), drop: place.drop };
    },
  },
];

it.each(databases.filter(({ name }) => name === "SQLite" || postgresqlUrl !== ""))(
  "takes more people off at once than a statement takes parameters, on $name",
  { timeout: 120_000 },
  async ({ make }) => {
    const { clients, drop } = await make();
    const { rows } = clients;
    await clients.workspaceTransaction("terminal", async (transaction, direct) => {
      const expected = { identities: [], articles: 0, people: 0, roles: 0, meetings: 0 };
      const people = createPeopleWriter(createWorkspaceTurn({ transaction, direct, workspaceId: "terminal", rows, expected }));
      const [key = 0] = await people.create(["Ana Moreira"]);
      await people.subtractEvidence({ ...counts, personKeys: [...keys, key] });
    });
    expect(await clients.reads.person.count()).toBe(0);
    await clients.close();
    await drop();
  },
);
