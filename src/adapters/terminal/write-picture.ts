import { writeFileSync } from "node:fs";
import type { Reply } from "../../domain/chat/chat.ts";
import { AppError } from "../../domain/errors.ts";

/** Writes the image that came with a reply. Throws an AppError: "not-found" where nothing was drawn, "bad-input" where the file cannot be written. */
export function writePicture(path: string, { picture }: Pick<Reply, "picture">): void {
  if (picture === undefined) throw new AppError("not-found", `There is nothing to draw, so ${path} was not written.`);
  try {
    writeFileSync(path, picture.content);
  } catch (cause) {
    throw new AppError(
      "bad-input",
      `The picture could not be written to ${path}: is the folder there, and may you write to it?`,
      {
        cause,
      },
    );
  }
}
