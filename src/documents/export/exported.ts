import type { Quoted } from "../quoted.ts";

/** A line of a document with the numbers of its footnotes, from 1. */
export interface ExportedLine {
  text: string;
  notes: number[];
  /** Whether the line is somebody's words: it is set off. */
  isQuote: boolean;
}

export interface ExportedSection {
  /** Null for what stands at the top. */
  heading: string | null;
  lines: ExportedLine[];
}

/** A document to hand on: lines, and for each of them the passages it rests on as footnotes. */
export interface Exported {
  title: string;
  /** When and out of what it was made. */
  made: string;
  sections: ExportedSection[];
  /** The first is footnote 1. */
  notes: Quoted[];
}
