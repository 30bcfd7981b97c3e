import type { GivenRole, Role } from "./extraction.ts";

/** The roles that are offices: what the store keeps. A state without an office stays with the article. */
export function officesOf(roles: readonly GivenRole[]): Role[] {
  return roles.flatMap((role) => (role.title === null ? [] : [{ ...role, title: role.title }]));
}
