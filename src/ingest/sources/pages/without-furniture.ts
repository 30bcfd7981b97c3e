import { FURNITURE, LEFT_OUT } from "../../../extract/en/pages/furniture.ts";

/** A longer line is told, whatever it begins with. */
const LONGEST_LINE = 480;
/** Lines above a text that say who wrote it and when. */
const LINES_ABOVE = 5;

/** A text without what its site writes around every article: who shared it, where else it appeared, what to read next. Linear. */
export function withoutFurniture(text: string): string {
  let seen = 0;
  const paragraphs = text.split("\n\n").map((paragraph) => {
    const lines = paragraph.split("\n").filter((line) => {
      seen += 1;
      return !isFurniture(line.trim(), seen <= LINES_ABOVE);
    });
    return lines.join("\n");
  });
  return paragraphs
    .filter((paragraph) => paragraph.trim() !== "")
    .join("\n\n")
    .replace(LEFT_OUT, "")
    .trim();
}

function isFurniture(line: string, isAbove: boolean): boolean {
  if (line.length > LONGEST_LINE) return false;
  return (
    FURNITURE.anywhere.some((pattern) => pattern.test(line)) || (isAbove && FURNITURE.above.some((pattern) => pattern.test(line)))
  );
}
