const ENGLISH =
  "the an of to in on at by for with from and or but is are was were be been has have had will would that which who it its their his her he she they after before over between not as this also said during while when where into than about against through under";
/** Frequent function words of German, French, Spanish, Italian, Portuguese, Dutch, Indonesian and Turkish that are not English words. */
const OTHERS =
  "der das und ist nicht mit von zu den dem ein eine einen auf für les des et est dans pour que une du sont pas par sur aux el los las y en con una por del se su al il di che per gli della sono una e o os do da em não uma na het een van op te niet zijn yang dan untuk dengan ini dari ve bir bu için";

/** The words that identify a language. They are function words, so the list does not grow with the news. */
export const LANGUAGE_WORDS = { english: new Set(ENGLISH.split(" ")), others: new Set(OTHERS.split(" ")) };
