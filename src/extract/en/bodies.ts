/** Bodies of several states: a meeting of one is a meeting of its members. Lower case. */
const BODIES: ReadonlySet<string> = new Set([
  ..."nato un eu au asean opec opec+ brics sco g7 g8 g20 gcc apec osce oic oecd oas ecowas sadc igad mercosur caricom saarc bimstec cptpp wto iaea quad aukus comesa unesco eurogroup".split(
    " ",
  ),
  "united nations",
  "european union",
  "european council",
  "african union",
  "arab league",
  "security council",
  "un security council",
  "u.n. security council",
  "united nations security council",
  "general assembly",
  "un general assembly",
  "council of europe",
  "commonwealth",
  "group of seven",
  "group of eight",
  "group of twenty",
  "group of 7",
  "group of 20",
  "shanghai cooperation organisation",
  "shanghai cooperation organization",
  "gulf cooperation council",
  "organisation of islamic cooperation",
  "organization of islamic cooperation",
  "organization of american states",
  "pacific islands forum",
  "association of southeast asian nations",
  "north atlantic council",
  "world trade organization",
  "nordic council",
  "visegrad group",
]);
const ONE_BODY: Record<string, string> = {
  "asia-pacific economic cooperation": "apec",
  "group of seven": "g7",
  "group of 7": "g7",
  "group of eight": "g8",
  "group of twenty": "g20",
  "group of 20": "g20",
  "european union": "eu",
  "united nations": "un",
  "african union": "au",
  "shanghai cooperation organization": "sco",
  "shanghai cooperation organisation": "sco",
  "gulf cooperation council": "gcc",
  "association of southeast asian nations": "asean",
  "eu council": "european council",
  "north atlantic treaty organization": "nato",
  "organization of american states": "oas",
};

/** Where a government sits, by a name that is not its capital's alone. */
export const SEATS: Readonly<Record<string, string>> = {
  washington: "US",
  "white house": "US",
  kremlin: "RU",
  "downing street": "GB",
  "number 10": "GB",
  elysee: "FR",
  élysée: "FR",
  "elysee palace": "FR",
  "élysée palace": "FR",
};

/** Bodies of one state, by the names that no other state's bear. Lower case. */
const NATIONAL: Readonly<Record<string, string>> = {
  cia: "US",
  congress: "US",
  "us congress": "US",
  "u.s. congress": "US",
  "national security council": "US",
  pentagon: "US",
  senate: "US",
  "us senate": "US",
  "u.s. senate": "US",
  house: "US",
  "privy council": "GB",
  "house of commons": "GB",
  "house of lords": "GB",
  bundestag: "DE",
  bundesrat: "DE",
  knesset: "IL",
  duma: "RU",
  "lok sabha": "IN",
  "rajya sabha": "IN",
  "verkhovna rada": "UA",
  riksdag: "SE",
  folketing: "DK",
  storting: "NO",
  oireachtas: "IE",
  diet: "JP",
};

/** The code of the state whose body this is, or null. */
export function stateOfBody(name: string): string | null {
  return NATIONAL[name.toLowerCase()] ?? null;
}

/** One form of a body's name: "G-20" and "the Group of Twenty" are "g20". */
export function bodyKey(name: string): string {
  const flat = name
    .toLowerCase()
    .replace(/^the /, "")
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, "$1")
    .replace(/^g-(?=\d)/, "g")
    .replace(/\.$/, "");
  return ONE_BODY[flat] ?? flat;
}

/** "SCO" and "Shanghai Cooperation Organization": one body by its letters. In any case of letters. */
function isAcronymOf(short: string, long: string): boolean {
  if (!/^[a-z]{3,8}$/i.test(short)) return false;
  const initials = long.split(/[ -]+/).flatMap((word) => (/^(?:of|the|and|for|in|on)$/i.test(word) ? [] : (word[0] ?? "")));
  return initials.length >= 3 && initials.join("").toLowerCase() === short.toLowerCase();
}

export function isOneBody(a: string, b: string): boolean {
  return a === b || isAcronymOf(a, b) || isAcronymOf(b, a);
}

/** "Ninth", "2024", "annual": what a gathering's name is told with in one sentence and without in the next. */
export const COUNTED =
  /^(?:\d{4}|\d{1,2}(?:st|nd|rd|th)|annual|inaugural|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) /;
/** What "G20 Leaders' Summit" adds to "G20". */
const GATHERS = / (?:(?:leaders|foreign ministers)[’']? )?(?:summit|meeting)$/;

/** One form of a gathering's name: "the G-20 summit" is "g20", the "Ninth Summit of the Americas" "summit of the americas". */
export function gatheringKey(name: string): string {
  const whole = bodyKey(name)
    .replace(COUNTED, "")
    .replace(/^(cop)[ -]?(?=\d)/, "$1")
    .replace(/s[’'](?= )/gu, "s");
  const body = bodyKey(whole.replace(GATHERS, ""));
  return BODIES.has(body) ? body : bodyKey(whole);
}

export function isInternationalBody(name: string): boolean {
  return BODIES.has(bodyKey(name)) || BODIES.has(name.toLowerCase());
}
