import type { PersonRecord } from "../domain/evidence/records.ts";
import type { Bloc } from "./blocs.ts";

/** Somebody or something that acts: countries, a body or a region, or a person. `label` is for display, `text` is as typed. */
export type TopicSide =
  | { kind: "countries"; text: string; label: string; codes: string[] }
  | { kind: "bloc"; text: string; label: string; bloc: Bloc }
  | { kind: "person"; text: string; label: string; person: PersonRecord };

/** Finds people by typed words, best match first. */
export type FindPerson = (name: string) => Promise<PersonRecord | null>;
