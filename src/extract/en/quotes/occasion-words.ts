/**
 * The words for when or where something was said, behind their preposition: "at a news conference in Vienna", "after the talks". What stands
 * between article and noun is at most four words.
 */
export const OCCASION =
  /\b(?:at|during|after|before|following|ahead of|in) (?:a|an|the|his|her|their|its)(?: [\p{L}\d&’'-]{1,30}){0,4}? (?:conference|summit|meeting|talks|interview|speech|address|call|visit|forum|hearing|statement|session|briefing|ceremony|dinner|debate|rally)\b(?: (?:in|with) \p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}[\p{L}’'-]{1,30}){0,3})?/u;
