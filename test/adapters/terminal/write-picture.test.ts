import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writePicture } from "../../../src/adapters/terminal/write-picture.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";

const PICTURE = { name: "timeline.svg", mediaType: "image/svg+xml", content: "<svg/>", title: "", alt: "" } as const;
let place: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  place = temporaryFolder();
});

afterEach(() => place.remove());

test("the image of a reply is written where it was asked for", () => {
  writePicture(place.path("timeline.svg"), { picture: PICTURE });
  expect(readFileSync(place.path("timeline.svg"), "utf8")).toBe("<svg/>");
});

test("where nothing was drawn, or the folder is missing, a sentence says so", () => {
  expect(() => writePicture(place.path("timeline.svg"), {})).toThrow("There is nothing to draw");
  expect(() => writePicture(place.path("none/timeline.svg"), { picture: PICTURE })).toThrow("could not be written");
});
