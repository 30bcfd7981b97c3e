import type { types } from "@slack/bolt";
import type { SlackMessage } from "../../src/adapters/slack/documents/render.ts";
import { escapeHtml } from "./html.ts";

/** Block Kit roughly as Slack's client shows it: enough to see what a reader sees. Unknown blocks are an error, not a blank. */
export const SLACK_CSS = `.sheet{font:15px/22px Lato,"Noto Sans",Helvetica,Arial,sans-serif}
.light{background:#eee;--ground:#fff;--ink:#1d1c1d;--soft:#616061;--line:#ddd;--link:#1264a3;--button:#fff}
.dark{background:#000;--ground:#1a1d21;--ink:#d1d2d3;--soft:#ababad;--line:#43464a;--link:#1d9bd1;--button:#222529}
.pane{background:var(--ground);color:var(--ink);padding:8px 16px 16px}.w320{padding:8px 10px 12px}
.msg{display:flex;padding:8px 0}.av{flex:none;width:36px;height:36px;margin-right:8px;border-radius:6px;background:#1f3a5f;color:#fff;font:900 18px/36px Lato,sans-serif;text-align:center}
.body{flex:1;min-width:0;overflow-wrap:anywhere}.who{font-weight:900}.app{margin:0 5px;padding:0 3px;border-radius:2px;background:var(--line);color:var(--soft);font-size:10px;font-weight:700}.at,.only{color:var(--soft);font-size:12px}
.reply{margin-left:20px;padding-left:10px;border-left:3px solid var(--line)}.w320 .reply{margin-left:0;padding-left:6px}.w320 .av{width:28px;height:28px;line-height:28px}
h2{margin:8px 0 4px;font-size:18px;line-height:23px;font-weight:900}.rt{margin:4px 0}ul{margin:0;padding-left:24px}
blockquote{margin:4px 0;padding-left:12px;border-left:4px solid var(--line)}a{color:var(--link)}.ctx{margin:6px 0;color:var(--soft);font-size:13px;line-height:18px}
.act{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0}.btn{height:32px;padding:0 12px;border:1px solid var(--soft);border-radius:8px;background:var(--button);font-weight:700;line-height:30px;white-space:nowrap}
hr{margin:12px 0;border:0;border-top:1px solid var(--line)}code{padding:1px 3px;border:1px solid var(--line);border-radius:3px;color:#e01e5a;font-size:12px}
.tbl{margin:6px 0;overflow-x:hidden;border:1px solid var(--line);border-radius:8px}table{border-collapse:collapse;font-size:13px;line-height:18px;min-width:560px}td,th{overflow-wrap:normal;padding:6px 8px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}caption{padding:6px 8px;text-align:left;color:var(--soft)}`;

export interface DrawnMessage {
  message: SlackMessage;
  isReply: boolean;
  /** Shown to the person who asked alone. */
  isPrivate: boolean;
}

export function slackHtml({ message, isReply, isPrivate }: DrawnMessage): string {
  const only = isPrivate ? '<div class="only">Only visible to you</div>' : "";
  const head = `${only}<div><span class="who">Attaché</span><span class="app">APP</span><span class="at">8:00</span></div>`;
  const body = message.blocks.map(blockHtml).join("");
  return `<div class="msg${isReply ? " reply" : ""}"><div class="av">A</div><div class="body">${head}${body}</div></div>`;
}

function blockHtml(block: types.KnownBlock): string {
  switch (block.type) {
    case "header":
      return `<h2>${escapeHtml(block.text.text)}</h2>`;
    case "divider":
      return "<hr>";
    case "context":
      return `<div class="ctx">${block.elements.map((element) => ("text" in element ? escapeHtml(element.text) : "")).join(" ")}</div>`;
    case "actions":
      return `<div class="act">${block.elements.map((element) => `<span class="btn">${"text" in element ? escapeHtml(element.text.text) : ""}</span>`).join("")}</div>`;
    case "rich_text":
      return `<div class="rt">${richText(block)}</div>`;
    case "data_table":
      return tableHtml(block);
    default:
      throw new Error(`The drawing does not know Slack's block ${block.type}: add it to scripts/draw/slack-html.ts.`);
  }
}

function tableHtml({ caption, rows }: types.DataTableBlock): string {
  const cells = rows.map((row, at) => {
    const tag = at === 0 ? "th" : "td";
    return `<tr>${row.map((cell) => `<${tag}>${cell.type === "rich_text" ? richText(cell) : escapeHtml(String("text" in cell ? cell.text : ""))}</${tag}>`).join("")}</tr>`;
  });
  return `<div class="tbl"><table><caption>${escapeHtml(caption)}</caption>${cells.join("")}</table></div>`;
}

function richText({ elements }: types.RichTextBlock): string {
  return elements.map(partHtml).join("");
}

function partHtml(part: types.RichTextBlockElement): string {
  if (part.type === "rich_text_list") {
    const items = part.elements.map((item) => `<li>${item.elements.map(elementHtml).join("")}</li>`);
    return `<ul>${items.join("")}</ul>`;
  }
  const inner = part.elements.map(elementHtml).join("");
  return part.type === "rich_text_quote" ? `<blockquote>${inner}</blockquote>` : `<div>${inner}</div>`;
}

function elementHtml(element: types.RichTextElement): string {
  switch (element.type) {
    case "link":
      return `<a>${escapeHtml(element.text ?? element.url)}</a>`;
    case "emoji":
      return element.name === "warning" ? "⚠️" : "ℹ️";
    case "channel":
      return "<a>#channel</a>";
    case "date":
      return escapeHtml(element.fallback ?? "");
    case "text":
      return styled(escapeHtml(element.text).replace(/\n/g, "<br>"), element.style ?? {});
    default:
      throw new Error(`The drawing does not know Slack's ${element.type}: add it to scripts/draw/slack-html.ts.`);
  }
}

function styled(text: string, style: { bold?: boolean; italic?: boolean; code?: boolean }): string {
  const strong = style.bold === true ? `<b>${text}</b>` : text;
  const soft = style.italic === true ? `<i>${strong}</i>` : strong;
  return style.code === true ? `<code>${soft}</code>` : soft;
}
