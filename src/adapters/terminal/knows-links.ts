import type { Terminal } from "./program.ts";

/** Terminals that say who they are and show links, from the versions on in which they do. */
const PROGRAMS = new Set(["WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"]);
const TERMS = /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|wezterm|contour)/;
/** GNOME's and others: 0.50.0 crashes on them. */
const VTE = 5001;
const KONSOLE = 201_200;

/**
 * Whether a terminal shows links (OSC 8). Only where it is known: elsewhere nothing would be left of an address. Between it and us, tmux
 * and screen may take them away.
 */
export function knowsLinks({ stdout, env }: Pick<Terminal, "stdout" | "env">): boolean {
  const forced = env["FORCE_HYPERLINK"];
  if (forced !== undefined && forced !== "") return forced !== "0";
  if (stdout.isTTY !== true || env["CI"] !== undefined || env["TMUX"] !== undefined || env["STY"] !== undefined) return false;
  const { TERM = "", TERM_PROGRAM = "" } = env;
  if (TERM === "dumb" || /^(?:screen|tmux)/.test(TERM)) return false;
  if (TERM_PROGRAM === "iTerm.app") return Number.parseFloat(env["TERM_PROGRAM_VERSION"] ?? "") >= 3.1;
  return (
    PROGRAMS.has(TERM_PROGRAM) ||
    TERMS.test(TERM) ||
    env["WT_SESSION"] !== undefined ||
    Number(env["VTE_VERSION"]) >= VTE ||
    Number(env["KONSOLE_VERSION"]) >= KONSOLE
  );
}

/** A text that opens an address. The address is a URL's own writing, in which no control character stands. */
export function linked(text: string, address: string): string {
  return `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`;
}
