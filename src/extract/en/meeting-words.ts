import { words } from "../words.ts";

/** Who can meet, and what is said of them. All lower case. */

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

/** Whoever is one of these comes with an office-holder. */
export const SPOUSES = words("wife husband spouse lady gentleman consort partner");

/** Agreements of two sides. */
export const ACCORD_NOUNS = words(
  "agreement agreements accord accords pact pacts treaty treaties declaration declarations statement statement communique communiqué memorandum memoranda memorandums mou mous deal deals charter roadmap protocol protocols",
);

/** What "met" takes when nobody met anybody. */
export const MET_THINGS = words(
  "demand demands criteria criterion target targets requirement requirements need needs deadline deadlines expectation expectations resistance standard standards goal goals " +
    "conditions condition obligations obligation challenge challenges quota commitments commitment objectives criticism approval opposition skepticism scepticism death fate end match bar eye eyes friends friend",
);

/** Nouns, not people: what "hosted" and "attended" take when no encounter is reported. */
export const REMOTE_WORDS = words(
  "virtual virtually video videoconference video-conference online videolink video-link zoom teleconference webinar",
);
export const PHONE_WORDS = words("phone telephonic telephone telephoned phoned");
