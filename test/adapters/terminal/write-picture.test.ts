import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writePicture } from "../../../src/adapters/terminal/write-picture.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";

const FILES = [
  { name: "meetings.ics", mediaType: "text/calendar", content: "BEGIN:VCALENDAR" },
  { name: "timeline.svg", mediaType: "image/svg+xml", content: "<svg/>" },
];
let place: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  place = temporaryFolder();
});

afterEach(() => place.remove());

test("the image of a reply is written where it was asked for", () => {
  writePicture(place.path("timeline.svg"), { files: FILES });
  expect(readFileSync(place.path("timeline.svg"), "utf8")).toBe("<svg/>");
});

test("where nothing was drawn, or the folder is missing, a sentence says so", () => {
  expect(() => writePicture(place.path("timeline.svg"), { files: [] })).toThrow("There is nothing to draw");
  expect(() => writePicture(place.path("none/timeline.svg"), { files: FILES })).toThrow("could not be written");
});
