/** What subcommands and options say of themselves, by the English of it; at most 100 characters. */
export const GERMAN: Readonly<Record<string, string>> = {
  // Options of several commands
  "Two countries (india-japan), a bloc (quad), a person, or words":
    "Zwei Länder (india-japan), ein Bündnis (quad), eine Person oder Wörter",
  "The first day, such as 2026-01-31, monday, June, last week or 7d":
    "Der erste Tag, etwa 2026-01-31, monday, June, last week oder 7d",
  "The last day, such as 2026-01-31, yesterday or June": "Der letzte Tag, etwa 2026-01-31, yesterday oder June",
  "The first day, such as 2026-01-31, monday or March": "Der erste Tag, etwa 2026-01-31, monday oder March",
  "The last day, such as 2026-01-31, today or May": "Der letzte Tag, etwa 2026-01-31, today oder May",
  "On or after this day, such as 2026-01-31, monday or March": "Ab diesem Tag, etwa 2026-01-31, monday oder March",
  "On or before this day, such as 2026-01-31, today or May": "Bis zu diesem Tag, etwa 2026-01-31, today oder May",
  "Which page, such as 2": "Welche Seite, etwa 2",
  "A topic that this channel follows": "Ein Thema, dem dieser Kanal folgt",
  "Its address or name": "Adresse oder Name",
  "A name, or part of one": "Ein Name oder ein Teil davon",
  "Show it to everyone here": "Allen hier zeigen",
  "Show it to me alone": "Nur mir zeigen",
  "A topic or a person": "Ein Thema oder eine Person",
  "A person or a topic": "Eine Person oder ein Thema",
  "On several sides: also what their articles have on something else":
    "Bei mehreren Seiten: auch, was in ihren Artikeln zu anderem steht",
  "A picture of who met whom, and how often": "Ein Bild davon, wer wen wie oft traf",
  "For instance: when did the ministers last meet?": "Zum Beispiel: when did the ministers last meet?",
  // /person
  "Shows a person's names, roles, quotes and meetings": "Zeigt Namen, Ämter, Zitate und Treffen einer Person",
  "Lists everyone in the articles": "Zeigt alle Personen aus den Artikeln",
  "Records that two names are one person (managers only)": "Hält fest, dass zwei Namen eine Person sind (nur Verwaltende)",
  "The other name": "Der andere Name",
  "The person it belongs to": "Die Person, zu der er gehört",
  "Records that a name is somebody else's (managers only)": "Hält fest, dass ein Name jemand anderem gehört (nur Verwaltende)",
  "The person": "Die Person",
  "The name that is not theirs": "Der Name, der nicht zu ihr gehört",
  // /digest
  "Sets up a digest in this channel (managers only)": "Richtet in diesem Kanal einen Überblick ein (nur Verwaltende)",
  "Such as 08:00, 7pm, 8 and 18:00 or every 4 hours; the default is 08:00":
    "Etwa 08:00, 7pm, 8 and 18:00 oder every 4 hours; sonst 08:00",
  "Such as weekdays, every other Monday or on the 1st; the default is every day":
    "Etwa weekdays, every other Monday oder on the 1st; sonst täglich",
  "Such as Asia/Tokyo; the default is UTC": "Etwa Asia/Tokyo; sonst UTC",
  "Post nothing on days without news": "An Tagen ohne Neues nichts senden",
  "A role that each digest pings": "Eine Rolle, die jeder Überblick erwähnt",
  "In an announcement channel: publish each digest to the channels that follow it":
    "In einem Ankündigungskanal: jeden Überblick in den Kanälen veröffentlichen, die ihm folgen",
  "Opens a form that sets up a digest (managers only)": "Öffnet ein Formular, das einen Überblick einrichtet (nur Verwaltende)",
  "Lists this channel's digests": "Zeigt die Überblicke dieses Kanals",
  "Those of all channels (managers only)": "Die aller Kanäle (nur Verwaltende)",
  "Stops one of this channel's digests": "Beendet einen Überblick dieses Kanals",
  "Shows you the digest that would be posted now": "Zeigt den Überblick, der jetzt gesendet würde",
  "Any topic; the default is this channel's topics": "Irgendein Thema; sonst die Themen dieses Kanals",
  "Posts this channel's digest now": "Sendet den Überblick dieses Kanals jetzt",
  "Says why the last digest came, and when the next one is due":
    "Sagt, warum der letzte Überblick kam und wann der nächste ansteht",
  // /watch
  "Its number, as the list shows it": "Die Nummer, wie die Liste sie zeigt",
  "Tells this channel, or you, when something comes": "Meldet diesem Kanal oder einer Person, wenn etwas kommt",
  "Such as: Lund meets Solberg; Lund says anything on fish; the 2+2 is announced or moved":
    "Etwa: Lund meets Solberg; Lund says anything on fish; the 2+2 is announced or moved",
  "Hours without messages, such as 22:00 to 7:00 Europe/Berlin": "Stunden ohne Meldungen, etwa 22:00 to 7:00 Europe/Berlin",
  "How long before a planned meeting, such as 1 day": "Wie lange vor einem geplanten Treffen, etwa 1 day",
  "Tell me alone, by direct message": "Nur mir melden, als Direktnachricht",
  "Lists your watches and this channel's": "Zeigt die eigenen Meldungen und die dieses Kanals",
  "Stops a watch": "Beendet eine Meldung",
  "Says what a watch waits for, and what it found": "Sagt, worauf eine Meldung wartet und was sie fand",
  // /sources
  "Follows a feed, a page or a news search": "Folgt einem Feed, einer Seite oder einer Nachrichtensuche",
  "Its address, or words for a news search": "Die Adresse, oder Wörter für eine Nachrichtensuche",
  "Also read older entries": "Auch ältere Einträge lesen",
  "Lists the sources and their status": "Zeigt die Quellen und ihren Stand",
  "Stops following a source": "Folgt einer Quelle nicht mehr",
  "Shows a source's status and last polls": "Zeigt den Stand einer Quelle und die letzten Abrufe",
  "Names the outlet that a source's articles are by": "Nennt das Medium, von dem die Artikel einer Quelle sind",
  "The outlet, such as The Example Post; none lets its pages say":
    "Das Medium, etwa The Example Post; mit none sagen es die Seiten",
  "Follows the feeds in an OPML file": "Folgt den Feeds aus einer OPML-Datei",
  "An OPML file, as other feed readers export it": "Eine OPML-Datei, wie andere Feedreader sie exportieren",
  "Exports the sources as OPML": "Exportiert die Quellen als OPML",
  "Lists public feeds by region and theme": "Zeigt öffentliche Feeds nach Region und Thema",
  "Deletes the header that is sent for a source": "Löscht den Header, der für eine Quelle gesendet wird",
  // /attache
  "Lists the commands, with examples": "Zeigt die Befehle, mit Beispielen",
  "Shows what is stored, and the status of the sources": "Zeigt, was gespeichert ist, und den Stand der Quellen",
  "Groups the articles by event": "Ordnet die Artikel nach Ereignissen",
  "Says whether the articles bear a sentence out, and where": "Sagt, ob und wo die Artikel einen Satz belegen",
  "The sentence": "Der Satz",
  "Shows what a publisher changed in an article": "Zeigt, was ein Medium an einem Artikel geändert hat",
  "The article's id": "Die Kennung des Artikels",
  "Corrects a quote, a meeting or an article's topic (managers only)":
    "Korrigiert ein Zitat, ein Treffen oder das Thema eines Artikels (nur Verwaltende)",
  "A topic, for the ids; or what is right, such as meeting m12 not-held":
    "Ein Thema, für die Kennungen; oder was stimmt, etwa meeting m12 not-held",
  "Lists what was corrected, by whom and when": "Zeigt, was wer wann korrigiert hat",
  "The id of a correction to take back, such as c3": "Die Kennung einer Korrektur, die zurückgenommen wird, etwa c3",
  "Corrects what somebody reported as wrong: its id, such as d3":
    "Korrigiert, was jemand als falsch meldete: die Kennung, etwa d3",
  "Dismisses what somebody reported as wrong: its id, such as d3":
    "Verwirft, was jemand als falsch meldete: die Kennung, etwa d3",
  "Every correction as a line of JSON, for a file": "Jede Korrektur als eine Zeile JSON, für eine Datei",
  "Lists and shows your own topics, and changes them (managers only)":
    "Zeigt die eigenen Themen und ändert sie (Ändern nur für Verwaltende)",
  "What to do; the default is to list them all": "Was zu tun ist; sonst werden alle gezeigt",
  "Its name, such as our region": "Der Name, etwa our region",
  "What belongs to it: India, Japan, not cricket, not from Valley Post":
    "Was dazu gehört: India, Japan, not cricket, not from Valley Post",
  "Gives addresses for feed readers and calendars (managers only)": "Gibt Adressen für Feedreader und Kalender (nur Verwaltende)",
  "Such as add india-japan, add calendar quad or list; remove and an id takes one back":
    "Etwa add india-japan, add calendar quad oder list; remove und eine Kennung nimmt eine zurück",
  "Gives you a briefing, dossier, timeline or week as a file": "Gibt Briefing, Dossier, Chronik oder Woche als Datei",
  "Such as briefing india-japan, person Kishida as html or timeline quad since March":
    "Etwa briefing india-japan, person Kishida as html oder timeline quad since March",
  "Shows who may change what in this server": "Zeigt, wer in diesem Server was ändern darf",
  "Changes a setting (managers only)": "Ändert eine Einstellung (nur Verwaltende)",
  "The setting": "Die Einstellung",
  "Who may; or where a language model writes": "Wer darf; oder wo ein Sprachmodell schreibt",
  "Deletes your data or an article": "Löscht eigene Daten oder einen Artikel",
  "“me” for your own data; “article” and an id or address (managers only)":
    "„me“ für eigene Daten; „article“ und Kennung oder Adresse (nur Verwaltende)",
};
