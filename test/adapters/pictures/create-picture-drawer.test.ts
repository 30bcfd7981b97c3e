import { expect, test } from "vitest";
import { createPictureDrawer } from "../../../src/adapters/pictures/create-picture-drawer.ts";

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 20 10"><style>.back{fill:#fff}text{fill:#000;font-family:"Noto Sans"}</style><rect class="back" width="20" height="10"/><text x="1" y="9" font-size="9">Å</text></svg>';

test("an SVG image becomes a PNG image of the size that it names", async () => {
  const drawn = await createPictureDrawer().draw(SVG);
  if (drawn.kind !== "drawn") throw new Error(drawn.sentence);
  const png = Buffer.from(drawn.png);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([40, 20]);
});

test("letters are drawn", async () => {
  const drawer = createPictureDrawer();
  const [withLetter, without] = await Promise.all([SVG, SVG.replace("Å", "")].map((svg) => drawer.draw(svg)));
  expect(withLetter).not.toEqual(without);
});

test("where the package is missing, a sentence says what to do", async () => {
  const drawn = await createPictureDrawer(() => {
    throw new Error("Cannot find module");
  }).draw(SVG);
  expect(drawn).toMatchObject({ kind: "unavailable", sentence: expect.stringContaining("npm install --include=optional") });
});
