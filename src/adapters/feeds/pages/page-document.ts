import { parseHTML } from "linkedom";
import type { WebContent } from "../../../domain/sources/web.ts";
import { decodeText } from "../../web/decode-text.ts";
import { parseMarkup } from "../parse-markup.ts";

/** The parts of a DOM that are used: linkedom's types name no more than that. */
export interface PageElement {
  readonly nodeType: number;
  readonly localName: string;
  readonly parentElement: PageElement | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  textContent: string | null;
  getAttribute(name: string): string | null;
  closest(selector: string): PageElement | null;
  matches(selector: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}
export interface PageDocument {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** A piece of text, or an element with more. */
interface PageNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  textContent: string | null;
}

const TEXT_NODE = 3;
/** Nodes that are looked at for one line. */
const MOST_NODES = 100;

/** The words of an element on one line; null where they are more than a line, however deep they stand. Costs no more than the line. */
export function lineIn(element: PageElement, longest: number): string | null {
  const later: PageNode[] = [];
  let line = "";
  let node: PageNode | null = element.firstChild;
  for (let looked = 0; node !== null || later.length > 0; looked++) {
    if (looked > MOST_NODES) return null;
    if (node === null) {
      node = later.pop()?.nextSibling ?? null;
      line += " ";
    } else if (node.nodeType === TEXT_NODE) {
      line += (node.textContent ?? "").slice(0, 4 * longest);
      node = node.nextSibling;
    } else if (node.firstChild === null || node.localName === "script" || node.localName === "style") {
      node = node.nextSibling;
    } else {
      later.push(node);
      node = node.firstChild;
    }
    if (line.length > longest && line.replace(/\s+/g, " ").trim().length > longest) return null;
  }
  return line.replace(/\s+/g, " ").trim();
}

/** Whether one element is another, or around it. */
export function contains(outer: PageElement, inner: PageElement | null): boolean {
  for (let at = inner; at !== null; at = at.parentElement) if (at === outer) return true;
  return false;
}

/** A page with more elements is no article, and reading it would hold everything else up. */
export const MAX_ELEMENTS = 30_000;
/** Pieces of text and comments: each entity is a piece of its own, and a DOM of a million of them takes minutes. */
const MAX_PIECES = 100_000;

/** Null where the bytes are no page, or one of so many tags that it is a trap. */
export function documentOf(content: WebContent): PageDocument | null {
  const html = decodeText(content.body, content.contentType);
  if (!/<[a-z!]/i.test(html.slice(0, 2000))) return null;
  const look = lookThrough(html);
  if (look.isTrap) return null;
  try {
    const { document } = parseHTML(html);
    if (look.isUpperCase) lowerAttributes(document.querySelectorAll("*"));
    return document as unknown as PageDocument;
  } catch {
    // Nested deeper than the parser's stack.
    return null;
  }
}

/**
 * Whether it has too many tags, or such as are nested too deep: a DOM of it would cost more than any article is worth. And whether attributes are
 * written in capitals, as editors did for long: HTML does not tell `HREF` from `href`, and linkedom does.
 */
function lookThrough(html: string): { isTrap: boolean; isUpperCase: boolean } {
  let [elements, pieces, isUpperCase] = [0, 0, false];
  const handler = {
    onopentag() {
      elements += 1;
    },
    onattribute(name: string) {
      if (/^[A-Z]/.test(name)) isUpperCase = true;
    },
    ontext() {
      pieces += 1;
    },
    oncomment() {
      pieces += 1;
    },
  };
  const isWhole = parseMarkup(html, handler, { lowerCaseAttributeNames: false });
  return { isTrap: !isWhole || elements > MAX_ELEMENTS || pieces > MAX_PIECES, isUpperCase };
}

interface Attributed {
  getAttributeNames(): string[];
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  setAttribute(name: string, value: string): void;
}

function lowerAttributes(elements: Iterable<Attributed>): void {
  for (const element of elements)
    for (const name of element.getAttributeNames()) {
      const lower = name.toLowerCase();
      if (lower !== name && !element.hasAttribute(lower)) element.setAttribute(lower, element.getAttribute(name) ?? "");
    }
}
