/** Verbs whose past does not look like their present: stemming leaves them apart. Grammar, those that news uses. */
export const IRREGULAR_VERBS =
  "meet met|say said|hold held|go went gone|tell told|speak spoke spoken|make made|give gave given|take took taken|come came|leave left|lead led|win won|lose lost|" +
  "send sent|buy bought|bring brought|pay paid|sell sold|build built|spend spent|fall fell fallen|rise rose risen|begin began begun|become became|write wrote written|" +
  "die died dead death|fly flew flown|drive drove driven|find found|get got|grow grew grown|hit|keep kept|know knew known|see saw seen|shoot shot|sing sang sung|" +
  "steal stole stolen|strike struck|swear swore sworn|teach taught|think thought|throw threw thrown|wear wore worn|choose chose chosen|break broke broken|fight fought|catch caught|sit sat|stand stood|run ran|draw drew drawn|withdraw withdrew withdrawn|" +
  "feel felt|hear heard|seek sought|freeze froze frozen|overthrow overthrew overthrown|shake shook shaken|deal dealt|flee fled|forbid forbade forbidden|lend lent|hide hid hidden|" +
  "forget forgot forgotten|beat beaten|sink sank sunk|eat ate eaten|drink drank drunk|feed fed|tear tore torn|undergo underwent|uphold upheld|oversee oversaw overseen|overcome overcame|understand understood|mean meant|stick stuck|sleep slept";
