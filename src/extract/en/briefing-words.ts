/** A sentence that begins with one of these says nothing without the one before it. */
export const LEANS_ON_ANOTHER = /^(?:He|She|It|They|This|That|These|Those)\b/;
/** A paper on its own mistakes: the news is what it corrects. */
export const CORRECTION_NOTICE =
  /^correction\b|\b(?:article|story|report|edition|version|caption|headline)\b.*\b(?:wrong|wrongly|incorrect|incorrectly|misstated|misspelled|in error)\b/i;
export const TO_COME =
  /\b(?:will|would|(?:is|are|was|were) (?:due |expected |scheduled |set |going )?to|plans? to|tomorrow|upcoming|later this)\b/i;
/** Where and when a wire filed: "NEW DELHI, March 20 (Meridian Wire) - ", "(CNN) ", "LONDON — ". The place is in capitals, or an agency stands behind it. */
export const DATELINE =
  /^(?:(?:\p{Lu}[\p{Lu}.'’-]{0,30}(?: \p{Lu}[\p{Lu}.'’-]{0,30}){0,3}(?:, [\p{L}. ]{2,20})?(?:,? \p{L}{3,9}\.? \d{1,2}(?:, \d{4})?)?(?: ?\([^()]{2,40}\))?|(?:\p{Lu}[\p{L}.]{1,20}(?: \p{Lu}[\p{L}.]{1,20}){0,2} )?\((?:\p{Lu}{2,6}|Reuters|Bloomberg)[^()]{0,20}\)) ?[-–—]{1,3} |\((?:\p{Lu}{2,6}|Reuters)\) (?:[-–—]{1,3} )?)/u;
