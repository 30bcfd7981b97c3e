/** The forms of an English verb. */
export interface Inflected {
  base: string;
  /** "says" */
  third: string;
  /** "said"; and the participle where it is another, "written". */
  past: readonly string[];
  /** "saying" */
  ing: string;
}

/** Past forms that no rule makes: the past, then the participle where it differs. A verb with a prefix stands for itself. */
const IRREGULAR: Readonly<Record<string, string>> = {
  become: "became become",
  begin: "began begun",
  bring: "brought",
  come: "came come",
  feel: "felt",
  find: "found",
  forbid: "forbade forbidden",
  fly: "flew flown",
  give: "gave given",
  go: "went gone",
  hear: "heard",
  hold: "held",
  have: "had",
  know: "knew known",
  lead: "led",
  leave: "left",
  lose: "lost",
  make: "made",
  meet: "met",
  pay: "paid",
  put: "put",
  read: "read",
  ring: "rang rung",
  run: "ran run",
  say: "said",
  seek: "sought",
  sing: "sang sung",
  sit: "sat",
  speak: "spoke spoken",
  spend: "spent",
  swear: "swore sworn",
  take: "took taken",
  tell: "told",
  think: "thought",
  win: "won",
  write: "wrote written",
};

/** Third persons that no rule makes. */
const IRREGULAR_THIRD: Readonly<Record<string, string>> = { have: "has" };

/** Verbs of several syllables whose last one is stressed: only there is a consonant doubled. */
const STRESSED_LAST = new Set(
  "admit begin commit concur confer defer demur deter forbid infer occur permit prefer rebut recur refer regret submit".split(
    " ",
  ),
);
const ONE_SYLLABLE = /^(?:[^aeiou]*qu|[^aeiou]*)[aeiou][bdgklmnprtvz]$/;

/** Verbs in -el and -al that British spelling doubles and American does not. */
const BOTH_SPELLINGS = new Set("cancel channel counsel label model signal travel".split(" "));

/** English spelling: reply, replied; rebut, rebutted; prod, prodded; agree, agreeing; wish, wishes. */
export function inflect(base: string): Inflected {
  const irregular = IRREGULAR[base];
  const stem = ONE_SYLLABLE.test(base) || STRESSED_LAST.has(base) ? base + base.slice(-1) : base;
  return {
    base,
    third: IRREGULAR_THIRD[base] ?? thirdPerson(base),
    past: irregular === undefined ? [regularPast(base, stem)] : irregular.split(" "),
    ing: presentParticiple(base, stem),
  };
}

/** Every form of each verb of a list, the verb itself and British spellings included. */
export function formsOf(verbs: string): string[] {
  return [...finiteFormsOf(verbs), ...verbs.split(/\s+/).flatMap((verb) => spellings(inflect(verb).ing, verb))];
}

/** The same without "-ing". */
function finiteFormsOf(verbs: string): string[] {
  return verbs.split(/\s+/).flatMap((verb) => {
    const { base, third, past } = inflect(verb);
    return [base, third, ...past.flatMap((form) => spellings(form, verb))];
  });
}

/** "canceled", and "cancelled". */
function spellings(form: string, base: string): string[] {
  return BOTH_SPELLINGS.has(base) ? [form, base + base.slice(-1) + form.slice(base.length)] : [form];
}

function thirdPerson(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|[^aeiou]o|^go)$/.test(base) ? `${base}es` : `${base}s`;
}

function regularPast(base: string, stem: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return base.endsWith("e") ? `${base}d` : `${stem}ed`;
}

function presentParticiple(base: string, stem: string): string {
  if (/ie$/.test(base)) return `${base.slice(0, -2)}ying`;
  return /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${stem}ing`;
}
