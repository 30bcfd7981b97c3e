/** Lone halves of a character are no text, and JSON with them is refused. */
const LONE_SURROGATES = /\p{Surrogate}/gu;
const LINE_ENDS = /[\u2028\u2029]/g;
/** Control characters other than line feed and tab: among them those that move a terminal's cursor or set its title. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu;
/**
 * What nobody sees: marks and overrides of the writing direction, zero-width spaces and joiners, soft hyphens, tags, variation
 * selectors, fillers (Unicode's Default_Ignorable_Code_Point), and the frames of interlinear annotations.
 */
const UNSEEN = /[\p{DI}\uFFF9-\uFFFB]+/gu;
/** A mark at the start has no character of the text to stand on, and would change one of ours. */
const LEADING_MARKS = /^[\p{Mn}\p{Me}\p{DI}\uFFF9-\uFFFB]+/u;
/** Unicode Technical Standard 39, 5.4, lets no more than four of them stand on one character. */
const STACKED_MARKS = /([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu;
/** Most texts have none of all that, and come back as they are. */
const SUSPICIOUS = /[\p{Surrogate}\u2028\u2029\p{DI}\uFFF9-\uFFFB]|(?![\n\t])\p{Cc}|^[\p{Mn}\p{Me}]|[\p{Mn}\p{Me}]{5}/u;

const PICTURE_END = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u;
const PICTURE_START = /^\p{Extended_Pictographic}/u;
const HAN_END = /\p{Script=Han}$/u;
const MONGOLIAN_END = /\p{Script=Mongolian}$/u;
/** A letter or sign of a script whose letters change their form with what stands beside them: joiners are part of its spelling. */
const JOINED_SCRIPTS =
  "\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Nkoo}\\p{scx=Mong}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Mymr}\\p{scx=Khmr}\\p{scx=Tibt}";
const JOINED_END = new RegExp(`(?=[\\p{L}\\p{M}])[${JOINED_SCRIPTS}]$`, "u");
const JOINED_START = new RegExp(`^(?=[\\p{L}\\p{M}])[${JOINED_SCRIPTS}]`, "u");
const LETTER_END = /\p{L}$/u;
const LETTER_START = /^\p{L}/u;

/**
 * A text as people may be shown it: what they see is what is written. Well-formed, without control characters, without what nobody
 * sees or what turns the order of the letters, with at most four marks on a character. Joiners and selectors stay where they are part
 * of a word's spelling or of a picture. Offsets of the stored text don't hold in it. Linear; the same again changes nothing.
 */
export function showText(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  const formed = text.replace(LONE_SURROGATES, "\uFFFD").replace(LINE_ENDS, "\n").replace(CONTROLS, " ");
  const seen = withoutUnseen(formed.replace(LEADING_MARKS, ""));
  const capped = seen.replace(STACKED_MARKS, "$1");
  return capped === seen ? seen : withoutUnseen(capped);
}

/** JSON with what nobody sees, and what a terminal obeys, as escapes: who parses it gets the exact characters. */
export function escapeUnseen(json: string): string {
  return json.replace(/[\u007F-\u009F\u2028\u2029\p{DI}\uFFF9-\uFFFB]/gu, (character) =>
    Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""),
  );
}

function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, (run, at: number) => {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + run.length, at + run.length + 2);
    return belongs(run, before, after) ? run : "";
  });
}

/** Whether it is spelling: a joiner within a word, the parts of a picture, one chosen form of a character. */
function belongs(run: string, before: string, after: string): boolean {
  switch (run) {
    case "\u200C":
    case "\u200D":
      if (run === "\u200D" && PICTURE_END.test(before) && PICTURE_START.test(after)) return true;
      // One of the two is a letter, so that dropping a joiner never brings two rows of marks together.
      return JOINED_END.test(before) && JOINED_START.test(after) && (LETTER_END.test(before) || LETTER_START.test(after));
    case "\uFE0F\u200D":
      return PICTURE_END.test(before) && PICTURE_START.test(after);
    case "\uFE0E":
    case "\uFE0F":
      return PICTURE_END.test(before) || (/[\d#*]$/.test(before) && after.startsWith("\u20E3"));
    default:
      if (/^[\uFE00-\uFE02\u{E0100}-\u{E01EF}]$/u.test(run)) return HAN_END.test(before);
      return /^[\u180B-\u180F]$/.test(run) && MONGOLIAN_END.test(before);
  }
}
