import { countryWord } from "../countries.ts";

/**
 * Words for what a person does or is that are no office: they describe whoever is named beside them, and make a name of two words or more
 * a person's. Written small, save at the head of a sentence. Lower case.
 */
const CALLINGS: ReadonlySet<string> = new Set(
  (
    "expert specialist member official colleague politician dissident billionaire millionaire businessman businesswoman businessperson entrepreneur investor " +
    "banker financier trader farmer fisherman artist musician painter sculptor poet novelist playwright filmmaker producer photographer cartoonist comedian " +
    "broadcaster presenter host commentator pundit blogger podcaster scholar academic lecturer physicist chemist biologist climatologist meteorologist " +
    "epidemiologist virologist psychologist sociologist anthropologist archaeologist geologist geographer demographer statistician philosopher linguist " +
    "engineer architect designer developer programmer astronaut cosmonaut pilot sailor soldier militant rebel warlord insurgent dictator strongman autocrat " +
    "revolutionary spy informant whistleblower fugitive suspect defendant victim survivor hostage prisoner inmate refugee migrant immigrant citizen " +
    "volunteer philanthropist trustee shareholder worker steelworker miner driver trucker chef baker butcher carpenter mechanic electrician plumber " +
    "firefighter paramedic policeman policewoman bodyguard translator interpreter librarian student graduate schoolteacher schoolboy schoolgirl cricketer " +
    "footballer goalkeeper striker midfielder quarterback golfer boxer wrestler swimmer cyclist athlete gymnast skier skater medallist medalist referee " +
    "umpire tycoon magnate mogul heir heiress socialite celebrity influencer dancer choreographer composer pianist violinist guitarist drummer rapper " +
    "preacher evangelist monk nun priest vicar missionary theologian cleric mullah mum mom dad grandfather grandmother uncle aunt cousin nephew niece " +
    "brother-in-law sister-in-law son-in-law father-in-law friend neighbour neighbor challenger contender frontrunner front-runner incumbent fiancé fiancée " +
    "girlfriend boyfriend spouse ex-wife ex-husband lobbyist fundraiser consultant contractor operative staffer assistant intern clerk bureaucrat technocrat " +
    "administrator mediator arbitrator peacemaker investigator counsel jurist magistrate psychiatrist dentist pharmacist midwife vet biographer essayist " +
    "translator-in-chief mastermind figurehead loyalist hardliner reformist backbencher frontbencher lawmaker legislator grandee stalwart associate fellow " +
    "campaigner organiser organizer ringleader gunman attacker bomber hacker smuggler trafficker veteran serviceman servicewoman reservist conscript " +
    "winner laureate nobelist medal-winner first-grader second-grader third-grader fourth-grader fifth-grader sixth-grader seventh-grader eighth-grader resident native-born american briton"
  ).split(" "),
);

const DEMONYM_NOUNS = new Set(
  "Briton Swede Dane Finn Turk Spaniard Scot Pole Serb Croat Slovak Czech Filipino Filipina Arab Kurd".split(" "),
);

/** "Dutchman", "Swede", "German": what somebody is by birth, right before the name. */
export function isDemonymNoun(word: string): boolean {
  return (
    DEMONYM_NOUNS.has(word) ||
    /^(?:Dutch|French|English|Irish|Welsh|Scots|Norse)(?:wo)?man$/.test(word) ||
    countryWord(word)?.kind === "demonym"
  );
}

/** Whether a word describes a person without naming an office; plurals do not. */
export function isCalling(word: string): boolean {
  return CALLINGS.has(word);
}
