import { rememberParses } from "../../grammar/remember-parses.ts";
import type { Language } from "../language.ts";
import { onFirstUse } from "../on-first-use.ts";
import { english } from "./english.ts";

/** About ten thousand sentences, those of three hundred articles. */
const MAX_PARSES_BYTES = 12 * 1024 * 1024;

/**
 * English that is read again and again: sentences of stored articles, for briefings on this topic and that. Parses are remembered; extraction,
 * which reads each sentence once, has no use for that.
 */
export const storedEnglish: Language = {
  ...english,
  grammar: onFirstUse(() => rememberParses(english.grammar(), { maxBytes: MAX_PARSES_BYTES })),
};
