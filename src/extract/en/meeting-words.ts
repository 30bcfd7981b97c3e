import type { MeetingKind } from "../../domain/evidence/extraction.ts";

/** The grammar of meetings: nouns and verbs that report one, and the words that say it is not (yet) so. All lower case. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

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
  "hold holds held holding have has had having conduct conducts conducted conducting convene convenes convened convening attend attends attended " +
    "attending host hosts hosted hosting chair chairs chaired co-chaired co-chair co-chairs open opens opened begin begins began begun start starts started " +
    "resume resumes resumed conclude concludes concluded wrap wraps wrapped complete completes completed finish finished lead leads led co-hosted " +
    "enter entered",
);

/** Light verbs whose subject takes part in what others arranged. */
export const ATTEND_VERBS = words("attend attends attended attending join joins joined participate participates participated");

export const MEET_FORMS = words("meet meets met meeting");
export const CALL_FORMS = words("call calls called phone phones phoned telephone telephoned telephones rang calling phoning");
export const SPEAK_FORMS = words("speak speaks spoke spoken speaking talk talks talked talking conversed");
export const HOST_FORMS = words(
  "host hosts hosted hosting welcome welcomes welcomed welcoming receive receives received receiving greet greeted greets convene convenes convened convening",
);
export const VISIT_FORMS = words("visit visits visited visiting");
export const ARRIVE_FORMS = words(
  "arrive arrives arrived arriving travel travels traveled travelled fly flies flew fly flown landed lands land go goes went heads headed depart departs departed leave leaves left",
);
export const DISCUSS_FORMS = words("discuss discusses discussed discussing");
export const SIGN_FORMS = words("sign signs signed signing");

/** Verb and particle of an encounter with a partner after "with". */
export const CONFER_FORMS = words(
  "confer confers conferred huddle huddled huddles dine dined dines lunched consult consults consulted parley negotiate negotiated negotiates",
);

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
  "refuse refuses refused refusing decline declines declined declining reject rejects rejected rejecting fail fails failed failing avoid avoided shun shunned snub snubbed " +
    "want wants wanted wanting hope hopes hoped hoping wish wishes wished seek seeks sought seeking offer offers offered urge urges urged ask asks asked demand demands demanded " +
    "request requests requested requesting propose proposes proposed proposing threaten threatens threatened boycott boycotts boycotted skip skips skipped suspend suspends suspended " +
    "rule ruled unable unwilling reluctant willing ready prepared keen eager invite invites invited invitation suggest suggests suggested suggesting could might may should must can " +
    "cannot consider considers considered considering mull mulling possible possibly potential proposal chance opportunity try tries tried trying attempt attempted need needs spurn spurned " +
    "spurns oppose opposed opposes halt halted halts stop stopped stall stalled jeopardize jeopardized jeopardise prevent prevents prevented support supports supported facilitate encourage " +
    "encouraged prospect prospects desire if whether unless without instead appeal appealed appeals",
);

export const NEGATIONS = words("not never no n't nobody neither nor hardly rarely cannot");

/** Under these a following infinitive is settled: it will happen. */
export const SETTLED = words(
  "will shall scheduled set due expected slated planned plans plan planning agree agreed agrees going likely would'll intends intend intended preparing prepares arranged about",
);

export const CANCELS = words(
  "cancel cancels cancelled canceled cancelling canceling postpone postpones postponed postponing scrap scraps scrapped defer deferred shelve shelved delayed delay called-off call-off",
);

/** Nouns, not people: what "hosted" and "attended" take when no encounter is reported. */
export const REMOTE_WORDS = words(
  "virtual virtually video videoconference video-conference online videolink video-link zoom teleconference webinar",
);
export const PHONE_WORDS = words("phone telephonic telephone telephoned phoned");
