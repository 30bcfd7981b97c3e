/** Words beside a page's date, in the languages of Europe that write them out. */
export const DATE_LABELS = {
  published:
    /\b(?:published|posted|created|issued|released|first published|publish(?:ed)? date|date|veröffentlicht|erstellt|geschrieben|vom|publié|paru|mis en ligne|publicado|publicada|pubblicato|gepubliceerd|geplaatst|publicerad|julkaistu|opublikowano|opublikowany|datum)\b|опубликовано|発表|公開|掲載|发布|發布|게시|입력/iu,
  updated:
    /\b(?:updated?|modified|last (?:edited|changed|revised)|aktualisiert|geändert|stand|mis à jour|modifié|actualizado|actualizada|atualizado|aggiornato|bijgewerkt|gewijzigd|uppdaterad|zaktualizowano)\b|обновлено|更新|수정/iu,
};

/** Before the day of an event, which dates no page: "When: 12 December 2026". */
export const EVENT_LABEL =
  /^(?:when|event date|date and time|dates?(?= of (?:the )?event)|wann|termin|quand|cuándo|cuando|quando|wanneer|日時|開催日|开会时间|일시|कब)(?:\s?[:：?]|$|\s(?=\d))/iu;

/** What stands before a name that wrote an article. */
export const BY =
  /^(?:(?:article|story|text|words|report(?:ed|ing)?|posted|published|written|submitted|created|veröffentlicht|verfasst|geschrieben|erstellt|publié|ecrit|écrit|rédigé|publicado|escrito|pubblicato|scritto|propos recueillis) )?(?:by|von|par|por|di|door|av|af|przez|from)\b:?\s{0,3}|^(?:author|authors|autor|autorin|autoren|auteur|autore|writer|reporter|text|foto und text|words|about the author|über den autor|автор|文|記者|作者)(?:\(s\)|\/in)?\s?[:：|]?\s{1,3}/iu;
/** The same behind a date: "24 November 2026 by Ana Lund". */
export const BY_WITHIN = /\s(?:by|von|par|por|door|przez)(?::\s?|\s)(?=\p{Lu})/u;
/** Where a name ends: what follows is an office, a place, a date, or what one can do there. */
export const AFTER_NAME =
  /\s(?:\||•|·|–|—|-|\/|»|>|\(|\bon\b|\bam\b|\bat\b|\bin\b|\ble\b|\bel\b|\bil\b|\bop\b|\bum\b|\bfor\b|\bis an?\b|\bavec\b|\bIN\b|\bFOR\b|\bON\b)(?:\s|$)|\s[(@]|\/\p{L}|[:]\s|\s?\d/u;
/** The same, and what somebody does: "Ana Lund Senior Editor" where a page puts one below the other. */
export const OFFICE =
  /\s(?:(?:senior|chief|deputy|managing|associate|assistant|contributing|political|diplomatic|foreign|economics?|business|science|sports?|special|freelance|freier?|leitender?|chef)[\s-])*(?:staff|news)?\s?(?:editor|correspondent|reporter|contributor|columnist|writer|journalist|producer|photographer|redakteur|redakteurin|korrespondent|korrespondentin|journalistin|chefredakteur|journaliste|periodista|redactora?|redazione|published|posted|updated|veröffentlicht|publié|follow|share|e-?mail|twitter|facebook|contact|biography|bio|profile|profil|view|more|alle|all|über|about)s?(?:\s|$|[,.;:|])/iu;
/** Between two names. */
export const AND = /\s(?:and|und|et|y|e|en|och|og|i)\s|\s?&\s?/iu;
/** In no person's name: what a body, a site or a team is called. */
export const BODY =
  /(?:^|[\s.])(?:team|staff|desk|news|newsroom|media|press|agency|agence|agentur|agencia|office|ministry|ministerium|minist[eè]re|ministerio|department|bureau|redaktion|redaktionsteam|r[ée]daction|redacci[oó]n|redazione|editors?|editorial|board|council|committee|foundation|stiftung|institut|institute|university|universität|verlag|publishing|group|gruppe|company|corporation|corp|inc|ltd|llc|gmbh|ag|e\.v|verein|verband|association|society|times|post|herald|tribune|gazette|zeitung|journal|magazin|magazine|blog|online|radio|tv|television|network|today|daily|wire|service|services|republik|republic|com|net|org|de|info|world|international)(?:$|[\s.,])/iu;
/** No name, although it stands where one does. */
export const NO_NAME =
  /^(?:by|von|par|por|author|authors|autor|autorin|admin(?:istrator)?|redaktion|die redaktion|redaction|rédaction|la rédaction|redacción|(?:la )?redazione|(?:de )?redactie|(?:a )?redação|redakcja|toimitus|редакция|editor|editors|editorial(?: team| staff| board)?|staff(?: writer| reporter)?|news ?desk|web ?desk|webmaster|guest|gast|home|share|follow|contact|read more|mehr|more|comments?|view all posts.{0,60}|posts by.{0,60}|all posts.{0,60}|about|anonymous|anonym|user|team|super ?user|unknown|unbekannt|null|none|e-?mail|twitter|facebook|profile?|log ?in|sign ?in|subscribe|newsletter|advertisement|anzeige|press release|pressemitteilung|pressemeldung|(?:.{0,40}\s)?photos?(?:\/.{0,40})?|published|posted|updated|the author|biography|bio)$/iu;
/** The label of a card's field that holds who wrote. */
export const WRITTEN_BY =
  /^(?:written by|author|verfasst von|geschrieben von|autor|écrit par|auteur|escrito por|scritto da|by|von)$/iu;
