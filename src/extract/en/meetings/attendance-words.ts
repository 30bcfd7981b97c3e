import { words } from "../../words.ts";
import { formsOf } from "../inflect.ts";

/** Verbs by which somebody is said to have been there as well. */
export const ATTENDED = words(...formsOf("attend participate"));
/** "accompanied by", "flanked by". */
export const COMPANY_VERBS = words("accompanied flanked joined");
/** What was attended where the sentence does not name it again, or says only as what: "attended the gathering", "as observers". */
export const WITHOUT_NAME = words("gathering event occasion observer observers guest guests person");
/** What one has "with" others: where that is discussed, they are spoken of, not with. */
export const RELATIONS_WITH = words(
  "engagement engagements relation relations relationship relationships ties cooperation coordination consultation consultations dialogue dialogues diplomacy partnership partnerships alliance border borders war conflict agreement agreements deal contacts",
);
