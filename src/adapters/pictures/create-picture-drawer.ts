import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { PictureDrawer } from "../../domain/chat/picture.ts";

const FONT = "Noto Sans";
const FONT_FILES = ["noto-sans-regular.ttf", "noto-sans-bold.ttf"].map((name) =>
  fileURLToPath(new URL(`./fonts/${name}`, import.meta.url)),
);

/** What is used of @resvg/resvg-js, which need not be there, so that nothing may rest on its types. */
interface Renderer {
  renderAsync(
    svg: string,
    options: { font: { fontFiles: string[]; loadSystemFonts: boolean; defaultFontFamily: string; sansSerifFamily: string } },
  ): Promise<{ asPng(): Uint8Array }>;
}

/**
 * Draws by resvg, which is loaded with the first picture and works on a thread of its own. The letters are of our own font, so that a picture
 * looks the same on every machine; scripts that it lacks come out of the machine's fonts, where it has any.
 */
export function createPictureDrawer(load: () => Renderer = loadRenderer): PictureDrawer {
  return {
    async draw(svg) {
      let renderer: Renderer;
      try {
        renderer = load();
      } catch {
        return { kind: "unavailable", sentence: MISSING };
      }
      const font = { fontFiles: FONT_FILES, loadSystemFonts: true, defaultFontFamily: FONT, sansSerifFamily: FONT };
      const image = await renderer.renderAsync(svg, { font });
      return { kind: "drawn", png: image.asPng() };
    },
  };
}

function loadRenderer(): Renderer {
  return createRequire(import.meta.url)("@resvg/resvg-js");
}

const MISSING =
  'PNG images need the optional package @resvg/resvg-js, which is not installed or does not run on this machine. Run "npm install --include=optional" where Attaché is installed, or use --svg.';
