/** What subcommands and options say of themselves, by the English of it; at most 100 characters. */
export const FRENCH: Readonly<Record<string, string>> = {
  // Options of several commands
  "Two countries (india-japan), a bloc (quad), a person, or words":
    "Deux pays (india-japan), un bloc (quad), une personne ou des mots",
  "The first day, such as 2026-01-31, monday, June, last week or 7d":
    "Le premier jour, par exemple 2026-01-31, monday, June, last week ou 7d",
  "The last day, such as 2026-01-31, yesterday or June": "Le dernier jour, par exemple 2026-01-31, yesterday ou June",
  "The first day, such as 2026-01-31, monday or March": "Le premier jour, par exemple 2026-01-31, monday ou March",
  "The last day, such as 2026-01-31, today or May": "Le dernier jour, par exemple 2026-01-31, today ou May",
  "On or after this day, such as 2026-01-31, monday or March": "À partir de ce jour, par exemple 2026-01-31, monday ou March",
  "On or before this day, such as 2026-01-31, today or May": "Jusqu’à ce jour, par exemple 2026-01-31, today ou May",
  "Which page, such as 2": "Quelle page, par exemple 2",
  "A topic that this channel follows": "Un sujet que ce salon suit",
  "Its address or name": "Son adresse ou son nom",
  "A name, or part of one": "Un nom, ou une partie d’un nom",
  "Show it to everyone here": "Le montrer à tous ici",
  "Show it to me alone": "Ne le montrer qu’à moi",
  "A topic or a person": "Un sujet ou une personne",
  "A person or a topic": "Une personne ou un sujet",
  "On several sides: also what their articles have on something else":
    "Sur plusieurs parties : aussi ce que leurs articles disent d’autre chose",
  "A picture of who met whom, and how often": "Une image de qui a rencontré qui, et combien de fois",
  "For instance: when did the ministers last meet?": "Par exemple : when did the ministers last meet?",
  // /person
  "Shows a person's names, roles, quotes and meetings": "Montre les noms, fonctions, citations et rencontres d’une personne",
  "Lists everyone in the articles": "Liste toutes les personnes des articles",
  "Records that two names are one person (managers only)": "Note que deux noms sont une même personne (gestionnaires)",
  "The other name": "L’autre nom",
  "The person it belongs to": "La personne à qui il appartient",
  "Records that a name is somebody else's (managers only)": "Note qu’un nom est celui de quelqu’un d’autre (gestionnaires)",
  "The person": "La personne",
  "The name that is not theirs": "Le nom qui n’est pas le sien",
  // /digest
  "Sets up a digest in this channel (managers only)": "Met en place une revue dans ce salon (gestionnaires)",
  "Such as 08:00, 7pm, 8 and 18:00 or every 4 hours; the default is 08:00":
    "Par exemple 08:00, 7pm, 8 and 18:00 ou every 4 hours ; sinon 08:00",
  "Such as weekdays, every other Monday or on the 1st; the default is every day":
    "Par exemple weekdays, every other Monday ou on the 1st ; sinon chaque jour",
  "Such as Asia/Tokyo; the default is UTC": "Par exemple Asia/Tokyo ; sinon UTC",
  "Post nothing on days without news": "Ne rien publier les jours sans nouvelles",
  "A role that each digest pings": "Un rôle que chaque revue mentionne",
  "In an announcement channel: publish each digest to the channels that follow it":
    "Dans un salon d’annonces : publier chaque revue dans les salons qui le suivent",
  "Opens a form that sets up a digest (managers only)": "Ouvre un formulaire qui met en place une revue (gestionnaires)",
  "Lists this channel's digests": "Liste les revues de ce salon",
  "Those of all channels (managers only)": "Celles de tous les salons (gestionnaires)",
  "Stops one of this channel's digests": "Arrête une revue de ce salon",
  "Shows you the digest that would be posted now": "Montre la revue qui serait publiée maintenant",
  "Any topic; the default is this channel's topics": "Un sujet quelconque ; sinon les sujets de ce salon",
  "Posts this channel's digest now": "Publie maintenant la revue de ce salon",
  "Says why the last digest came, and when the next one is due":
    "Dit pourquoi la dernière revue est venue, et quand viendra la prochaine",
  // /watch
  "Its number, as the list shows it": "Son numéro, tel que la liste le montre",
  "Tells this channel, or you, when something comes": "Prévient ce salon, ou une personne, quand quelque chose arrive",
  "Such as: Lund meets Solberg; Lund says anything on fish; the 2+2 is announced or moved":
    "Ex. : Lund meets Solberg; Lund says anything on fish; the 2+2 is announced or moved",
  "Hours without messages, such as 22:00 to 7:00 Europe/Berlin": "Heures sans messages, par exemple 22:00 to 7:00 Europe/Berlin",
  "How long before a planned meeting, such as 1 day": "Combien de temps avant une rencontre prévue, par exemple 1 day",
  "Tell me alone, by direct message": "Ne prévenir que moi, par message privé",
  "Lists your watches and this channel's": "Liste ses veilles et celles de ce salon",
  "Stops a watch": "Arrête une veille",
  "Says what a watch waits for, and what it found": "Dit ce qu’une veille attend, et ce qu’elle a trouvé",
  // /sources
  "Follows a feed, a page or a news search": "Suit un flux, une page ou une recherche d’actualités",
  "Its address, or words for a news search": "Son adresse, ou des mots pour une recherche d’actualités",
  "Also read older entries": "Lire aussi les entrées plus anciennes",
  "Lists the sources and their status": "Liste les sources et leur état",
  "Stops following a source": "Ne suit plus une source",
  "Shows a source's status and last polls": "Montre l’état d’une source et ses derniers relevés",
  "Names the outlet that a source's articles are by": "Nomme le média dont viennent les articles d’une source",
  "The outlet, such as The Example Post; none lets its pages say":
    "Le média, par exemple The Example Post ; avec none, ses pages le disent",
  "Follows the feeds in an OPML file": "Suit les flux d’un fichier OPML",
  "An OPML file, as other feed readers export it": "Un fichier OPML, comme d’autres lecteurs de flux l’exportent",
  "Exports the sources as OPML": "Exporte les sources en OPML",
  "Lists public feeds by region and theme": "Liste des flux publics par région et par thème",
  "Deletes the header that is sent for a source": "Supprime l’en-tête envoyé pour une source",
  // /attache
  "Lists the commands, with examples": "Liste les commandes, avec des exemples",
  "Shows what is stored, and the status of the sources": "Montre ce qui est conservé, et l’état des sources",
  "Groups the articles by event": "Regroupe les articles par événement",
  "Says whether the articles bear a sentence out, and where": "Dit si les articles confirment une phrase, et où",
  "The sentence": "La phrase",
  "Shows what a publisher changed in an article": "Montre ce qu’un média a changé dans un article",
  "The article's id": "L’identifiant de l’article",
  "Corrects a quote, a meeting or an article's topic (managers only)":
    "Corrige une citation, une rencontre ou le sujet d’un article (gestionnaires)",
  "A topic, for the ids; or what is right, such as meeting m12 not-held":
    "Un sujet, pour les identifiants ; ou ce qui est juste, par exemple meeting m12 not-held",
  "Lists what was corrected, by whom and when": "Liste ce qui a été corrigé, par qui et quand",
  "The id of a correction to take back, such as c3": "L’identifiant d’une correction à annuler, par exemple c3",
  "Corrects what somebody reported as wrong: its id, such as d3":
    "Corrige ce que quelqu’un a signalé comme faux : son identifiant, par exemple d3",
  "Dismisses what somebody reported as wrong: its id, such as d3":
    "Écarte ce que quelqu’un a signalé comme faux : son identifiant, par exemple d3",
  "Every correction as a line of JSON, for a file": "Chaque correction sur une ligne de JSON, pour un fichier",
  "Lists and shows your own topics, and changes them (managers only)":
    "Liste et montre ses propres sujets, et les change (gestionnaires)",
  "What to do; the default is to list them all": "Que faire ; sinon les lister tous",
  "Its name, such as our region": "Son nom, par exemple our region",
  "What belongs to it: India, Japan, not cricket, not from Valley Post":
    "Ce qui en fait partie : India, Japan, not cricket, not from Valley Post",
  "Gives addresses for feed readers and calendars (managers only)":
    "Donne des adresses pour lecteurs de flux et calendriers (gestionnaires)",
  "Such as add india-japan, add calendar quad or list; remove and an id takes one back":
    "Ex. : add india-japan, add calendar quad ou list ; remove et un identifiant en retire une",
  "Gives you a briefing, dossier, timeline or week as a file":
    "Donne une synthèse, un dossier, une chronologie ou une semaine en fichier",
  "Such as briefing india-japan, person Kishida as html or timeline quad since March":
    "Ex. : briefing india-japan, person Kishida as html ou timeline quad since March",
  "Shows who may change what in this server": "Montre qui peut changer quoi sur ce serveur",
  "Changes a setting (managers only)": "Change un réglage (gestionnaires)",
  "The setting": "Le réglage",
  "Who may; or where a language model writes": "Qui peut ; ou là où un modèle de langue écrit",
  "Deletes your data or an article": "Supprime ses propres données ou un article",
  "“me” for your own data; “article” and an id or address (managers only)":
    "« me » pour ses propres données ; « article » et un identifiant ou une adresse (gestionnaires)",
};
