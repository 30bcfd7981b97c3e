import Database from "better-sqlite3";

/** Tables with what is copied of each row; a key that is moved gets the copy's distance added. Parents come first. */
const COPIED: { table: string; moved: string[] }[] = [
  { table: "Article", moved: ["id"] },
  { table: "ArticleCountry", moved: ["articleId"] },
  { table: "PersonArticle", moved: ["articleId"] },
  { table: "Quote", moved: ["id", "articleId"] },
  { table: "Meeting", moved: ["id"] },
  { table: "MeetingParticipant", moved: ["id", "meetingId"] },
  { table: "MeetingReport", moved: ["id", "meetingId", "articleId"] },
];

/**
 * Fills a store with copies of what it holds until it has about `articles`: rows straight into the tables, because extracting so many
 * texts takes an hour. The index is kept by its triggers, as ever. Copies have ids of their own and a word that no other has.
 */
export function fillStore(path: string, articles: number): void {
  const database = new Database(path);
  const one = (sql: string) => Number(Object.values(database.prepare(sql).get() as Record<string, number>)[0]);
  const held = one('SELECT count(*) FROM "Article"');
  const distance = Math.max(
    ...["Article", "Quote", "Meeting", "MeetingParticipant", "MeetingReport"].map((table) =>
      one(`SELECT max("id") FROM "${table}"`),
    ),
  );
  for (let copy = 1; copy < articles / held; copy++) {
    database.transaction(() => {
      for (const { table, moved } of COPIED) {
        const columns = (database.prepare(`PRAGMA table_info("${table}")`).all() as { name: string }[]).map(
          (column) => column.name,
        );
        const values = columns.map((column) => copyOf(column, { table, moved, by: copy * distance, copy }));
        const names = columns.map((column) => `"${column}"`).join(", ");
        const until = moved.includes("id") ? `"id" <= ${distance}` : `"articleId" <= ${distance}`;
        database.exec(`INSERT INTO "${table}" (${names}) SELECT ${values.join(", ")} FROM "${table}" WHERE ${until}`);
      }
    })();
  }
  database.close();
}

function copyOf(column: string, copied: { table: string; moved: string[]; by: number; copy: number }): string {
  if (copied.moved.includes(column)) return `"${column}" + ${copied.by}`;
  if (copied.table !== "Article") return `"${column}"`;
  if (column === "externalId" || column === "identity") return `"${column}" || '-${copied.copy}'`;
  if (column === "text") return `"text" || ' Copy${copied.copy}.'`;
  return column === "storyId" ? "NULL" : `"${column}"`;
}
