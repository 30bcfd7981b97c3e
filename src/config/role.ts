/** What a process of the running bot does: it talks with people, it looks for what is due, or it works jobs. */
export const ROLES = ["chat", "schedule", "work"] as const;
export type Role = (typeof ROLES)[number];
