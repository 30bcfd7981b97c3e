import type { Theme } from "../../domain/chat/picture.ts";
import { showText } from "../../domain/chat/show-text.ts";

/** Drawn for a screen of 320 pixels: letters of 13 of them stay readable there, and on any wider one. Twice as many are drawn, for sharp letters. */
export const WIDTH = 320;
const SCALE = 2;
export const MARGIN = 16;
const TITLE_PX = 17;
export const WORDS_PX = 13;
/** Of an average letter of a sans serif, by its size; a little too wide, so that no line runs out of the picture. */
const LETTER = 0.56;
const MOST_TITLE_LINES = 2;

/** By a theme, or as the reader's screen is where whoever shows the image looks for it: a browser does, a PNG image cannot. */
export type Look = Theme | "auto";

const FONT =
  'text{font-family:"Noto Sans",system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif}.plan{font-style:italic}';
/** WCAG contrast of 4.5 to 1 at least for letters in both, 3 to 1 for marks. */
const PALETTES: Readonly<Record<Theme, string>> = {
  light:
    "text{fill:#1d1c1d}.back{fill:#fff}.rule{stroke:#8a8a8a}text.soft,text.plan{fill:#5b5b5b}.dot{fill:#1f5f9f;stroke:#1f5f9f}.open{fill:#fff;stroke:#1f5f9f}text.on{fill:#fff}.cell{fill:#eef1f4}",
  dark: "text{fill:#ececec}.back{fill:#1a1d21}.rule{stroke:#8f8f8f}text.soft,text.plan{fill:#b8b8b8}.dot{fill:#7fb5ea;stroke:#7fb5ea}.open{fill:#1a1d21;stroke:#7fb5ea}text.on{fill:#10151b}.cell{fill:#262b31}",
};

function styleOf(look: Look): string {
  if (look !== "auto") return `${FONT}${PALETTES[look]}`;
  return `${FONT}${PALETTES.light}@media (prefers-color-scheme:dark){${PALETTES.dark}}`;
}

interface Sheet {
  title: string;
  /** For whoever cannot see the picture. */
  about: string;
  look: Look;
  heightPx: number;
  parts: readonly string[];
}

/** A whole SVG image with its title on top. */
export function sheetOf({ title, about, look, heightPx, parts }: Sheet): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SCALE * WIDTH}" height="${SCALE * heightPx}" viewBox="0 0 ${WIDTH} ${heightPx}" role="img" aria-labelledby="title about">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="about">${escapeXml(about)}</desc>`,
    `<style>${styleOf(look)}</style>`,
    `<rect class="back" width="${WIDTH}" height="${heightPx}"/>`,
    ...titleLines(title).map(
      (line, at) =>
        `<text x="${MARGIN}" y="${MARGIN + (at + 1) * (TITLE_PX + 3)}" font-size="${TITLE_PX}" font-weight="bold">${escapeXml(line)}</text>`,
    ),
    ...parts,
    "</svg>",
    "",
  ].join("\n");
}

/** Where what is below the title begins. */
export function belowTitle(title: string): number {
  return MARGIN + titleLines(title).length * (TITLE_PX + 5);
}

function titleLines(title: string): string[] {
  return wrap(title, TITLE_PX, WIDTH - 2 * MARGIN).slice(0, MOST_TITLE_LINES);
}

/** Words in lines of a width in pixels; a word that is longer than a line is cut. */
export function wrap(words: string, px: number, width: number): string[] {
  const most = Math.floor(width / (px * LETTER));
  const lines: string[] = [];
  for (const word of showText(words).split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push([...word].slice(0, most).join(""));
  }
  return lines;
}

/** Words in one line of a width in pixels, cut where they are longer. */
export function shortened(words: string, px: number, width: number): string {
  const most = Math.floor(width / (px * LETTER));
  const shown = [...showText(words).replace(/\s+/g, " ")];
  return shown.length <= most
    ? shown.join("")
    : `${shown
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
