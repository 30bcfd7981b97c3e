/** Words beside a page's date, in the languages of Europe that write them out. */
export const DATE_LABELS = {
  published:
    /\b(?:published|posted|created|issued|released|first published|publish(?:ed)? date|date|veröffentlicht|erstellt|geschrieben|vom|publié|paru|mis en ligne|publicado|publicada|pubblicato|gepubliceerd|geplaatst|publicerad|julkaistu|opublikowano|opublikowany|datum)\b|опубликовано|発表|公開|掲載|发布|發布|게시|입력/iu,
  updated:
    /\b(?:updated?|modified|last (?:edited|changed|revised)|aktualisiert|geändert|stand|mis à jour|modifié|actualizado|actualizada|atualizado|aggiornato|bijgewerkt|gewijzigd|uppdaterad|zaktualizowano)\b|обновлено|更新|수정/iu,
};

/** What stands before a name that wrote an article. */
export const BY =
  /^(?:(?:article|story|text|words|report(?:ed|ing)?|posted|published|written|submitted|created|veröffentlicht|verfasst|geschrieben|erstellt|publié|ecrit|écrit|rédigé|publicado|escrito|pubblicato|scritto) )?(?:by|von|par|por|di|door|av|af|przez|from)\b:?\s{0,3}|^(?:author|authors|autor|autorin|autoren|auteur|autore|writer|reporter|text|foto und text|words|about the author|über den autor|автор|文|記者|作者)\s?[:：|]?\s{1,3}/iu;
/** Where a name ends: what follows is an office, a place or a date. */
export const AFTER_NAME =
  /\s(?:\||•|·|–|—|-|\/|»|>|@|\(|\bon\b|\bam\b|\bat\b|\bin\b|\ble\b|\bel\b|\bil\b|\bop\b|\bum\b|\bpublished\b|\bposted\b|\bupdated\b|\bveröffentlicht\b|\bpublié\b|\bfor\b|\bis an?\b)(?:\s|$)|[,;:]\s|\s?\d/iu;
/** No name, although it stands where one does. */
export const NO_NAME =
  /^(?:by|von|par|por|author|authors|autor|autorin|admin(?:istrator)?|redaktion|redaction|rédaction|la rédaction|redacción|editor|editors|editorial(?: team| staff| board)?|staff(?: writer| reporter)?|news ?desk|web ?desk|webmaster|guest|gast|home|share|follow|contact|read more|mehr|more|comments?|view all posts.{0,60}|posts by.{0,60}|about|anonymous|anonym|user|team|super ?user|unknown)$/iu;
