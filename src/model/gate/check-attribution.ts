import { wordForms } from "../../evidence/word-forms.ts";
import { contentWords, stemOf } from "../../evidence/words.ts";
import { isReportingVerb } from "../../extract/en/reporting-verbs.ts";
import { type CitedText, foldText } from "./cited-text.ts";
import { isPlainWord, sameWords } from "./plain-words.ts";
import type { Finding } from "./reasons.ts";

/** A part of a passage that somebody says, requests or imagines, with the words that introduce it. */
interface Reported {
  frame: string;
  words: string;
}

/** "says that", "wrote in a letter that": the verb stands at most so many words before. */
const VERB_REACH = 6;
/** Words that introduce something said, requested or imagined. */
const FRAMES =
  /\bthat\s|:\s|\b(?:whether|as if|only where)\s|\b(?:story|poem|tale|text|version|world|scene|summary|song|dream|future)s? (?:in which|where)\s|\b(?:said|says|say|wrote|writes|claimed|claims)\s/g;
const MARKED = /[“"„]([^“”"„]+)[”"“]|«([^«»]+)»/g;

/**
 * What a passage only reports stays reported: a sentence that takes something out of such a part, and out of nowhere else, keeps words of
 * what stands before it: who says it, or what is asked. A claim cannot leave the order or the mouth that it stands in.
 */
export function checkAttribution(text: string, cited: CitedText): Finding | null {
  const own = contentStems(text);
  for (const { passage } of cited.passages) {
    for (const { frame, words } of reportedParts(passage)) {
      const elsewhere = new Set(cited.passages.flatMap((each) => [...contentStems(each.passage.replace(words, " "))]));
      const taken = [...own].filter((stem) => contentStems(words).has(stem) && !elsewhere.has(stem));
      if (taken.length === 0) continue;
      const framing = contentStems(frame);
      const kept = [...framing].some((stem) => own.has(stem));
      if (!kept) return { reason: "attribution", detail: taken.slice(0, 3).join(", ") };
    }
  }
  return null;
}

/** What follows "said" and its like, "… that" after a verb of speech, a colon, "whether" or "a story in which"; and what stands between marks. */
function reportedParts(passage: string): Reported[] {
  const parts: Reported[] = [];
  for (const match of passage.matchAll(FRAMES)) {
    const frame = passage.slice(0, match.index);
    if (match[0].startsWith("that") && !bringsSpeech(frame)) continue;
    parts.push({ frame, words: passage.slice(match.index + match[0].length) });
  }
  for (const match of passage.matchAll(MARKED)) {
    const words = match[1] ?? match[2] ?? "";
    if (words.split(/\s+/).length > 3) parts.push({ frame: passage.replace(match[0], " "), words });
  }
  return parts.filter((part) => part.words.trim() !== "");
}

function bringsSpeech(frame: string): boolean {
  const before = foldText(frame).match(/\p{L}+/gu) ?? [];
  return before.slice(-VERB_REACH).some((word) => isReportingVerb(word) || isReportingVerb(`${word}s`));
}

function contentStems(text: string): Set<string> {
  const words = contentWords(text).filter((word) => !isPlainWord(word));
  return new Set(words.flatMap((word) => [...wordForms(word), ...sameWords(word)].map(stemOf)));
}
