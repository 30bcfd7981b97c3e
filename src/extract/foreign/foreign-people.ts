import type { Person } from "../../domain/evidence/extraction.ts";
import type { Range } from "../../domain/evidence/span.ts";
import { onFirstUse } from "../on-first-use.ts";
import { languageOfScript } from "./foreign-countries.ts";
import { NAMES_OF_PEOPLE } from "./names-of-people.ts";

/** What stands directly behind a short form, or before it, where it names the leader. */
const OFFICES = {
  ja: { before: [], behind: ["首相", "総理", "大統領", "前大統領", "元大統領", "前首相", "元首相", "外相"] },
  zh: {
    before: ["总统", "總統", "总理", "總理", "首相", "外长", "外長"],
    behind: ["总统", "總統", "总理", "總理", "首相", "外长", "外長"],
  },
  hi: { before: ["प्रधानमंत्री ", "प्रधान मंत्री ", "पीएम ", "राष्ट्रपति ", "विदेश मंत्री ", "विदेशमंत्री "], behind: [] },
} as const;
type Script = keyof typeof OFFICES;

const LATIN_LANGUAGES: ReadonlySet<string> = new Set(["de", "fr", "es"]);
/** A deputy is somebody else: "副总统" stands for another than "总统" does. */
const DEPUTY = "副";
const NUKTA = "\u093C";
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const KATAKANA = /[\p{sc=Katakana}ー]/u;
/** Between the parts of a name that comes from elsewhere. */
const NAME_DOT = /[・·‧•＝=]/u;

interface Form {
  person: string;
  /** As it is looked for. */
  key: string;
  /** A short form counts once the person was named by another. */
  isShort: boolean;
}

type Forms = ReadonlyMap<string, readonly Form[]>;

const FORMS = {
  latin: onFirstUse(() => gatherForms("latin")),
  ja: onFirstUse(() => gatherForms("ja")),
  zh: onFirstUse(() => gatherForms("zh")),
  hi: onFirstUse(() => gatherForms("hi")),
};

/** By their first letter, the longest first. */
function gatherForms(script: Script | "latin"): Forms {
  const column = { latin: 1, ja: 2, zh: 3, hi: 4 }[script];
  const byFirst = new Map<string, Form[]>();
  for (const line of NAMES_OF_PEOPLE.trim().split("\n")) {
    const columns = line.split("|");
    const [person = ""] = columns;
    const written = (columns[column] ?? "").split(";").filter((form) => form !== "");
    const forms = [...(script === "latin" ? [person] : []), ...written].flatMap((form) => spellOut(form, script));
    for (const { key, isShort } of forms) {
      const first = key.charAt(0);
      byFirst.set(first, [...(byFirst.get(first) ?? []), { person, key, isShort }]);
    }
  }
  for (const forms of byFirst.values()) forms.sort((a, b) => b.key.length - a.key.length);
  return byFirst;
}

/** A short form by itself, and with each office beside it. */
function spellOut(form: string, script: Script | "latin"): Omit<Form, "person">[] {
  if (!form.startsWith("~") || script === "latin") return [{ key: fold(form).key, isShort: false }];
  const short = form.slice(1);
  const { before, behind } = OFFICES[script];
  const beside = [...before.map((office) => office + short), ...behind.map((office) => short + office)];
  return [{ key: fold(short).key, isShort: true }, ...beside.map((each) => ({ key: fold(each).key, isShort: false }))];
}

/**
 * The people whom a text in German, French, Spanish, Japanese, Chinese or Hindi names by a form that is known of them, under the name that
 * English gives them, without offices. Spans are exact. A declared language decides; where nobody says, the script does.
 */
export function foreignPeople(text: string, declared: string | null): Person[] {
  const language = declared ?? languageOfScript(text);
  const script = language !== null && LATIN_LANGUAGES.has(language) ? "latin" : scriptOf(language);
  if (script === null) return [];
  const hits = findForms(text, FORMS[script]());
  const named = new Set(hits.filter(({ form }) => !form.isShort).map(({ form }) => form.person));
  const people = new Map<string, Person>();
  for (const { form, range } of hits) {
    if (!named.has(form.person)) continue;
    const known = people.get(form.person) ?? { name: form.person, aliases: [], roles: [], mentions: [], rules: ["known-form"] };
    const alias = text.slice(range.start, range.end);
    if (!form.isShort && alias !== form.person && !known.aliases.includes(alias)) known.aliases.push(alias);
    known.mentions.push(range);
    people.set(form.person, known);
  }
  return [...people.values()];
}

function scriptOf(language: string | null): Script | null {
  return language === "ja" || language === "zh" || language === "hi" ? language : null;
}

interface Hit {
  form: Form;
  range: Range;
}

/** By the longest form that begins at a place. Linear: no form is longer than a line. */
function findForms(text: string, forms: Forms): Hit[] {
  const { key, at } = fold(text);
  const hits: Hit[] = [];
  for (let from = 0; from < key.length; from++) {
    const form = forms.get(key.charAt(from))?.find((each) => key.startsWith(each.key, from) && isWhole(key, from, each.key));
    if (form === undefined) continue;
    const end = from + form.key.length;
    hits.push({ form, range: { start: at[from] ?? 0, end: at[end] ?? text.length } });
    from = end - 1;
  }
  return hits;
}

/** Spaced scripts end a name with the word; katakana with the katakana; a dot before or behind it makes it part of another name. */
function isWhole(text: string, from: number, name: string): boolean {
  const [before, behind] = [text.charAt(from - 1), text.charAt(from + name.length)];
  if (before === DEPUTY || NAME_DOT.test(before) || NAME_DOT.test(behind)) return false;
  const isSpaced = /[\p{sc=Latin}\p{sc=Devanagari}]/u.test(name);
  const joins = (outer: string, inner: string) =>
    isSpaced ? LETTER.test(outer) || outer === "-" : KATAKANA.test(outer) && KATAKANA.test(inner);
  return !joins(before, name.charAt(0)) && !joins(behind, name.charAt(name.length - 1));
}

/** Without the dot that some write below a letter of Hindi; `at` has the place in the text of each unit of the key, and the text's end. */
function fold(text: string): { key: string; at: number[] } {
  const units: string[] = [];
  const at: number[] = [];
  for (let place = 0; place < text.length; place++) {
    const unit = text.charAt(place);
    if (unit === NUKTA) continue;
    const isComposed = unit >= "\u0929" && unit <= "\u095F";
    units.push(isComposed ? (unit.normalize("NFD")[0] ?? unit) : unit);
    at.push(place);
  }
  at.push(text.length);
  return { key: units.join(""), at };
}
