import { together, words } from "../words.ts";
import { inflect } from "./inflect.ts";

/** Verbs of speech right behind a name, the surest sign of a person: "says", "said". */
const SPEECH = "say tell add note warn argue claim explain insist reply tweet write";
/** The same, in the past alone: "stresses" and "states" are nouns, too. */
const SPEECH_PAST = "state urge stress emphasise emphasize recall remark quip joke testify continue";
/** What else people do. */
const DEEDS =
  "state announce ask urge believe think meet visit arrive speak thank lead hold want know feel remain become take give make come";
const DEEDS_PAST =
  "post call vow pledge promise hope welcome condemn praise criticize criticise deny admit acknowledge confirm decline refuse resign die win lose elect appoint " +
  "nominate sign agree express underline reiterate observe suggest predict conclude describe attend host fly travel tap accuse sue charge arrest sentence convict " +
  "marry join serve seek hail voice";

export const SPEECH_VERBS = together(thirds(SPEECH), pasts(SPEECH), pasts(SPEECH_PAST), words("tweeting saying met"));

/** Verbs that people do, in the forms that news uses: whoever does one of these is a person, or a body that speaks as one. */
export const PERSONAL_VERBS = together(
  thirds(SPEECH),
  thirds(DEEDS),
  [SPEECH, SPEECH_PAST, DEEDS, DEEDS_PAST].flatMap(pasts),
  words("travelled born has had is was will would"),
);

function thirds(verbs: string): string[] {
  return verbs.split(" ").map((verb) => inflect(verb).third);
}

function pasts(verbs: string): string[] {
  return verbs.split(" ").map((verb) => inflect(verb).past[0] ?? verb);
}
