/** A text as it stands between the tags of a page. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

export const THEMES = ["light", "dark"] as const;
/** The panes of a row, by their width in pixels: a channel on a screen, and a phone. */
export const WIDTHS = [700, 320] as const;
/** What the smallest phone in use shows of a channel before one scrolls. */
const FOLD_PX = 520;
/** What is longer is cut: whoever wants all of it reads the gallery. */
const MOST_PX = 1000;
const GAP_PX = 12;
/** Of the README's picture. */
const PANE_PX = 420;
/** Of a whole sheet. */
export const SHEET_PX = WIDTHS[0] + WIDTHS[1] + GAP_PX * 3;

const SHEET_CSS = `*{box-sizing:border-box}body{margin:0}a{text-decoration:none}
.row{display:flex;align-items:flex-start;gap:${GAP_PX}px;width:${SHEET_PX}px;padding:${GAP_PX}px}
.pane{position:relative;overflow:hidden;max-height:${MOST_PX}px;border-radius:8px}
.fold{position:absolute;left:0;right:0;top:${FOLD_PX}px;border-top:1px dashed #e0525f}`;

/** One message in one theme, as it begins on a screen. */
export function paneHtml(message: string, { css, theme }: { css: string; theme: (typeof THEMES)[number] }): string {
  const pane = `<div class="pane w${WIDTHS[0]}" style="width:${WIDTHS[0]}px;max-height:${PANE_PX}px">${message}</div>`;
  return `<style>${SHEET_CSS}.row{width:${WIDTHS[0]}px;padding:0}${css}</style><div class="sheet"><div class="row ${theme}">${pane}</div></div>`;
}

/** The same messages in light and dark, wide and on a phone; a dashed line says where a phone's screen ends. */
export function sheetHtml(messages: string[], css: string): string {
  const panes = WIDTHS.map((width) => {
    const fold = width === WIDTHS[1] ? '<div class="fold"></div>' : "";
    return `<div class="pane w${width}" style="width:${width}px">${messages.join("")}${fold}</div>`;
  }).join("");
  const rows = THEMES.map((theme) => `<div class="row ${theme}">${panes}</div>`);
  return `<style>${SHEET_CSS}${css}</style><div class="sheet">${rows.join("")}</div>`;
}
