/** How a post begins that leaves out its "I": a participle or an adjective of feeling. */
export const SUBJECTLESS =
  /^(?:\p{Lu}\p{Ll}+ed|Met|Spoke|Held|Had|Pleased|Delighted|Honou?red|Glad|Happy|Thank(?:ed|s)?|Looking forward|Great to|Good to|Wonderful)\b/u;
export const FIRST_PERSON = /\b(?:my|our|me|us)\b/i;
export const FINITE_SUBJECT = /^\p{Lu}\p{Ll}+ed (?:by|with|in|at|on)\b/u;
