import pc from "picocolors";
import { asTyped, type Front } from "../../commands/typed/as-typed.ts";
import type { Document } from "../../domain/chat/document.ts";
import { escapeUnseen, showText } from "../../domain/chat/show-text.ts";
import { knowsLinks, linked } from "./knows-links.ts";
import type { Terminal } from "./program.ts";
import { type Addresses, PLAIN_STYLE, render, type Style } from "./render.ts";

const DEFAULT_WIDTH = 100;

/** Results go to standard output, everything else to standard error, so that pipes stay clean. */
export interface Output {
  json(value: object): void;
  document(document: Document): void;
  text(text: string): void;
  /** A line with an address; where the terminal shows links, the words are the link. */
  link(words: string, address: string): void;
  /** A sentence of ours for people, on standard error; it may name commands as the prompt takes them. */
  say(text: string): void;
  /** Renews one line on standard error while long work goes on; nothing where that is no terminal. */
  progress(text: string | null): void;
}

export function createOutput(terminal: Terminal, front: Front = "terminal"): Output {
  const style = styleFor(terminal);
  const addresses = addressesFor(terminal);
  const isPlain = terminal.isPlain === true;
  // A window may be drawn wider while the prompt is open.
  const width = () => Math.min(terminal.stdout.columns ?? (Number(terminal.env["COLUMNS"]) || DEFAULT_WIDTH), 120);
  const live = terminal.stderr.isTTY === true && !isPlain;
  return {
    json: (value) => void terminal.stdout.write(`${escapeUnseen(JSON.stringify(value))}\n`),
    document: (document) => void terminal.stdout.write(render(document, { width: width(), style, front, addresses, isPlain })),
    text: (text) => void terminal.stdout.write(showText(text)),
    link: (words, address) => {
      const line =
        addresses === "links" ? linked(showText(words), new URL(address).href) : `${showText(words)}: ${showText(address)}`;
      terminal.stdout.write(`${line}\n`);
    },
    say: (text) => void terminal.stderr.write(`${live ? "\r\u001b[K" : ""}${showText(asTyped(text, front))}\n`),
    progress: (text) => {
      if (live) terminal.stderr.write(`\r\u001b[K${showText(text ?? "")}`);
    },
  };
}

/** Whole where no person reads them as they come: in a pipe, a file, or as asked for. */
function addressesFor(terminal: Terminal): Addresses {
  if (terminal.isPlain === true) return "whole";
  if (knowsLinks(terminal)) return "links";
  return terminal.stdout.isTTY === true ? "short" : "whole";
}

/** Colour where a person reads it, and neither NO_COLOR (no-color.org) nor a pipe says otherwise. */
function styleFor(terminal: Terminal): Style {
  const wanted =
    terminal.isPlain !== true &&
    terminal.env["NO_COLOR"] === undefined &&
    (terminal.stdout.isTTY === true || terminal.env["FORCE_COLOR"] === "1");
  if (!wanted) return PLAIN_STYLE;
  const color = pc.createColors(true);
  return {
    title: (text) => color.bold(color.cyan(text)),
    strong: color.bold,
    soft: color.dim,
    quote: color.yellow,
    warning: color.red,
  };
}
