/** Agencies whose texts papers print, as bylines and datelines call them. */
const NAMES =
  "Reuters|AFP|Agence France-Presse|Associated Press|AP|UPI|PTI|Press Trust of India|ANI|IANS|Kyodo(?: News)?|Jiji(?: Press)?|Xinhua|Yonhap|TASS|Interfax|dpa|EFE|ANSA|Anadolu(?: Agency)?|Bernama|Antara|Bloomberg|PA Media";

/** "(Reuters)", "(AP) -", "LONDON, Reuters -": in front of a text. */
export const WIRE_DATELINE = new RegExp(`\\((${NAMES})\\)|^[\\p{Lu}\\s,.]{2,40}[,(] ?(${NAMES})\\)? ?[-–—]`, "u");
/** The whole of a byline, or its end: "Reuters", "By Ada Lund, Reuters". */
export const WIRE_BYLINE = new RegExp(`(?:^|[,/|] ?|^By |with )(${NAMES})$`, "u");
