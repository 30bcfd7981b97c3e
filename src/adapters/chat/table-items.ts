import type { Block, Inline } from "../../domain/chat/document.ts";

type Table = Extract<Block, { type: "table" }>;

/** A table's rows as the items of a list, for what shows no tables: the cells of each in their order, empty ones left out. */
export function tableItems({ rows }: Pick<Table, "rows">): Inline[][] {
  return rows.map((cells) =>
    cells.filter((cell) => cell.length > 0).flatMap((cell, at) => (at === 0 ? cell : [{ type: "text", text: " · " }, ...cell])),
  );
}
