import type { MeetingKind } from "../../domain/evidence/extraction.ts";
import { words } from "../words.ts";
import { formsOf } from "./inflect.ts";

/** Words that report an encounter, and words that govern such a report. All lower case, verbs in all their forms. */

/** What a verb of encounter asks of its object. */
export type VerbClass = "meet" | "host" | "talk" | "phone" | "visit" | "move" | "discuss" | "gather" | "sign";

function verbs(lists: Record<VerbClass, string>): ReadonlyMap<string, VerbClass> {
  const map = new Map<string, VerbClass>();
  for (const [verbClass, list] of Object.entries(lists)) for (const form of formsOf(list)) map.set(form, verbClass as VerbClass);
  return map;
}

export const EVENT_VERBS = verbs({
  host: "host receive welcome greet",
  talk: "speak talk chat converse confer huddle dine lunch consult parley negotiate sit",
  phone: "call phone telephone ring",
  visit: "visit",
  move: "arrive land travel fly head go depart leave journey spend",
  discuss: "discuss",
  gather: "gather convene assemble",
  sign: "sign",
  meet: "meet",
});

function nouns(lists: Partial<Record<MeetingKind, string>>): ReadonlyMap<string, MeetingKind> {
  const map = new Map<string, MeetingKind>();
  for (const [kind, list] of Object.entries(lists)) for (const word of list.split(" ")) map.set(word, kind as MeetingKind);
  return map;
}

export const EVENT_NOUNS = nouns({
  meeting:
    "meeting meetings encounter encounters ministerial audience lunch dinner breakfast luncheon banquet reception sit-down sitdown tête-à-tête session sessions 2+2 " +
    "face-to-face one-on-one bilateral bilaterals trilateral",
  call: "call calls phone-call teleconference",
  video: "videoconference videocall",
  summit: "summit summits mini-summit conference conferences forum",
  talks:
    "talks discussions negotiations consultations dialogue dialogues conversation conversations discussion consultation deliberations exchange",
  visit: "visit visits trip trips tour stopover",
});

/** Nouns that are an encounter only where a partner is named ("lunch with"), never by a mere owner. */
export const WEAK_NOUNS = words(
  "conference conferences forum lunch dinner breakfast luncheon banquet reception call calls session sessions conversation conversations discussion discussions " +
    "exchange audience dialogue dialogues consultation deliberations encounter encounters bilateral bilaterals trilateral face-to-face one-on-one ministerial",
);

/** Nouns of more events than one: "their visits in May". "Talks" may be one. */
export const SEVERAL_EVENTS = words(
  "meetings encounters ministerials sessions bilaterals calls summits conferences visits trips tours conversations dialogues",
);

/** Nouns of which the next one is the event: "a round of talks", "the sidelines of the summit". */
export const TRANSPARENT_NOUNS = words(
  "series round rounds number couple string flurry spate day days hours hour week weeks part set start opening beginning end close conclusion margins sidelines wake " +
    "context course marathon bout pair slew aftermath middle venue site",
);

/** Verbs whose subject takes part in what others arranged. */
export const ATTEND_VERBS = words(...formsOf("attend join participate"));

/** Verbs that carry an encounter noun as their object. */
export const HOLD_VERBS = words(
  ...formsOf(
    "hold have conduct convene host chair co-chair co-host open begin start resume conclude wrap complete finish end lead",
  ),
  ...formsOf("enter launch continue stage pay make undertake embark kick squeeze leave receive take place secure"),
  ...ATTEND_VERBS,
);

/** What an encounter that is the subject does: it takes place, in the tense of the verb. */
export const HAPPEN_VERBS = words(
  ...formsOf(
    "take happen occur begin open start end conclude last wrap run go come follow hold convene mark focus kick close resume",
  ),
  ...formsOf("continue produce yield cover bring include host"),
);

/** Nouns of what somebody does who is there. */
export const PARTICIPATION = words("involvement participation attendance presence appearance");

export const CANCEL_VERBS = words(
  ...formsOf("cancel postpone scrap defer shelve suspend abandon scuttle scupper nix axe forgo forego thwart torpedo"),
);

/** Under these a following encounter will happen. */
export const PLAN_VERBS = words(
  ...formsOf("schedule reschedule expect plan agree intend prepare arrange announce confirm promise vow pledge accept decide"),
  "due slated going likely set poised bound faces facing await awaits awaiting",
);

/** Under these nothing has happened and nothing is settled. */
export const UNREAL_VERBS = words(
  ...formsOf(
    "refuse decline reject fail avoid shun snub want hope wish seek offer urge ask demand request propose threaten boycott skip",
  ),
  ...formsOf(
    "miss rule invite suggest consider mull try attempt need spurn oppose halt stop prevent support facilitate encourage appeal",
  ),
  ...formsOf(
    "weigh contemplate ponder eye float explore envisage recommend prefer dream pray favour favor advocate reconsider dodge resist deny forbid hesitate cancel postpone insist",
  ),
  "unable unwilling reluctant willing ready prepared keen eager open possible potential desire like love",
);

/** Nouns under which an encounter is only wished for or thought of. */
export const UNREAL_NOUNS = words(
  "offer offers invitation invitations request requests refusal hope hopes wish possibility prospect prospects chance chances opportunity proposal proposals idea ideas " +
    "willingness readiness desire interest need demand demands call calls push rumour rumours rumor rumors speculation question questions doubt doubts talk likelihood " +
    "suggestion suggestions appeal appeals condition conditions precondition attempt attempts effort efforts failure lack absence denial allegation allegations anniversary",
);
export const PLAN_NOUNS = words(
  "plan plans preparation preparations agreement date run-up lead-up eve buildup build-up logistics groundwork arrangements announcement planning expectations agenda way route",
);
/** Nouns that tell of something: what they tell may be untrue. */
export const REPORT_NOUNS = words(
  "report reports rumour rumours rumor rumors claim claims allegation allegations suggestion suggestions story stories speculation belief idea hope hopes fear fears " +
    "possibility chance condition notion assertion assertions accusation accusations",
);
export const PLANNED_ADJECTIVES = words(
  "planned scheduled upcoming forthcoming next coming expected anticipated imminent future",
);
export const UNREAL_ADJECTIVES = words(
  "proposed possible potential prospective hypothetical any no would-be alleged supposed rumored rumoured eventual",
);
/** What is held so is held time and again: "holds regular talks". */
export const HABITUAL_ADJECTIVES = words("such regular frequent annual yearly biannual biennial periodic monthly weekly routine");
/** Nouns and adjectives by which a report is called untrue. */
export const FALSE_WORDS = words(
  "false untrue incorrect wrong fabricated baseless unfounded fake fictitious invented nonsense lie lies myth",
);
export const DENY_VERBS = words(...formsOf("deny dismiss refute dispute allege claim pretend imagine doubt disprove rebut"));
export const WISH_VERBS = words(...formsOf("hope want suggest propose demand insist wish ask imagine doubt"));

/** Words of sport: teams of countries that meet are none of their governments. */
export const SPORT_WORDS = words(
  "final finals semi-final semi-finals semifinal semifinals quarter-final quarter-finals quarterfinal quarterfinals playoff playoffs play-off match matches cup innings wicket wickets qualifier qualifiers league goal goals " +
    "kickoff kick-off championship championships tournament derby stadium striker midfielder referee odi t20 batsman bowler scrum football soccer cricket rugby hockey squad round-of-16 knockout",
);
