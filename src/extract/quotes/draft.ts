import type { Speaker } from "../../domain/evidence/extraction.ts";
import type { FoundPerson } from "../people/found-people.ts";
import type { MarkedSpan } from "./find-spans.ts";
import type { Link } from "./link.ts";

/** A quotation on its way: what was found for it so far. */
export interface Draft {
  span: MarkedSpan;
  link: Link | null;
  speaker: Speaker | null;
  person: FoundPerson | null;
  rule: string;
}
