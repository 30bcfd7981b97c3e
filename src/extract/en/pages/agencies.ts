/** Agencies whose texts papers print, as bylines and datelines call them. */
const AGENCY_NAMES =
  "Reuters|AFP|Agence France-Presse|Associated Press|AP|UPI|PTI|Press Trust of India|ANI|IANS|Kyodo(?: News)?|Jiji(?: Press)?|Xinhua|Yonhap|TASS|Interfax|dpa|EFE|ANSA|Anadolu(?: Agency)?|Bernama|Antara|Bloomberg|PA Media";

/** "(Reuters)", "(AP) -", "LONDON, Reuters -": in front of a text. */
export const WIRE_DATELINE = new RegExp(`\\((${AGENCY_NAMES})\\)|^[\\p{Lu}\\s,.]{2,40}[,(] ?(${AGENCY_NAMES})\\)? ?[-–—]`, "u");
/** The whole of a byline, or its end: "Reuters", "By Ada Lund, Reuters". */
export const WIRE_BYLINE = new RegExp(`(?:^|[,/|] ?|^By |with )(${AGENCY_NAMES})(?: Staff| News(?: Agency)?)?$`, "u");
/** Behind a text: "(Kyodo)", "© 2026 The Associated Press", "(With inputs from PTI)", or a line of its own, "Source: Reuters". */
export const WIRE_CREDIT = new RegExp(
  `(?:(?<=[.!?”"]\\s)[-–—]+ ?|(?<=[.!?”"]\\s)with |\\b(?:was )?first published by )(${AGENCY_NAMES})\\.?\\s*$|(?:©|\\(c\\)|\\bcopyright) ?(?:\\d{4})?,? ?(?:by )?(?:the )?(${AGENCY_NAMES})\\b|\\((?:with (?:agency )?inputs? from )?(${AGENCY_NAMES})\\)\\s*$|\\n[-–—\\s]*(?:source: ?)?(${AGENCY_NAMES})\\.?\\s*$`,
  "iu",
);
/** "Lisbon, Nov 29 (ANI) ", "New Delhi [India], November 29 (ANI): ": the agency alone tells that a sentence has not begun. */
export const AGENCY_IN_FRONT = new RegExp(
  `^\\p{Lu}[\\p{L}.'’-]{1,20}(?: \\p{Lu}[\\p{L}.'’-]{1,20}){0,2}(?: \\[[\\p{L} ]{2,30}\\])?,? (?:\\p{L}{3,9}\\.? \\d{1,2}(?:, \\d{4})?,? )?\\((?:${AGENCY_NAMES})\\):? (?=\\p{Lu}|["“])`,
  "u",
);
