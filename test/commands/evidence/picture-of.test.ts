import { expect, test } from "vitest";
import { pictureOf } from "../../../src/commands/evidence/picture-of.ts";
import type { Platform } from "../../../src/domain/chat/chat.ts";
import type { PictureDrawer } from "../../../src/domain/chat/picture.ts";

const DRAWING = { name: "timeline", title: "Timeline", alt: "two days", draw: (look: string) => `<svg ${look}/>` };
/** Its bytes are the SVG image that it was given. */
const drawer: PictureDrawer = { draw: async (svg) => ({ kind: "drawn", png: Buffer.from(svg) }) };
const broken: PictureDrawer = { draw: async () => ({ kind: "unavailable", sentence: "Install it." }) };

function on(platform: Platform, pictures: PictureDrawer | null) {
  return { pictures, asker: { platform } };
}

test("a chat has its picture without asking, in the colours of its clients", async () => {
  expect(await pictureOf(on("slack", drawer), DRAWING)).toMatchObject({
    name: "timeline.png",
    alt: "two days",
    content: Buffer.from("<svg light/>"),
  });
  expect(await pictureOf(on("discord", drawer), DRAWING)).toMatchObject({ content: Buffer.from("<svg dark/>") });
});

test("a terminal has the one that it asks for", async () => {
  expect(await pictureOf(on("terminal", drawer), DRAWING)).toBeUndefined();
  expect(await pictureOf(on("terminal", drawer), DRAWING, "dark")).toMatchObject({ content: Buffer.from("<svg dark/>") });
  expect(await pictureOf(on("terminal", null), DRAWING, "svg")).toMatchObject({ name: "timeline.svg", content: "<svg auto/>" });
});

test("where none can be drawn, a chat's answer stands alone, and who asked is told", async () => {
  expect(await pictureOf(on("slack", broken), DRAWING)).toBeUndefined();
  await expect(pictureOf(on("terminal", broken), DRAWING, "light")).rejects.toThrow("Install it.");
});
