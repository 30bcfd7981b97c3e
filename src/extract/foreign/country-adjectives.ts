/**
 * What belongs to a country, as news in German, French and Spanish says it, one country a line: ISO 3166-1 code | German stem | French |
 * Spanish. "~" stands for what comes before the first ending; several have ";" between them. Left out is what is another word as well, such
 * as Spanish "indio". German takes the endings of its adjectives.
 */
export const FOREIGN_ADJECTIVES = `
JP|japanisch|japonais;~e;~es|japonés;japonesa;japoneses;japonesas
IN|indisch|indien;~ne;~s;~nes|
CN|chinesisch|chinois;~e;~es|chino;chinos
RU|russisch|russe;~s|ruso;rusa;rusos;rusas
GB|britisch|britannique;~s|británico;británica;británicos;británicas
US|amerikanisch;us-amerikanisch|américain;~e;~s;~es|estadounidense;~s
UA|ukrainisch|ukrainien;~ne;~s;~nes|ucraniano;ucraniana;ucranianos;ucranianas
TR|türkisch|turc;turque;turcs;turques|turco;turca;turcos;turcas
IR|iranisch|iranien;~ne;~s;~nes|iraní;iraníes
IL|israelisch|israélien;~ne;~s;~nes|israelí;israelíes
PL|polnisch|polonais;~e;~es|polaco;polaca;polacos;polacas
IT|italienisch|italien;~ne;~s;~nes|italiano;italiana;italianos;italianas
ES|spanisch|espagnol;~e;~s;~es|español;~a;~es;~as
FR|französisch|français;~e;~es|francés;francesa;franceses;francesas
DE|deutsch|allemand;~e;~s;~es|alemán;alemana;alemanes;alemanas
KR|südkoreanisch|sud-coréen;~ne;~s;~nes|surcoreano;surcoreana;surcoreanos;surcoreanas
KP|nordkoreanisch|nord-coréen;~ne;~s;~nes|norcoreano;norcoreana;norcoreanos;norcoreanas
SA|saudisch;saudi-arabisch|saoudien;~ne;~s;~nes|saudí;saudíes
EG|ägyptisch|égyptien;~ne;~s;~nes|egipcio;egipcia;egipcios;egipcias
PK|pakistanisch|pakistanais;~e;~es|pakistaní;pakistaníes
BR|brasilianisch|brésilien;~ne;~s;~nes|brasileño;brasileña;brasileños;brasileñas
CA|kanadisch|canadien;~ne;~s;~nes|canadiense;~s
AU|australisch|australien;~ne;~s;~nes|australiano;australiana;australianos;australianas
MX|mexikanisch|mexicain;~e;~s;~es|mexicano;mexicana;mexicanos;mexicanas
ID|indonesisch|indonésien;~ne;~s;~nes|indonesio;indonesia;indonesios;indonesias
VN|vietnamesisch|vietnamien;~ne;~s;~nes|vietnamita;~s
TW|taiwanisch|taïwanais;~e;~es|taiwanés;taiwanesa;taiwaneses;taiwanesas
SY|syrisch|syrien;~ne;~s;~nes|sirio;siria;sirios;sirias
IQ|irakisch|irakien;~ne;~s;~nes|iraquí;iraquíes
NL|niederländisch|néerlandais;~e;~es|neerlandés;neerlandesa;neerlandeses;neerlandesas
BE|belgisch|belge;~s|belga;belgas
AT|österreichisch|autrichien;~ne;~s;~nes|austriaco;austriaca;austriacos;austriacas
GR|griechisch|grec;grecque;grecs;grecques|griego;griega;griegos;griegas
HU|ungarisch|hongrois;~e;~es|húngaro;húngara;húngaros;húngaras
NO|norwegisch|norvégien;~ne;~s;~nes|noruego;noruega;noruegos;noruegas
SE|schwedisch|suédois;~e;~es|sueco;sueca;suecos;suecas
DK|dänisch|danois;~e;~es|danés;danesa;daneses;danesas
FI|finnisch|finlandais;~e;~es|finlandés;finlandesa;finlandeses;finlandesas
PT|portugiesisch|portugais;~e;~es|portugués;portuguesa;portugueses;portuguesas
CZ|tschechisch|tchèque;~s|checo;checa;checos;checas
RO|rumänisch|roumain;~e;~s;~es|rumano;rumana;rumanos;rumanas
`;
