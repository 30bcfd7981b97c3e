/** Lines around an article's text that its site's program writes, each as a whole line. */

/** WordPress: "The post Talks appeared first on The Gazette." */
const SYNDICATED =
  /^the (?:post|article) .{1,300} appeared first (?:on|in|at) [^,;!?]{1,80}$|^(?:the|this) (?:post|article|story) (?:.{1,300} )?(?:first appeared|originally appeared|was (?:first|originally) published) (?:on|in|at|by) [^,;!?]{1,80}$/i;
/** Reddit and those who copy it. */
const SUBMITTED =
  /^(?:submitted by )\/?u\/\S{1,60}(?: to \/?r\/\S{1,60})?(?: ?\[link\])?(?: ?\[comments\])?$|^\[link\] ?\[comments\]$|^(?:comments url|article url|points|# comments): \S{1,300}$/i;
const READ_ON =
  /^(?:continue reading|read (?:the )?(?:full|whole|rest|more|on)|keep reading|click (?:here|to read)|view (?:the )?(?:full|original))\b.{0,160}(?:→|»|›|>|…|\.\.\.)$|^(?:continue reading|read (?:more|on|full (?:article|story)|the (?:full|whole|rest of the) (?:article|story))|keep reading|click here(?: to read more)?|view original|full story|more)[.!]?$/i;
const SEE_ALSO =
  /^(?:read(?: more| also| next)?|see also|also read|also see|related(?: articles?| stories)?|recommended(?: for you)?|more (?:on this|from \p{L}{1,30}(?: \p{L}{1,30})?)|you (?:may|might) also like|don['’]t miss|must read|trending(?: now)?)\s?[:|»›>–-] ?.{0,160}$/iu;
const NEWSLETTER =
  /^(?:sign up (?:for|to|here)|subscribe (?:to|now|here|today)|get (?:the latest|our|all the) .{1,60} (?:in|to|delivered)|join (?:our|the) .{1,40}(?:newsletter|channel|mailing list|whatsapp|telegram)|follow (?:us|\S{1,40}(?: \S{1,40}){0,4}) on (?:twitter|x|facebook|instagram|linkedin|whatsapp|telegram|google news)|download (?:the|our) .{1,40}\bapp\b|(?:click|tap) here to (?:join|subscribe|follow))\b.{0,200}$/i;
const SHARE_WORD =
  "share(?: (?:this|on|via|with))?(?: (?:article|story|post|page|facebook|twitter|x|linkedin|whatsapp|telegram|email|friends))?|tweet|facebook|twitter|x|whatsapp|linkedin|telegram|pinterest|reddit|e-?mail|print|copy(?: link)?|save|pocket|messenger|instagram";
const SHARE = new RegExp(`^(?:${SHARE_WORD})(?:[\\s|·,/]{1,4}(?:${SHARE_WORD})){0,12}[.:]?$`, "i");
/** What ministries' programs write below a text: when the page was changed, how often it was looked at, and how to print it. */
const BELOW =
  /^(?:page )?last (?:modified|updated|reviewed)(?: on| at)?:? .{0,60}$|^(?:\(release id: ?\d{1,12}\))?\s{0,3}(?:visitor counter|page views|hits) ?: ?[\d,. ]{1,12}$|^(?:print this page|printer[- ]friendly version|version imprimable|druckversion|seite drucken|versión para imprimir|versione stampabile|versão para impressão|версия для печати|【?打印(?:本页|此页|文章)?】?(?:\s{0,3}【?关闭(?:窗口|本页)?】?)?|このページを印刷(?:する)?|인쇄하기)$/iu;
/** Wherever they stand in a text. */
const ANYWHERE = [SYNDICATED, SUBMITTED, READ_ON, SEE_ALSO, NEWSLETTER, SHARE, BELOW];

/** "Posted on November 24, 2026 by Ana", "Published: 10:00 IST", "Last updated 3 hours ago". */
const STAMP =
  /^(?:first )?(?:posted|published|written(?= by)|updated|last (?:updated|modified)|modified|created|date|issued)(?: ?(?:on|at|:|by)|(?= \d| \p{Lu})).{0,100}$/iu;
const NOTED =
  /^(?:\d{1,3} (?:min(?:ute)?s?|mins?) read|\d{1,4} comments?|leave a (?:comment|reply)|no comments?(?: yet)?|listen to this article|(?:hits|views|page views): ?[\d,.]{1,12}|advertisement|image (?:source|credit)s?:? .{0,80})$/i;
/** Above the text alone: a text may say "updated" of itself further down. */
const ABOVE = [STAMP, NOTED];

export const FURNITURE = { anywhere: ANYWHERE, above: ABOVE };
/** What stands for the words that a teaser leaves out. */
export const LEFT_OUT =
  /\s{0,3}(?:\[(?:…|\.\.\.|&hellip;)\]|(?:…|\.\.\.)? ?(?:continue reading|read more)\s?(?:→|»|›|…|\.\.\.)?)$/i;
