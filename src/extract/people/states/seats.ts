import { countryName } from "../../countries.ts";
import type { CountryMention } from "../../find-countries.ts";
import type { TextModel } from "../../read-text.ts";

/**
 * Houses, quarters and bodies by which news names one state's government, parliament or services, a state a line. Names that several states
 * share ("State House", "National Assembly", "Foreign Office") are left out. Sources: official residences after 24/7 Wall St.,
 * "Presidential Palaces" (28 December 2024), and Business Insider, "What the seat of government looks like in 10 places" (April 2019);
 * parliaments, ministries and services by the names that they give themselves. Nobody who sits there is data.
 */
const SEATS = `
US|White House;Oval Office;West Wing;Pentagon;Capitol Hill;State Department;Treasury Department;Justice Department;Defense Department;Commerce Department;Homeland Security;Department of Homeland Security;Foggy Bottom;FBI;CIA;DOJ;DHS;GOP;Senate Foreign Relations Committee;Senate Foreign Relations;House Foreign Affairs Committee;Senate Armed Services Committee;House Armed Services Committee
GB|Downing Street;Downing St;No 10;Number 10;Whitehall;Buckingham Palace;Westminster;Holyrood;MI5;MI6;GCHQ;Scotland Yard;Chequers
RU|Kremlin;State Duma;Duma;FSB;SVR;GRU
FR|Élysée;Elysée;Elysee;Élysée Palace;Elysee Palace;Quai d'Orsay;Matignon
DE|Bundestag;Bundeswehr;Bundesbank
CN|Zhongnanhai;Politburo Standing Committee;National People's Congress;People's Liberation Army
IN|South Block;North Block;Raisina Hill;Rashtrapati Bhavan;Lok Sabha;Rajya Sabha
IL|Knesset;Mossad;Shin Bet;Israel Defense Forces;IDF
JP|Kantei;Nagatacho
KR|Blue House;Cheong Wa Dae
UA|Verkhovna Rada;Rada;Bankova
PL|Sejm
ES|Moncloa;La Moncloa;Zarzuela
IT|Quirinale;Palazzo Chigi;Farnesina;Montecitorio
NL|Binnenhof
AT|Hofburg;Ballhausplatz
NO|Storting
SE|Riksdag;Rosenbad
DK|Folketing;Christiansborg
FI|Eduskunta
IE|Dáil;Oireachtas;Leinster House
EE|Riigikogu
LV|Saeima
LT|Seimas
BR|Planalto;Itamaraty
AR|Casa Rosada
CL|La Moneda
VE|Miraflores
CO|Casa de Nariño
PH|Malacañang;Malacanang
NG|Aso Rock
ZA|Union Buildings;Tuynhuys
CA|Rideau Hall;Parliament Hill
AU|Kirribilli House
NZ|Beehive
TR|Beştepe;Çankaya
PK|ISI;Inter-Services Intelligence
VA|Holy See
`;

const byFirstWord = new Map<string, { words: string[]; code: string }[]>();
for (const line of SEATS.trim().split("\n")) {
  const [code = "", names = ""] = line.split("|");
  for (const name of names.split(";")) {
    const words = name.split(" ");
    const first = words[0] ?? "";
    byFirstWord.set(
      first,
      [...(byFirstWord.get(first) ?? []), { words, code }].sort((a, b) => b.words.length - a.words.length),
    );
  }
}

/** How the names of a state's seats begin, as they are written: a text with none of them names none. */
export function seatOpenings(code: string): string[] {
  return [...byFirstWord].filter(([, seats]) => seats.some((seat) => seat.code === code)).map(([first]) => first);
}

/** A seat of a state's government where the text names it: "the Kremlin", "White House". */
export interface SeatMention extends Omit<CountryMention, "kind"> {
  kind: "seat";
}

/** The seats that a text names, in order, the longest name first. Linear in the number of tokens. */
export function findSeats(model: TextModel): SeatMention[] {
  const found: SeatMention[] = [];
  const { tokens } = model;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || !token.capital) continue;
    const fits = byFirstWord
      .get(bare(token.text))
      ?.find(({ words }) => words.every((word, step) => bare(tokens[at + step]?.text ?? "") === word));
    const last = fits === undefined ? undefined : tokens[at + fits.words.length - 1];
    if (fits === undefined || last === undefined) continue;
    const end = last.end - (last.text.length - bare(last.text).length);
    found.push({
      code: fits.code,
      name: countryName(fits.code) ?? fits.code,
      kind: "seat",
      adjective: true,
      start: token.start,
      end,
    });
    at += fits.words.length - 1;
  }
  return found;
}

function bare(word: string): string {
  return word.replace(/['’]s?$/, "").replaceAll("’", "'");
}
