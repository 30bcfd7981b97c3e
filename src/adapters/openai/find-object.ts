/** Objects that begin and do not parse are passed over, so many; an answer has one. */
const MAX_TRIES = 20;

/**
 * The first JSON object in an answer, whatever stands around it: thoughts, "Sure!", a fence. "cut" where one begins and has no end, null
 * where there is none.
 */
export function findObject(content: string): { json: unknown } | "cut" | null {
  const text = withoutThoughts(content);
  let from = text.indexOf("{");
  for (let tries = 0; from >= 0 && tries < MAX_TRIES; tries++) {
    const end = endOfObject(text, from);
    if (end === null) return "cut";
    const json = parse(text.slice(from, end));
    if (json !== undefined) return { json };
    from = text.indexOf("{", from + 1);
  }
  return null;
}

/** What a model thinks aloud before it answers; thoughts without an end are all that came. */
function withoutThoughts(content: string): string {
  const end = content.lastIndexOf("</think>");
  if (end >= 0) return content.slice(end + "</think>".length);
  return /^\s*<think>/.test(content) ? "" : content;
}

function endOfObject(text: string, from: number): number | null {
  let depth = 0;
  let isQuoted = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (isQuoted) {
      if (character === "\\") at++;
      else if (character === '"') isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at + 1;
  }
  return null;
}

/** Undefined where it is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
