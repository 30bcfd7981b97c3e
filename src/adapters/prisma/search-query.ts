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
export function anyOf(workspaceId: string, terms: string[]): string | null {
  return matchQuery(workspaceId, terms, " OR ");
}

export function allOf(workspaceId: string, terms: string[]): string | null {
  return matchQuery(workspaceId, terms, " AND ");
}

function matchQuery(workspaceId: string, terms: string[], operator: string): string | null {
  const quoted = terms
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
    .slice(0, MAX_TERMS)
    .map((term) => `"${term.replace(/["\p{Cc}]/gu, " ")}"`);
  return quoted.length === 0 ? null : `{scope} : ${scopeWord(workspaceId)} AND {title text} : (${quoted.join(operator)})`;
}
