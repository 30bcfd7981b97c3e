/** What an examination of one part says: how it is, in a sentence, and for a fault what to do. */
export interface Finding {
  part: string;
  state: "fine" | "off" | "fault";
  sentence: string;
}
