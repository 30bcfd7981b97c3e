import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"];
const TIMEOUT_MS = 300_000;
/** Text stays readable, and the pictures small. */
const QUALITY = 0.3;
const SCALE = 0.75;

/** The browser that draws, or null where none is installed. */
export function findChromium(): string | null {
  return NAMES.find((name) => spawnSync(name, ["--version"], { timeout: TIMEOUT_MS }).status === 0) ?? null;
}

export interface Sheet {
  name: string;
  html: string;
  widthPx: number;
}

/** Draws each sheet into a WebP file of its name, as tall as the sheet is. */
export function drawSheets(browser: string, sheets: Sheet[], to: string): void {
  const folder = mkdtempSync(join(tmpdir(), "attache-drawing-"));
  const open = (html: string, ...flags: string[]): string => {
    const page = join(folder, "page.html");
    writeFileSync(page, `<!doctype html><meta charset="utf-8">${html}`);
    const profile = `--user-data-dir=${join(folder, "profile")}`;
    const args = [...FLAGS, profile, "--allow-file-access-from-files", ...flags, pathToFileURL(page).href];
    const run = spawnSync(browser, args, { encoding: "utf8", timeout: TIMEOUT_MS, maxBuffer: 2 ** 28 });
    if (run.status !== 0) throw new Error(`${browser} ended with ${run.status ?? run.signal}: ${run.stderr}`);
    return run.stdout;
  };
  try {
    for (const [at, { html, widthPx }] of sheets.entries()) {
      const heightPx = heightOf(open(`${html}${MEASURE}`, `--window-size=${widthPx},400`, "--dump-dom"));
      open(html, `--window-size=${widthPx},${heightPx}`, `--screenshot=${join(folder, `${at}.png`)}`);
    }
    const images = sheets.map((_, at) => `<img src="${at}.png">`).join("");
    const drawn = [...open(`${images}${SHRINK}`, "--dump-dom").matchAll(/data:image\/webp;base64,([\w+/=]+)/g)];
    for (const [at, { name }] of sheets.entries())
      writeFileSync(join(to, `${name}.webp`), Buffer.from(drawn[at]?.[1] ?? "", "base64"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const MEASURE = "<script>document.title=document.querySelector('.sheet').offsetHeight</script>";

function heightOf(page: string): string {
  const height = /<title>(\d+)/.exec(page)?.[1];
  if (height === undefined) throw new Error("The browser did not say how tall the page is.");
  return height;
}

/** Replaces each picture of a page by its WebP as text. */
const SHRINK = `<script>onload=()=>{for(const image of [...document.images]){const canvas=document.createElement("canvas");
canvas.width=image.naturalWidth*${SCALE};canvas.height=image.naturalHeight*${SCALE};const pen=canvas.getContext("2d");
pen.imageSmoothingQuality="high";pen.drawImage(image,0,0,canvas.width,canvas.height);
image.replaceWith(canvas.toDataURL("image/webp",${QUALITY})+" ")}}</script>`;
