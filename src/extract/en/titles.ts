/** Words that name an office or a calling, in the singular: whoever bears one is a person. Grammar, not a list of officials. */
const HEADS =
  "president minister premier chancellor secretary ambassador envoy king queen prince princess emperor empress sultan emir amir sheikh sheik shaikh " +
  "senator congressman congresswoman representative governor mayor general admiral colonel captain lieutenant major sergeant commander marshal brigadier " +
  "spokesman spokeswoman spokesperson chairman chairwoman chairperson chair director commissioner leader chief head judge justice attorney prosecutor " +
  "professor doctor analyst economist historian author researcher scientist fellow lawmaker parliamentarian deputy delegate diplomat negotiator " +
  "undersecretary speaker whip treasurer lord lady sir dame baron baroness pope cardinal bishop archbishop patriarch imam rabbi ayatollah dalai " +
  "secretary-general vice-president vice-chancellor adviser advisor counsellor counselor consul councillor " +
  "councilman councilwoman alderman officer detective inspector constable superintendent sheriff lawyer barrister solicitor activist campaigner " +
  "candidate nominee founder co-founder ceo cfo owner manager coach captain editor correspondent reporter journalist columnist writer actor actress " +
  "singer director-general comptroller auditor ombudsman rapporteur coordinator strategist organizer organiser resident physician surgeon nurse " +
  "teacher principal dean provost rector chaplain reverend pastor father sister brother mother daughter son wife husband widow taoiseach tánaiste " +
  "aide under-secretary under-secretary-general executive majesty highness excellency shah khan regent ruler viceroy premier-designate gentleman countess duchess duke viscount marquess earl legislator assemblyman assemblywoman statesman veteran pollster attorney-general";

/** Abbreviated titles and forms of address. */
const SHORT =
  "mr mrs ms miss dr prof sen rep gov gen lt col maj capt cmdr adm sgt sir pm fm eam hon amb sec rev fr shri smt mp mep mla ceo cfo coo nsa msp mlc md vp";

/** Words that stand inside a title beside its head: portfolios, ranks and the like. */
const MODIFIERS =
  "prime foreign defence defense external internal affairs home interior finance financial trade commerce energy health agriculture education industry " +
  "economy economic labour labor justice war treasury transport environment climate culture tourism science technology information communications " +
  "security national state federal union vice deputy assistant acting former ex interim caretaker shadow designate chief senior junior first second third " +
  "crown grand high royal supreme permanent special general principal executive managing associate joint parliamentary opposition majority minority " +
  "senate house white cabinet press public chief-of-staff staff party police army navy air force armed forces military intelligence central bank europe " +
  "european asian pacific african middle east commission council committee parliament regional provincial city district county lead leading co " +
  "attorney solicitor surgeon inspector brigadier major lieutenant field rear visiting outgoing incoming newly elected elect then longtime long-time " +
  "veteran late current political economics international world global policy research law history studies relations strategic nuclear chief external " +
  "women's human rights development cooperation planning water power petroleum coal steel railway railways aviation shipping ports textiles housing " +
  "rural urban social welfare child minority tribal corporate revenue budget privatisation digital space ocean fisheries food consumer religious " +
  "presidential ministerial coordinating investment investments competitiveness maritime marine infrastructure innovation migration immigration " +
  "employment media youth sport sports gender family cyber borders expatriates emigrants diaspora heritage antiquities islamic waqf endowments forestry " +
  "livestock mines mining minerals electricity telecommunications posts logistics reconstruction reintegration veterans pensions integration ministry government embassy parliament presidency palace farming campaign climate spy peace trade non-proliferation arms diplomatic cultural legal medical political protocol humanitarian disarmament counterterrorism sanctions border refugee election electoral";

const HEAD_WORDS = new Set(HEADS.split(" "));
const SHORT_WORDS = new Set(SHORT.split(" "));
const MODIFIER_WORDS = new Set(MODIFIERS.split(" "));
const MALE = new Set(
  "mr sir king duke earl gentleman prince emperor sultan emir amir sheikh sheik congressman spokesman chairman lord pope father brother son husband councilman baron shri".split(
    " ",
  ),
);
const FEMALE = new Set(
  "mrs ms miss duchess countess queen princess empress congresswoman spokeswoman chairwoman lady dame baroness sister mother daughter wife widow smt actress".split(
    " ",
  ),
);
/** What tells nothing of an office: how long it has been held, or that its holder travels. */
const PASSING = new Set("current visiting newly elected re-elected longtime long-time veteran union".split(" "));
/** What tells that an office is held no longer, not yet, or in another's place: kept in the title as the text gives it. */
const STATES = new Set(
  "former ex then late acting interim caretaker shadow outgoing incoming designate elect onetime one-time".split(" "),
);
const STATE_BEFORE = /^(?:ex|then|former|acting)-(?=\p{L}{2})/iu;
const STATE_BEHIND = /(?<=\p{L})-(?:elect|designate)$/iu;
const FORMS_OF_ADDRESS = new Set("majesty highness excellency mr mrs ms miss dr prof sir hon shri smt lady dame lord".split(" "));
/** Honours that stand between an office and a name: no part of the office. */
const HONOURS = new Set("sheikh sheik shaikh".split(" "));
const RANKS = new Set("prince princess general gen admiral adm colonel col sheikh lieutenant captain capt".split(" "));
const KIN = new Set("father sister brother mother daughter son wife husband widow".split(" "));
const LONG_FORMS: Record<string, string> = {
  pm: "Prime Minister",
  fm: "Foreign Minister",
  eam: "External Affairs Minister",
  sen: "Senator",
  rep: "Representative",
  gov: "Governor",
  gen: "General",
  mp: "MP",
  mep: "MEP",
  ceo: "CEO",
  amb: "Ambassador",
  nsa: "National Security Adviser",
};

function bare(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]s$/, "")
    .replace(/\.$/, "")
    .replace(STATE_BEFORE, "")
    .replace(STATE_BEHIND, "");
}

/** A word that alone makes its bearer a person: "minister", "Mr". Plurals ("ministers") too. */
export function isTitleHead(word: string): boolean {
  const key = bare(word);
  return HEAD_WORDS.has(key) || SHORT_WORDS.has(key) || (key.endsWith("s") && HEAD_WORDS.has(key.slice(0, -1)));
}

/** A word that may stand inside a title. */
export function isTitleModifier(word: string): boolean {
  return MODIFIER_WORDS.has(bare(word)) || /^(?:vice|deputy|co)-/i.test(word);
}

/** Callings among the heads: who bears one acts for no state. */
const PRIVATE = new Set(
  (
    "analyst economist historian author researcher scientist fellow lawyer barrister solicitor activist campaigner founder co-founder ceo cfo owner manager " +
    "coach editor correspondent reporter journalist columnist writer actor actress singer resident physician surgeon nurse teacher principal dean provost " +
    "rector chaplain reverend pastor father mother sister brother son daughter wife husband widow professor doctor pollster strategist"
  ).split(" "),
);

export function isPrivate(word: string): boolean {
  return PRIVATE.has(bare(word));
}

/** "the wife of the prime minister": whose kin somebody is, who holds no office by it. */
export function isKin(word: string): boolean {
  return KIN.has(bare(word));
}

/** "Sen", "Gov": a title that is written with a stop. */
export function isShortTitle(word: string): boolean {
  return SHORT_WORDS.has(bare(word));
}

export function titleGender(words: string[]): "male" | "female" | null {
  if (words.some((word) => MALE.has(bare(word)))) return "male";
  return words.some((word) => FEMALE.has(bare(word))) ? "female" : null;
}

/**
 * The office that title words name, in one form: "Union Minister of Defence" and "Defence Minister" are both "Defence Minister", "PM"
 * is "Prime Minister", an "ex-president" a "Former President". Null for a mere form of address.
 */
export function officeOf(words: string[], abbreviations: ReadonlyMap<string, string> = new Map()): string | null {
  const kept = words.filter((word, at) => words[at - 1] === "to" || (!PASSING.has(bare(word)) && !/^(?:the|a|an)$/i.test(word)));
  const present = kept.filter((word) => !STATES.has(word.toLowerCase()));
  const long = present.map((word) => abbreviations.get(word) ?? longForm(word));
  const plainWords = long.filter((word, at) => !isAddress(word, long[at - 1]) && !KIN.has(bare(word))).map(singular);
  const office = withoutRank(plainWords).filter((word, at) => at === 0 || !HONOURS.has(bare(word)));
  if (office.length === 0 || !office.some((word) => word.split(" ").some(isTitleHead))) return null;
  const text = office.map(capitalised).join(" ");
  const plain = text
    .replace(/^((?:Deputy )?Minister) (?:of|for) Foreign Affairs$/, "$1 of Foreign")
    .replace(/^((?:Deputy|Vice|Assistant|Junior) )?(Minister|Secretary) (?:of|for) (?!State\b)(?:the )?([\p{L} ]+)$/u, "$1$3 $2");
  const state = kept.find((word) => STATES.has(word.toLowerCase()));
  return state === undefined ? plain : `${capitalised(state)} ${plain}`;
}

/** "Foreign Minister Prince A": the office, and a rank that is told elsewhere. */
function withoutRank(words: string[]): string[] {
  const last = words.at(-1) ?? "";
  const before = words.at(-2) ?? "";
  return RANKS.has(bare(last)) && isTitleHead(before) && !isCrowned(before) ? words.slice(0, -1) : words;
}

function isCrowned(word: string): boolean {
  return /^(?:crown|grand|vice|lieutenant|major|brigadier|attorney|secretary|director|consul|governor|inspector)$/i.test(word);
}

/** "Lady Ada" bears a form of address; the "first lady" holds an office. */
function isAddress(word: string, before: string | undefined): boolean {
  return FORMS_OF_ADDRESS.has(bare(word)) && !/^(?:first|second)$/i.test(before ?? "");
}

/** "PM" as "Prime Minister", "ex-PM" as "ex-Prime Minister". */
function longForm(word: string): string {
  const long = LONG_FORMS[bare(word)];
  return long === undefined ? word : `${STATE_BEFORE.exec(word)?.[0] ?? ""}${long}`;
}

/** "Prime Ministers Modi and Kishida": each of them is one. */
function singular(word: string): string {
  return /[^s]s$/.test(word) && HEAD_WORDS.has(bare(word).slice(0, -1)) ? word.slice(0, -1) : word;
}

function capitalised(word: string): string {
  if (/^(?:of|for|and|the|to|at|in|on)$/i.test(word)) return word.toLowerCase();
  const rest = word.length > 4 && word === word.toUpperCase() ? word.slice(1).toLowerCase() : word.slice(1);
  return word.charAt(0).toUpperCase() + rest;
}

/** Heads that are family names too: in the middle of a run they are part of the name. */
const NAMES_TOO = new Set(
  "king prince judge justice major bishop pope baron dean shah khan lord chief marshal cardinal sheikh page abbott chair speaker father sister brother son shriver singer".split(
    " ",
  ),
);

export function isNameToo(word: string): boolean {
  return NAMES_TOO.has(bare(word));
}

/** A name without the titles in front of it: "EAM Jaishankar" is "Jaishankar". A text that is all title stays as it is. */
export function withoutTitles(text: string): string {
  const words = text.split(" ");
  let at = 0;
  while (at < words.length - 1 && (isTitleHead(words[at] ?? "") || isTitleModifier(words[at] ?? ""))) at++;
  return words.slice(at).join(" ");
}

/** What stands behind the last title of a text: "British Prime Minister Ada Lund" is "Ada Lund". Null where no title stands before a name. */
export function nameBehindTitle(text: string): string | null {
  const words = text.split(" ");
  const at = words.slice(0, -1).findLastIndex((word) => isTitleHead(word) && !isNameToo(word));
  return at === -1 ? null : words.slice(at + 1).join(" ");
}
