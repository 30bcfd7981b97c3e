import { strToU8, zipSync } from "fflate";
import { escapeMarkup, type Quoted, quotedAddress } from "../quoted.ts";
import type { Exported, ExportedLine } from "./exported.ts";

/** Namespaces and relationship types of Office Open XML (ECMA-376, part 1), and of its packages (part 2). */
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Footnotes 0 and 1 are the lines above the notes; ours come behind them. */
const FIRST_NOTE = 2;
/** A file of the same content is the same file: no time of its making stands in it. */
const EPOCH = "1980-01-01T00:00:00";

/** A document as Word opens it, with real footnotes. */
export function writeDocx(exported: Exported): Uint8Array {
  const links = exported.notes.map(quotedAddress);
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(),
    "_rels/.rels": relationships([{ id: "rId1", type: "officeDocument", target: "word/document.xml" }]),
    "word/document.xml": documentOf(exported),
    "word/footnotes.xml": footnotesOf(exported.notes, links),
    "word/styles.xml": styles(),
    "word/_rels/document.xml.rels": relationships([
      { id: "rId1", type: "styles", target: "styles.xml" },
      { id: "rId2", type: "footnotes", target: "footnotes.xml" },
    ]),
    "word/_rels/footnotes.xml.rels": relationships(
      links.flatMap((target, at) => (target === null ? [] : [{ id: `rLink${at}`, type: "hyperlink", target, isExternal: true }])),
    ),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(XML + xml)]));
  return zipSync(files, { level: 6, mtime: EPOCH });
}

function documentOf({ title, made, sections }: Exported): string {
  const body = [
    paragraph(run(title), "Title"),
    paragraph(run(made), "Subtitle"),
    ...sections.flatMap(({ heading, lines }) => [
      ...(heading === null ? [] : [paragraph(run(heading), "Heading1")]),
      ...lines.map((line) => paragraph(lineOf(line), line.isQuote ? "Quote" : null)),
    ]),
  ];
  return `<w:document xmlns:w="${WORD}"><w:body>${body.join("")}<w:sectPr/></w:body></w:document>`;
}

function lineOf({ text, notes }: ExportedLine): string {
  const marks = notes.map((note) => `<w:r>${SUPERSCRIPT}<w:footnoteReference w:id="${note - 1 + FIRST_NOTE}"/></w:r>`);
  return run(text) + marks.join("");
}

function footnotesOf(notes: Quoted[], links: (string | null)[]): string {
  const rules = ["separator", "continuationSeparator"].map(
    (type, id) => `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${type}/></w:r></w:p></w:footnote>`,
  );
  const ours = notes.map((quoted, at) => {
    const where = run([quoted.source, quoted.date].filter(Boolean).join(", "));
    const source = links[at] === null ? where : `<w:hyperlink r:id="rLink${at}">${where}</w:hyperlink>`;
    const text = `<w:r>${SUPERSCRIPT}<w:footnoteRef/></w:r>${run(` “${quoted.text}” `)}${source}`;
    return `<w:footnote w:id="${at + FIRST_NOTE}">${paragraph(text, "FootnoteText")}</w:footnote>`;
  });
  return `<w:footnotes xmlns:w="${WORD}" xmlns:r="${RELATED}">${[...rules, ...ours].join("")}</w:footnotes>`;
}

const SUPERSCRIPT = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>';

function paragraph(runs: string, style: string | null): string {
  const properties = style === null ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${runs}</w:p>`;
}

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${escapeMarkup(text.replace(/\s+/g, " "))}</w:t></w:r>`;
}

function styles(): string {
  const style = (id: string, name: string, look: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${look}</w:style>`;
  const size = (halfPoints: number, more = "") => `<w:rPr>${more}<w:sz w:val="${halfPoints}"/></w:rPr>`;
  const all = [
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="120"/></w:pPr></w:style>',
    style("Title", "Title", size(40, "<w:b/>")),
    style("Subtitle", "Subtitle", size(20, '<w:color w:val="555555"/>')),
    style("Heading1", "heading 1", `<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/></w:pPr>${size(28, "<w:b/>")}`),
    style("Quote", "Quote", '<w:pPr><w:ind w:left="567"/></w:pPr><w:rPr><w:i/></w:rPr>'),
    style("FootnoteText", "footnote text", size(18)),
  ];
  return `<w:styles xmlns:w="${WORD}">${all.join("")}</w:styles>`;
}

function contentTypes(): string {
  const part = (name: string, kind: string) => `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${kind}+xml"/>`;
  const parts = [part("document", "document.main"), part("footnotes", "footnotes"), part("styles", "styles")];
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
  return `<Types xmlns="${PACKAGE}/content-types">${defaults}${parts.join("")}</Types>`;
}

interface Relationship {
  id: string;
  type: string;
  target: string;
  isExternal?: boolean;
}

function relationships(all: Relationship[]): string {
  const written = all.map(({ id, type, target, isExternal }) => {
    const mode = isExternal === true ? ' TargetMode="External"' : "";
    return `<Relationship Id="${id}" Type="${RELATED}/${type}" Target="${escapeMarkup(target)}"${mode}/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${written.join("")}</Relationships>`;
}
