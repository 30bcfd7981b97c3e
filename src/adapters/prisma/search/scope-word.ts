/** The word that stands for a workspace in the full-text index, so that a search is narrowed inside of it. SQLite's triggers write the same one. */
export function scopeWord(workspaceId: string): string {
  return `ws${Buffer.from(workspaceId, "utf8").toString("hex")}`;
}
