import { AppError } from "../../domain/errors.ts";
import { nameKey } from "../../domain/evidence/fold-name.ts";
import type { PersonRecord } from "../../domain/evidence/records.ts";
import { didYouMean } from "../../evidence/did-you-mean.ts";
import type { CommandContext } from "../command-context.ts";

const LOOKED_AT = 10;
const NAMES_LOOKED_AT = 1000;

/**
 * Finds the one person with a typed name or id. Changes to people must not rest on a guess, so it throws an AppError ("not-found") with
 * the candidates if nobody, or more than one person, has the name.
 */
export async function choosePerson({ store, workspaceId }: CommandContext, typed: string): Promise<PersonRecord> {
  const found = await store.people.byName(workspaceId, typed, LOOKED_AT);
  const wanted = nameKey(typed);
  const named = found.filter((person) => nameKey(person.name) === wanted);
  const called = found.filter((person) => [person.name, ...person.aliases].some((name) => nameKey(name) === wanted));
  const best = [named, called, found].find((people) => people.length > 0) ?? [];
  const [person, ...others] = best;
  if (person === undefined) throw await unknown({ store, workspaceId }, typed);
  if (others.length === 0) return person;
  throw new AppError("not-found", `${typed} could be ${list(best.map((each) => each.name))}. Type the full name.`);
}

async function unknown({ store, workspaceId }: Pick<CommandContext, "store" | "workspaceId">, typed: string): Promise<AppError> {
  const known = await store.people.names(workspaceId, NAMES_LOOKED_AT);
  const meant = didYouMean(typed, known).filter((name) => known.includes(name));
  const advice = meant.length === 0 ? "/people lists everyone" : `Did you mean ${list(meant)}?`;
  return new AppError("not-found", `No article names ${typed}. ${advice}${meant.length === 0 ? "." : ""}`);
}

function list(names: string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
