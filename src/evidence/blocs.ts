import { ARTICLE_BEFORE, ONE_NAME } from "../extract/en/questions/topic-words.ts";
/** A group of countries that people ask for by its name. Membership as of January 2025. */
export interface Bloc {
  name: string;
  /** How people write it, in lower case. */
  forms: string[];
  members: string[];
}

/**
 * Members by ISO 3166-1 alpha-2. Sources: asean.org (member states), european-union.europa.eu (EU countries), g7.gc.ca and g20.org
 * (members; the unions among them left out), brics.br (members from January 2025), eng.sectsco.org (member states), the joint
 * statements of the Quad, gcc-sg.org (member states), nato.int (member countries), saarc-sec.org and bimstec.org (member states).
 */
export const BLOCS: Bloc[] = [
  { name: "Quad", forms: ["quad", "quadrilateral security dialogue"], members: ["AU", "IN", "JP", "US"] },
  {
    name: "ASEAN",
    forms: ["asean", "association of southeast asian nations"],
    members: "BN KH ID LA MY MM PH SG TH VN".split(" "),
  },
  {
    name: "European Union",
    forms: ["eu", "european union"],
    members: "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
  },
  { name: "G7", forms: ["g7", "g-7", "group of seven"], members: "CA FR DE IT JP GB US".split(" ") },
  {
    name: "G20",
    forms: ["g20", "g-20", "group of twenty", "group of 20"],
    members: "AR AU BR CA CN FR DE IN ID IT JP MX RU SA ZA KR TR GB US".split(" "),
  },
  { name: "BRICS", forms: ["brics"], members: "BR RU IN CN ZA EG ET IR AE ID".split(" ") },
  {
    name: "Shanghai Cooperation Organisation",
    forms: ["sco", "shanghai cooperation organisation", "shanghai cooperation organization"],
    members: "CN IN IR KZ KG PK RU TJ UZ BY".split(" "),
  },
  { name: "Gulf Cooperation Council", forms: ["gcc", "gulf cooperation council"], members: "BH KW OM QA SA AE".split(" ") },
  {
    name: "NATO",
    forms: ["nato", "north atlantic treaty organization"],
    members: "AL BE BG CA HR CZ DK EE FI FR DE GR HU IS IT LV LT LU ME NL MK NO PL PT RO SK SI ES SE TR GB US".split(" "),
  },
  { name: "SAARC", forms: ["saarc"], members: "AF BD BT IN MV NP PK LK".split(" ") },
  { name: "BIMSTEC", forms: ["bimstec"], members: "BD BT IN MM NP LK TH".split(" ") },
  { name: "AUKUS", forms: ["aukus"], members: ["AU", "GB", "US"] },
];

export function findBloc(text: string): Bloc | null {
  const wanted = text.trim().toLowerCase().replace(ARTICLE_BEFORE, "");
  return BLOCS.find((bloc) => bloc.forms.includes(wanted)) ?? null;
}

const LONG_FORMS = BLOCS.flatMap(({ forms }) => {
  const [short] = forms;
  return forms.filter((form) => form !== short && short !== undefined).map((form): [string, string] => [form, short ?? form]);
});
const SHORT_FORM = new Map([...ONE_NAME, ...LONG_FORMS]);
const LONG_FORM = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...SHORT_FORM.keys()].map((form) => form.replaceAll(".", "\\.")).join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);

/** A text in which every bloc, and what news writes in several ways, has one name: "the Group of 20" is "the g20", "U.S." "usa". */
export function shortenBlocs(text: string): string {
  return text.replace(LONG_FORM, (form) => SHORT_FORM.get(form.toLowerCase()) ?? form);
}
