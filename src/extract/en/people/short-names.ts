/**
 * Given names with the short forms that news uses beside them, each name with its own. A form may belong to several names ("Jack" to "John"
 * and "Jackson"); two of one line are one given name. Written from general knowledge; a form that is as often a name of its own
 * ("Alex" of either "Alexander" or "Alejandro") stands with each.
 */
const LINES = [
  "abraham abe",
  "albert al bert",
  "alexander alex sandy sasha aleksandr",
  "alexandra alex sandra",
  "alfred al fred",
  "andrew andy drew",
  "anthony antony tony",
  "antonio toni",
  "arthur art",
  "barbara barb",
  "benjamin ben benny",
  "bernard bernie",
  "catherine katherine kathryn cathy kathy kate katie",
  "charles charlie chuck",
  "christine christina chris tina",
  "christopher chris",
  "condoleezza condi",
  "daniel dan danny",
  "david dave",
  "deborah debbie deb",
  "donald don donnie",
  "dorothy dot",
  "douglas doug",
  "edward ed eddie ted",
  "elizabeth elisabeth liz lizzie beth betty eliza",
  "eugene gene",
  "francis frank",
  "francisco paco",
  "franklin frank",
  "frederick fred freddie",
  "geoffrey jeffrey geoff jeff",
  "gerald gerry jerry",
  "gregory greg",
  "harold harry hal",
  "henry harry hank",
  "herbert herb",
  "jacob jake",
  "james jim jimmy jamie",
  "jennifer jen jenny",
  "jessica jess",
  "john johnny jack jon",
  "jonathan jon",
  "jose pepe",
  "joseph joe joey",
  "joshua josh",
  "kenneth ken kenny",
  "lawrence larry",
  "leonard len lenny",
  "lewis lew",
  "luiz lula",
  "madeleine maddie",
  "margaret maggie meg peggy",
  "martin marty",
  "matthew matt",
  "michael mike mick mickey",
  "mitchell mitch",
  "nancy nan",
  "nathaniel nathan nate",
  "nicholas nicolas nick nico",
  "pamela pam",
  "patricia pat patty",
  "patrick pat paddy",
  "peter pete",
  "philip phillip phil",
  "rachel rae",
  "raymond ray",
  "rebecca becky",
  "richard rick rich dick",
  "robert rob bob bobby robbie",
  "ronald ron ronnie",
  "samuel sam sammy",
  "stanley stan",
  "stephen steven steve",
  "susan sue susie",
  "terence terry",
  "theodore ted teddy",
  "theresa terry",
  "thomas tom tommy",
  "timothy tim",
  "victoria vicky tory",
  "vladimir volodya",
  "walter walt",
  "willem wim",
  "william bill billy will",
  "zachary zach",
].map((line) => line.split(" "));

const GROUPS: ReadonlyMap<string, ReadonlySet<number>> = groupsByForm();

function groupsByForm(): Map<string, Set<number>> {
  const groups = new Map<string, Set<number>>();
  for (const [at, forms] of LINES.entries()) for (const form of forms) groups.set(form, (groups.get(form) ?? new Set()).add(at));
  return groups;
}

/** Whether two folded given names are forms of one: "joe", "joseph". */
export function areOneGivenName(a: string, b: string): boolean {
  const [ours, theirs] = [GROUPS.get(a), GROUPS.get(b)];
  return ours !== undefined && theirs !== undefined && [...ours].some((group) => theirs.has(group));
}

/** What tells a father from a son of the same name. */
export const ELDER: ReadonlySet<string> = new Set(["sr", "senior"]);
export const YOUNGER: ReadonlySet<string> = new Set(["jr", "junior", "2nd", "3rd", "4th"]);
