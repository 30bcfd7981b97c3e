import type { Action } from "../domain/chat/document.ts";
import type { Frame } from "./frames/frame-words.ts";

/** What can be asked for below a digest of these topics; a file only where a button makes one. */
export function digestActions(topics: string[], { frame, hasFile }: { frame: Frame; hasFile: boolean }): Action[] {
  const [about = ""] = topics;
  const week: Action = {
    label: frame.week,
    intent: { kind: "export", what: "digest", about: topics.join(", "), format: "docx" },
  };
  return [
    { label: frame.quotes, intent: { kind: "quotes", about } },
    { label: frame.meetings, intent: { kind: "meetings", about } },
    { label: frame.sources, intent: { kind: "sources", about } },
    { label: frame.why, intent: { kind: "digest", action: "why" } },
    ...(hasFile ? [week] : []),
  ];
}
