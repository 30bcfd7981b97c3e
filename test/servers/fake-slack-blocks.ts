/**
 * What Slack refuses in blocks, as its documentation has it, written apart from the adapter's limits so that the two can disagree.
 * Every answer is the `error` Slack gives with a reason for the test's reader; null is "accepted".
 */
type Json = Record<string, unknown>;

const PLAIN = 3000;

export function judgeBlocks(value: unknown, surface: "message" | "view"): string | null {
  if (!Array.isArray(value)) return "invalid_blocks_format: not an array";
  if (value.length > (surface === "message" ? 50 : 100)) return `invalid_blocks: ${value.length} blocks`;
  for (const [index, block] of value.entries()) {
    const wrong = judgeBlock(block as Json, surface);
    if (wrong !== null) return `invalid_blocks: block ${index}: ${wrong}`;
  }
  if (surface === "message" && JSON.stringify(value).length > 13_200) return "msg_blocks_too_long";
  return null;
}

/** docs.slack.dev/reference/block-kit/blocks/data-table-block: a head of plain cells and up to 100 rows as long as it. */
function judgeTable({ rows, caption, page_size: pageSize }: Json): string | null {
  if (typeof caption !== "string" || caption.trim() === "") return "no caption";
  if (!Array.isArray(rows) || rows.length < 2 || rows.length > 101) return "wrong number of rows";
  if (pageSize !== undefined && !(Number(pageSize) >= 1 && Number(pageSize) <= 100)) return "wrong page size";
  const [head] = rows as Json[][];
  for (const [at, row] of (rows as Json[][]).entries()) {
    if (row.length !== head?.length || row.length < 1 || row.length > 20) return "rows of different lengths";
    for (const cell of row) {
      if (cell["type"] === "rich_text" && at > 0) {
        const wrong = judgeEach(cell["elements"], { least: 1, most: 500 }, judgeRichBlock);
        if (wrong !== null) return wrong;
      } else if (cell["type"] !== "raw_text" || typeof cell["text"] !== "string" || cell["text"].trim() === "")
        return "a bad cell";
      else if (judgeCharacters(cell["text"]) !== null) return "invalid_json";
    }
  }
  return null;
}

function judgeBlock(block: Json, surface: "message" | "view"): string | null {
  switch (block["type"]) {
    case "header":
      return judgeText(block["text"], 150, ["plain_text"]);
    case "section":
      return judgeText(block["text"], 3000, ["plain_text", "mrkdwn"]);
    case "divider":
      return null;
    case "context":
      return judgeEach(block["elements"], { least: 1, most: 10 }, (element) =>
        judgeText(element, PLAIN, ["plain_text", "mrkdwn"]),
      );
    case "actions":
      return judgeActions(block);
    case "input":
      return judgeText(block["label"], 2000, ["plain_text"]) ?? judgeInput(block["element"] as Json);
    case "rich_text":
      return judgeEach(block["elements"], { least: 1, most: 500 }, judgeRichBlock);
    case "data_table":
      return surface === "view" ? "a table in a view" : judgeTable(block);
    default:
      return `unsupported type ${String(block["type"])}`;
  }
}

function judgeText(value: unknown, limit: number, types: string[]): string | null {
  const text = value as Json | undefined;
  if (text === undefined || !types.includes(String(text["type"]))) return "no text object";
  const words = text["text"];
  if (typeof words !== "string" || words.trim() === "") return "text must be more than 0 characters";
  return words.length > limit ? `text must be less than ${limit + 1} characters` : judgeCharacters(words);
}

/** Lone surrogates are not JSON that Slack takes. */
function judgeCharacters(words: string): string | null {
  return /\p{Surrogate}/u.test(words) ? "invalid_json" : null;
}

function judgeEach(value: unknown, size: { least: number; most: number }, judge: (item: Json) => string | null): string | null {
  if (!Array.isArray(value) || value.length < size.least || value.length > size.most) return "wrong number of elements";
  for (const item of value) {
    const wrong = judge(item as Json);
    if (wrong !== null) return wrong;
  }
  return null;
}

function judgeActions(block: Json): string | null {
  const ids = new Set<unknown>();
  return judgeEach(block["elements"], { least: 1, most: 25 }, (element) => {
    if (element["type"] !== "button") return "unsupported element";
    if (ids.has(element["action_id"])) return "action_id already exists";
    ids.add(element["action_id"]);
    if (String(element["action_id"]).length > 255) return "action_id too long";
    if (typeof element["value"] === "string" && element["value"].length > 2000) return "value too long";
    if (typeof element["url"] === "string" && element["url"].length > 3000) return "url too long";
    return judgeText(element["text"], 75, ["plain_text"]);
  });
}

function judgeInput(element: Json | undefined): string | null {
  const type = String(element?.["type"]);
  if (type === "timepicker") return /^\d\d:\d\d$/.test(String(element?.["initial_time"])) ? null : "no time";
  if (type === "conversations_select") return null;
  if (type === "static_select" || type === "checkboxes")
    return judgeEach(element?.["options"], { least: 1, most: type === "checkboxes" ? 10 : 100 }, (option) =>
      judgeText(option["text"], 75, ["plain_text"]),
    );
  if (type !== "plain_text_input" || element === undefined) return "unsupported input";
  const length = element["max_length"];
  return typeof length === "number" && (length < 1 || length > 3000) ? "max_length out of range" : null;
}

function judgeRichBlock(element: Json): string | null {
  const some = { least: 1, most: 1000 };
  switch (element["type"]) {
    case "rich_text_section":
    case "rich_text_quote":
      return judgeEach(element["elements"], some, judgeRichElement);
    case "rich_text_list":
      if (element["style"] !== "bullet" && element["style"] !== "ordered") return "list without a style";
      return judgeEach(element["elements"], some, judgeRichBlock);
    default:
      return `unsupported rich text ${String(element["type"])}`;
  }
}

function judgeRichElement(element: Json): string | null {
  if (element["type"] === "emoji") return typeof element["name"] === "string" ? null : "emoji without a name";
  // Pings nobody: its client shows a channel's name.
  if (element["type"] === "channel") return typeof element["channel_id"] === "string" ? null : "channel without an id";
  if (element["type"] === "date") return judgeDate(element);
  const words = element["text"];
  if (typeof words !== "string" || words === "") return "text must be more than 0 characters";
  if (element["type"] === "text") return judgeCharacters(words);
  if (element["type"] !== "link") return `an article's text must not become ${String(element["type"])}`;
  const url = String(element["url"]);
  return /^https?:\/\//.test(url) && URL.canParse(url) && url.length <= 3000 ? judgeCharacters(words) : "invalid url";
}

/** An instant in seconds, a format with what Slack fills in, and what stands there where it cannot be. */
function judgeDate({ timestamp, format, fallback }: Json): string | null {
  if (!Number.isInteger(timestamp)) return "a date without an instant";
  if (!/\{(?:date|time|ago)/.test(String(format))) return "a date without a format";
  return typeof fallback === "string" && fallback !== "" ? judgeCharacters(fallback) : "a date without a fallback";
}
