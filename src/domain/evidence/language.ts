/** The one language in which quotes, people and meetings are found. */
export const READ_LANGUAGE = "en";

/** Longer than any tag that says a language. */
const MAX_TAG = 35;
/** Tags of BCP 47 that name no language: undetermined, several, none, not coded. */
const NO_LANGUAGE: ReadonlySet<string> = new Set(["und", "mul", "zxx", "mis"]);

/** The language that a tag begins with ("en-GB", "pt_BR", "zh-Hans"), as BCP 47 writes it today; null where it says none. */
export function primaryLanguage(tag: string | null | undefined): string | null {
  const [first = ""] = (tag ?? "").slice(0, MAX_TAG).trim().split(/[-_]/);
  if (!/^[a-z]{2,3}$/i.test(first) || NO_LANGUAGE.has(first.toLowerCase())) return null;
  return new Intl.Locale(first).language;
}

/** "de" as "German"; a code that has no name stays as it is. */
export function languageName(code: string): string {
  return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
}
