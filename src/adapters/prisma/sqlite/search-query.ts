import { MAX_TERMS } from "../search/article-search.ts";
import { scopeWord } from "../search/scope-word.ts";

/**
 * An FTS5 query: the workspace, unless it may be left out, and any of the terms, or all. Each term is quoted, so that nothing in it is an operator; what holds no
 * letter or digit is left out. Null where nothing is left.
 */
export function matchQuery(query: {
  workspaceId: string;
  terms: string[];
  match: "all" | "any";
  isScoped: boolean;
}): string | null {
  const quoted = query.terms
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
    .slice(0, MAX_TERMS)
    .map((term) => `"${term.replace(/["\p{Cc}]/gu, " ")}"`);
  if (quoted.length === 0) return null;
  const words = quoted.join(query.match === "all" ? " AND " : " OR ");
  const scope = query.isScoped ? `{scope} : ${scopeWord(query.workspaceId)} AND ` : "";
  return `${scope}{title text} : (${words})`;
}
