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
      "conservative labour socialist national people's muslim christian jewish islamic hindu catholic orthodox buddhist english french spanish " +
      "super bowl airlines airways air force one new los san las el st saint fort twitter instagram youtube bitcoin covid covid-19 coronavirus brexit " +
      "gdp ceo covid nato eu un usa uk g7 g20 brics asean quad opec imf who wto fbi cia nasa bbc cnn reuters ap afp associated",
  ),
);

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
    "today yesterday tomorrow earlier later recently despite according under over between among against without within through across about into " +
    "mr mrs ms dr photo image file related read watch listen update updated breaking exclusive opinion editorial analysis published advertisement " +
    "yes please thanks thank let's don't can't i'm we're it's that's he's she's i've we've they're you're speaking asked pleased concluded taking " +
    "posted source location tags recognizing underlined expressed dear good great well oh ok right"
  ).split(" "),
);
