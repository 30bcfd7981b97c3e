/** What a process of the running bot does: it talks to people, finds what is due, or works on jobs. */
export const ROLES = ["chat", "schedule", "work"] as const;
export type Role = (typeof ROLES)[number];
