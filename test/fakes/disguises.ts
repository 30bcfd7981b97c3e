/** What no reader sees, less what Slack's and Discord's renderers put between an `@` or two marks on purpose. */
const OURS = /@[\u2060\u200B]|\*\u200B(?=\*)/g;
const UNSEEN =
  /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u00AD\u200B\u2060-\u2065\u206A-\u206F\uFEFF\u115F\u1160\u17B4\u17B5\u3164\uFFA0\uFFF0-\uFFFB\u2028\u2029\u{E0000}-\u{E00FF}\u{1D173}-\u{1D17A}\u{1BCA0}-\u{1BCA3}]|\u034F/u;
const CONTROLS = /(?![\n\t])\p{Cc}|\p{Surrogate}/u;
const FLOOD = /[\p{Mn}\p{Me}]{5}/u;
/** A joiner is spelling only between letters beyond the alphabets that know none, or between pictures. */
const LOOSE_JOINER =
  /(?:^|[\s\p{P}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\d])[\u200C\u200D]|[\u200C\u200D](?:$|[\s\p{P}\p{sc=Latn}\d])/u;
const LOOSE_SELECTOR = /(?:^|[\s\p{L}])(?<![\p{sc=Han}\p{Extended_Pictographic}])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;

/** The first thing in a shown text that makes it look like another; null where it is what it looks like. */
export function disguiseIn(shown: string): string | null {
  const bare = shown.replace(OURS, "");
  for (const pattern of [UNSEEN, CONTROLS, FLOOD, LOOSE_JOINER, LOOSE_SELECTOR]) {
    const found = pattern.exec(bare);
    if (found !== null)
      return `${JSON.stringify(found[0])} in ${JSON.stringify(bare.slice(Math.max(0, found.index - 10), found.index + 10))}`;
  }
  return null;
}
