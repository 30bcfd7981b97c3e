import { together, words } from "../words.ts";
import { CALENDAR_NAMES } from "./calendar.ts";

/** Months that people are called by. */
const NAMES_TOO = words("march april may june august");

/** Words that a name of a person does not hold: of organisations, places, events, texts and times. Lower case. */
export const NOT_IN_NAMES = together(
  [...CALENDAR_NAMES].filter((name) => !NAMES_TOO.has(name)),
  words(
    "ministry department council committee commission court parliament congress senate assembly house party union nations organization organisation " +
      "association federation league alliance coalition agency authority bureau office bank fund corporation company group holdings industries systems " +
      "inc corp ltd llc plc university school institute academy center centre foundation society hospital temple mosque avenue road " +
      "square bridge river lake sea ocean bay gulf strait island islands mountain mount valley beach airport station port city town village county " +
      "province region district territory south east northern southern eastern western central republic kingdom empire world war treaty " +
      "agreement accord act bill law constitution amendment summit conference forum dialogue meeting talks statement declaration communique convention " +
      "protocol initiative partnership framework strategy plan program programme project festival games cup championship olympics award prize week " +
      "month year " +
      "news times post journal tribune herald guardian gazette telegraph magazine press agency television radio network channel internet twitter " +
      "facebook google amazon microsoft apple army navy force forces guard police military security intelligence defence defense foreign affairs interior " +
      "finance trade commerce energy health agriculture education labour labor justice treasury capitol kremlin pentagon downing " +
      "debate debates presidential primary election caucus campaign speech indo-pacific asia europe africa america pacific atlantic arctic antarctic mediterranean balkans caribbean baltic middle global international " +
      "national federal general supreme high joint special annual strategic economic political social human rights communist democratic republican liberal " +
      "conservative labour socialist national people's muslim christian jewish islamic hindu catholic orthodox soviet buddhist english french spanish " +
      "order orders accords allies peninsula campus studies administration poll polls survey session fellowship consortium nation business tax prison hour women " +
      "super bowl airlines airways air force one new los san las el st saint fort twitter instagram youtube bitcoin covid covid-19 coronavirus brexit quad reuters associated",
  ),
);

/** Capital letters that name a body or a thing. Matched as written: "Un", "Who" and "Us" are syllables of names and words. */
const ACRONYMS: ReadonlySet<string> = new Set(
  "GDP CEO COVID NATO EU UN USA US UK UAE G7 G8 G20 BRICS ASEAN QUAD OPEC IMF WHO WTO FBI CIA NASA BBC CNN NBC ABC CBS AP AFP GMT UTC EST EDT PST BST CET IST JST".split(
    " ",
  ),
);

/** Words of the list above that are given names in front, and family names at the end, of a person whose title stands before. Lower case. */
const GIVEN_NAMES_TOO: ReadonlySet<string> = new Set("bill april june august".split(" "));
const FAMILY_NAMES_TOO: ReadonlySet<string> = new Set(
  "law lake bay hill house english french guard post mountain rivers price bridge fort north east justice valley beach banks cup day street".split(
    " ",
  ),
);

/** Whether a word at this place among the words of a run keeps it from being a person's name. */
export function isNoNameWord(words: readonly string[], at: number, titled: boolean): boolean {
  const word = words[at] ?? "";
  if (ACRONYMS.has(word)) return true;
  const lower = word.toLowerCase();
  if (!NOT_IN_NAMES.has(lower)) return false;
  if (at === 0 && words.length > 1 && GIVEN_NAMES_TOO.has(lower)) return false;
  return !(titled && at > 0 && at === words.length - 1 && words.length <= 3 && FAMILY_NAMES_TOO.has(lower));
}

/** Family names as well as words of places: at the end of a run they make a place, "Hyde Park", elsewhere a person, "Park Min-gyu". */
export const PLACES_AND_SURNAMES: ReadonlySet<string> = new Set(
  "park church street west north white green day wall march april june august college".split(" "),
);

/** Words with a capital letter at the head of a sentence that begin no name. Lower case. */
export const NO_FIRST_NAME: ReadonlySet<string> = new Set(
  (
    "the a an and or but if in on at by for with from to of as is are was were be it its this that these those he she they we you i his her their our " +
    "my your who whom whose which what when where why how while after before since until during although though because so not no nor yet both " +
    "either neither all any some many most much more few several one two three four five six seven eight nine ten first second third last next " +
    "now then there here also however meanwhile moreover furthermore nevertheless still even just only again once never always often sometimes " +
    "another other others such each every born " +
    "today yesterday tomorrow earlier later recently despite according under over between among against without within through across about into " +
    "mr mrs ms dr photo image file related read watch listen update updated breaking exclusive opinion editorial analysis published advertisement " +
    "yes please thanks thank let's don't can't i'm we're it's that's he's she's i've we've they're you're speaking asked pleased concluded taking " +
    "posted source location tags recognizing underlined expressed dear good great well oh ok right"
  ).split(" "),
);

/** "His Royal Highness, Crown Prince Adil": the address before a name is nobody else. */
export const ONLY_ADDRESS =
  /^(?:(?:his|her|their|your|royal|serene|imperial) )*(?:highness|majesty|excellency|holiness|eminence)$/i;
