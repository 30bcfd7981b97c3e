/** The word that stands for a workspace in the index's scope column; the triggers write the same one. */
function scopeWord(workspaceId: string): string {
  return `ws${Buffer.from(workspaceId, "utf8").toString("hex")}`;
}

/** At most so many terms of a query are used. */
const MAX_TERMS = 32;

/**
 * An FTS5 query: the workspace, and any of the terms, or all. Each term is quoted, so that nothing in it is an operator; what holds no
 * letter or digit is left out. Null where nothing is left.
 */
export function matchQuery(query: { workspaceId: string; terms: string[]; match: "all" | "any" }): string | null {
  const quoted = query.terms
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
    .slice(0, MAX_TERMS)
    .map((term) => `"${term.replace(/["\p{Cc}]/gu, " ")}"`);
  if (quoted.length === 0) return null;
  const words = quoted.join(query.match === "all" ? " AND " : " OR ");
  return `{scope} : ${scopeWord(query.workspaceId)} AND {title text} : (${words})`;
}
