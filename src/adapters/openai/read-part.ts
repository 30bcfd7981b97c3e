import type { OnPart, Prose } from "../../domain/model/language-model.ts";
import { findObject } from "./find-object.ts";
import { readDraftJson } from "./read-draft-json.ts";

/** Hears a draft's JSON grow, and hands on what is whole of it whenever another object has come to its end. */
export function createPartReader(prose: Prose, onPart: OnPart): (content: string) => void {
  let read = 0;
  return (content) => {
    const end = content.lastIndexOf("}") + 1;
    // A call that is repeated begins anew.
    if (end === 0 || end === read) return;
    read = end;
    const found = findObject(`${content.slice(0, end)}]}`);
    const draft = found === null || found === "cut" ? null : readDraftJson(found.json, prose);
    if (draft !== null) onPart(draft);
  };
}
