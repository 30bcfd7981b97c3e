import { createReadStream } from "node:fs";

/** What a command is given to read. */
export interface Given {
  files: string[];
  jsonl: string | true | undefined;
}

/** How many articles there are to read, for whoever waits; null where the input says it only at its end. A file that can't be read counts as one. */
export async function countGiven({ files, jsonl }: Given): Promise<number | null> {
  if (typeof jsonl === "string") return countLines(jsonl);
  if (files.length === 0) return null;
  let total = 0;
  for (const file of files) {
    if (/^https?:\/\//i.test(file)) return null;
    total += /\.(?:jsonl|ndjson)$/i.test(file) ? await countLines(file) : 1;
  }
  return total;
}

/** Lines that hold something. */
async function countLines(file: string): Promise<number> {
  let lines = 0;
  let isEmpty = true;
  try {
    for await (const chunk of createReadStream(file, "latin1")) {
      for (const character of String(chunk)) {
        if (character === "\n") isEmpty = true;
        else if (isEmpty && character.trim() !== "") {
          isEmpty = false;
          lines++;
        }
      }
    }
    return lines;
  } catch {
    return 1;
  }
}
