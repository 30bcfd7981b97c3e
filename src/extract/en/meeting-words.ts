import type { MeetingKind } from "../../domain/evidence/extraction.ts";
import { words } from "../words.ts";
import { finiteFormsOf, formsOf } from "./inflect.ts";

/** The grammar of meetings: nouns and verbs that report one, and the words that say it is not (yet) so. All lower case. */

function kinds(lists: Partial<Record<MeetingKind, string>>): ReadonlyMap<string, MeetingKind> {
  const map = new Map<string, MeetingKind>();
  for (const [kind, list] of Object.entries(lists)) for (const word of list.split(" ")) map.set(word, kind as MeetingKind);
  return map;
}

/** Nouns that name an encounter, singular and plural. */
export const ENCOUNTER_NOUNS = kinds({
  meeting:
    "meeting meetings encounter ministerial audience lunch dinner breakfast luncheon sit-down tête-à-tête session sessions 2+2 conference conferences",
  call: "call calls phone-call videocall teleconference",
  video: "videoconference",
  summit: "summit summits mini-summit",
  talks:
    "talks discussions negotiations consultations dialogue dialogues conversation conversations discussion consultation deliberations",
});

/** Nouns that can be an encounter only with a partner named ("had a call with", "lunch with"). */
export const WEAK_ENCOUNTER_NOUNS = words(
  "conference conferences lunch dinner breakfast luncheon call calls session sessions conversation conversations discussion discussions",
);

/** Visits, as nouns. */
export const VISIT_NOUNS = words("visit visits trip tour");

/** Verbs that carry an encounter noun: "held talks", "attended the summit". Each with all its forms. */
export const LIGHT_VERBS = words(
  ...formsOf("hold have conduct convene attend host"),
  ...finiteFormsOf("chair co-chair co-host open begin start resume conclude wrap complete finish lead enter"),
);

/** Light verbs whose subject takes part in what others arranged. */
export const ATTEND_VERBS = words(...formsOf("attend join"), ...finiteFormsOf("participate"));

export const MEET_FORMS = words(...formsOf("meet"));
export const CALL_FORMS = words(...formsOf("call phone telephone ring"));
export const SPEAK_FORMS = words(...formsOf("speak talk converse"));
export const HOST_FORMS = words(...formsOf("host welcome receive greet convene"));
export const VISIT_FORMS = words(...formsOf("visit"));
export const ARRIVE_FORMS = words(...formsOf("arrive"), ...finiteFormsOf("travel fly land go head depart leave"));
export const DISCUSS_FORMS = words(...formsOf("discuss"));
export const SIGN_FORMS = words(...formsOf("sign"));

/** Verb and particle of an encounter with a partner after "with". */
export const CONFER_FORMS = words(...finiteFormsOf("confer huddle dine lunch consult parley negotiate"));

/** Whom a politician speaks to without a meeting. */
export const AUDIENCES = words(
  "reporter reporters journalist journalists media press audience crowd crowds supporters voters students viewers correspondents newspaper magazine radio " +
    "television tv news parliament lawmakers congress senate house nation people public residents workers fans police detectives investigators officers jury court",
);

/** Nouns that stand for people who can meet; a capital is not needed. */
export const OFFICE_NOUNS = words(
  "president presidents premier premiers chancellor chancellors minister ministers secretary secretaries envoy envoys ambassador ambassadors counterpart counterparts " +
    "leader leaders official officials delegation delegations diplomat diplomats negotiator negotiators king queen prince princess emir sultan monarch pope pontiff chief " +
    "chiefs head heads commander commanders governor governors mayor mayors senator senators representative representatives adviser advisers advisor advisors commissioner " +
    "commissioners chairman chairwoman chairperson speaker spokesman deputy deputies member members lawmaker lawmakers government governments general generals director " +
    "congressman congresswoman legislators executives ceo mediator mediators rebels rebel militants authorities ministry ministries taoiseach sheikh crown delegates " +
    "sides two pair parties opposition politicians nations countries allies states troika quartet",
);

/** Titles of state: a person who bears one travels officially. */
export const STATE_TITLES = words(
  "president premier chancellor minister secretary envoy ambassador king queen prince princess emir sultan pope chief commander governor general pm " +
    "eam foreign prime vice deputy taoiseach director-general secretary-general sheikh commissioner leader delegation diplomat official officials leaders monarch speaker ruler",
);

/** Agreements of two sides. */
export const ACCORD_NOUNS = words(
  "agreement agreements accord accords pact pacts treaty treaties declaration declarations statement statement communique communiqué memorandum memoranda memorandums mou mous deal deals charter roadmap protocol protocols",
);

/** What "met" takes when nobody met anybody. */
export const MET_THINGS = words(
  "demand demands criteria criterion target targets requirement requirements need needs deadline deadlines expectation expectations resistance standard standards goal goals " +
    "conditions condition obligations obligation challenge challenges quota commitments commitment objectives criticism approval opposition skepticism scepticism death fate end match bar eye eyes friends friend",
);

/** Verbs under which a following meeting did not happen and is not settled. */
export const UNREAL = words(
  ...formsOf(
    "refuse decline reject fail avoid shun snub want hope wish seek offer urge ask demand request propose threaten boycott skip suspend invite suggest consider mull " +
      "try attempt spurn oppose halt stop stall jeopardize jeopardise prevent support facilitate encourage appeal rule need",
  ),
  "unable unwilling reluctant willing ready prepared keen eager invitation possible possibly potential proposal chance opportunity prospect prospects desire",
  "could might may should must can cannot if whether unless without instead",
);

export const NEGATIONS = words("not never no n't nobody neither nor hardly rarely cannot");

/** Under these a following infinitive is settled: it will happen. */
export const SETTLED = words(
  "will shall scheduled set due expected slated planned plans plan planning agree agreed agrees going likely would'll intends intend intended preparing prepares arranged about",
);

export const CANCELS = words(...formsOf("cancel postpone scrap defer shelve delay"), "called-off call-off");

/** Nouns, not people: what "hosted" and "attended" take when no encounter is reported. */
export const REMOTE_WORDS = words(
  "virtual virtually video videoconference video-conference online videolink video-link zoom teleconference webinar",
);
export const PHONE_WORDS = words("phone telephonic telephone telephoned phoned");
