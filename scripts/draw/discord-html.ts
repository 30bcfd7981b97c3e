import type { DiscordMessage } from "../../src/adapters/discord/documents/render.ts";
import { escapeHtml } from "./html.ts";

/** Embeds and buttons roughly as Discord's client shows them. */
export const DISCORD_CSS = `.sheet{font:16px/22px "gg sans","Noto Sans",Helvetica,Arial,sans-serif}
.light{background:#ddd;--ground:#fff;--card:#f2f3f5;--ink:#313338;--strong:#060607;--soft:#5c5e66;--link:#006ce7;--button:#e3e5e8;--on:#313338}
.dark{background:#000;--ground:#313338;--card:#2b2d31;--ink:#dbdee1;--strong:#f2f3f5;--soft:#949ba4;--link:#00a8fc;--button:#4e5058;--on:#fff}
.pane{background:var(--ground);color:var(--ink);padding:4px 0 14px}
.msg{position:relative;margin-top:12px;padding:2px 16px 2px 68px}.w320 .msg{padding:2px 8px 2px 52px}.av{position:absolute;left:14px;top:4px;width:40px;height:40px;border-radius:50%;background:#1f3a5f;color:#fff;font:700 18px/40px sans-serif;text-align:center}.w320 .av{left:6px;width:36px;height:36px;line-height:36px}
.who{color:var(--strong);font-weight:500}.app{margin:0 6px;padding:1px 5px;border-radius:4px;background:#5865f2;color:#fff;font-size:10px;vertical-align:middle}.at,.only{color:var(--soft);font-size:12px}
.e{max-width:516px;margin-top:4px;padding:8px 14px 12px 12px;border-left:4px solid;border-radius:4px;background:var(--card);font-size:14px;line-height:18px;overflow-wrap:anywhere}
.t{margin:4px 0 8px;color:var(--strong);font-size:16px;font-weight:600;line-height:22px}h3{margin:8px 0 4px;color:var(--strong);font-size:16px;line-height:22px}
ul{margin:4px 0 0;padding-left:16px}li{margin-bottom:4px}a{color:var(--link)}small{display:block;margin-top:2px;color:var(--soft);font-size:12px}.gap{height:8px}.q{padding-left:10px;border-left:4px solid var(--soft)}
.men{padding:0 2px;border-radius:3px;background:rgba(88,101,242,.25);color:var(--link)}.time{padding:0 2px;border-radius:3px;background:rgba(128,128,128,.2)}code,pre{font:13px/18px "Noto Sans Mono",monospace;background:var(--ground)}pre{margin:4px 0;padding:8px;overflow-x:hidden;border-radius:4px}
.r{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}.b{padding:5px 14px;border-radius:8px;background:var(--button);color:var(--on);font-size:14px;font-weight:500;line-height:20px}.b.p{background:#5865f2;color:#fff}
.thread{margin:14px 16px 0;padding-top:8px;border-top:1px solid var(--soft);color:var(--soft);font-size:12px}`;

export interface DrawnMessage {
  message: DiscordMessage;
  isPrivate: boolean;
}

/** A message in the clothes of a reader's client. */
export function discordHtml({ message, isPrivate }: DrawnMessage): string {
  const content =
    "content" in message && typeof message.content === "string" ? `<div>${markdownHtml(message.content)}</div>` : "";
  const embeds = message.embeds.map(({ color, title, description }) => {
    const shown = [title === undefined ? "" : `<div class="t">${inlineHtml(title)}</div>`, markdownHtml(description ?? "")];
    return `<div class="e" style="border-color:#${(color ?? 0).toString(16).padStart(6, "0")}">${shown.join("")}</div>`;
  });
  const rows = message.components.map(({ components }) => {
    const buttons = components.map(
      (button) =>
        `<span class="b${button.style === 1 ? " p" : ""}">${"label" in button ? escapeHtml(button.label ?? "") : ""}</span>`,
    );
    return `<div class="r">${buttons.join("")}</div>`;
  });
  const only = isPrivate ? '<div class="only">Only you can see this</div>' : "";
  const head = '<span class="who">Attaché</span><span class="app">APP</span><span class="at">08:00</span>';
  return `<div class="msg"><div class="av">A</div>${head}${content}${embeds.join("")}${rows.join("")}${only}</div>`;
}

export function discordThread(name: string): string {
  return `<div class="thread">Thread: ${escapeHtml(name)}</div>`;
}

function markdownHtml(markdown: string): string {
  return markdown
    .split(/(```[\s\S]*?```)/)
    .map((part) => (part.startsWith("```") ? `<pre>${escapeHtml(part.slice(3, -3).trim())}</pre>` : linesHtml(part)))
    .join("");
}

function linesHtml(markdown: string): string {
  const html = markdown.split("\n").map((line) => {
    if (line === "") return '<div class="gap"></div>';
    const [, mark = "", rest = ""] = /^(### |-# |- |> )?(.*)$/.exec(line) ?? [];
    const inner = inlineHtml(rest);
    if (mark === "### ") return `<h3>${inner}</h3>`;
    if (mark === "-# ") return `<small>${inner}</small>`;
    if (mark === "- ") return `<ul><li>${inner}</li></ul>`;
    return mark === "> " ? `<div class="q">${inner}</div>` : `<div>${inner}</div>`;
  });
  return html.join("");
}

/** An escaped mark, a link, an instant, a command, a channel, code, or a text between marks of emphasis. */
const INLINE =
  /\\([^0-9A-Za-z\s])|\[((?:\\[^0-9A-Za-z\s]|[^\]\\])*)\]\([^)\s]*\)|<t:(\d+)(?::\w)?>|<\/([^:>]+):\d+>|<#\d+>|`([^`]+)`|\*\*((?:\\.|[^*\\])+)\*\*|\*((?:\\.|[^*\\])+)\*/g;

function inlineHtml(markdown: string): string {
  let html = "";
  let from = 0;
  for (const match of markdown.matchAll(INLINE)) {
    html += escapeHtml(markdown.slice(from, match.index)) + matchHtml(match);
    from = match.index + match[0].length;
  }
  return html + escapeHtml(markdown.slice(from));
}

function matchHtml([whole, escaped, label, seconds, command, code, strong, soft]: RegExpMatchArray): string {
  if (escaped !== undefined) return escapeHtml(escaped);
  if (label !== undefined) return `<a>${inlineHtml(label)}</a>`;
  if (seconds !== undefined) return `<span class="time">${instantOf(Number(seconds))}</span>`;
  if (command !== undefined) return `<span class="men">/${escapeHtml(command)}</span>`;
  if (code !== undefined) return `<code>${escapeHtml(code)}</code>`;
  if (strong !== undefined) return `<b>${inlineHtml(strong)}</b>`;
  return soft === undefined
    ? `<span class="men">${escapeHtml(whole.startsWith("<#") ? "#channel" : whole)}</span>`
    : `<i>${inlineHtml(soft)}</i>`;
}

function instantOf(seconds: number): string {
  return new Date(seconds * 1000).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
}
