/**
 * What stands in an article's place in other languages than English, as `walls.ts` has it for English: of each language what its papers write
 * above a form or a button. They are looked for in every page, since a wall's language is often not the page's.
 */

/** Says alone that the rest is for those who pay or log in. */
const PAYWALL_ABROAD = [
  // German
  /(?:dieser|der ganze|der vollständige|den ganzen|den vollständigen) (?:artikel|inhalt|beitrag|text|bericht) (?:ist |steht )?(?:nur |exklusiv |ausschließlich |teil (?:von|des|unseres) ){1,2}(?:für )?/iu,
  /(?:jetzt|hier|gleich|kostenlos) (?:\S{1,30} ){0,4}(?:weiterlesen|freischalten|abonnieren)|um (?:\S{1,30} ){0,3}weiterzulesen|weiterlesen mit |(?:abo|abonnement|testen|registrieren|anmelden) und (?:sofort )?(?:weiterlesen|lesen)/iu,
  /(?:bereits|schon) (?:\S{1,20} ){0,2}(?:abonnent(?:in)?|abonniert|abo|registriert|mitglied|kund(?:e|in))\s?\?/iu,
  // French
  /(?:article|suite|contenu|lecture|reste) (?:de cet article )?(?:est |vous est )?(?:entièrement )?réservée?s? (?:à nos |aux )(?:abonn|membres)/iu,
  /il vous reste \d{1,3}(?:[.,]\d{1,2})?\s?% de (?:cet|l['’]|la|ce)|pour (?:lire|découvrir|accéder à) (?:la suite|l['’]intégralité|cet article)|abonnez-vous (?:pour (?:lire|accéder|continuer)|dès|à partir|et )/iu,
  /déjà (?:abonnée?|inscrite?|client|un compte)(?:[·.(]e\)?)?\s?\?/iu,
  // Spanish and Portuguese
  /(?:contenido|art[íi]culo|noticia|nota|informaci[óo]n|conte[úu]do|artigo|not[íi]cia|mat[ée]ria|reportagem) (?:es |é |está )?(?:s[óo]lo |só |somente |apenas |de acesso )?(?:exclusiv[oa]|reservad[oa]|disponible|dispon[íi]vel|para)(?: para| a| aos| apenas para| solo para)? (?:los |nuestros |os |nossos )?(?:suscriptores|socios|abonados|registrados|assinantes|s[óo]cios|cadastrados)/iu,
  /(?:para|quiere[ns]?|quer) (?:seguir|continuar|terminar) (?:de )?(?:leyendo|la lectura|lendo|a ler|a leitura)|(?:contin[úu]e|continúa|sigue) (?:leyendo|lendo|a ler|a leitura)\b[^.!?\n]{0,60}(?:suscr|suscri|acces|acess|assin|cuenta|conta)|(?:suscr[íi]b[ea]te|suscr[íi]base|assine|reg[íi]strate|cadastre-se) (?:ya |ahora |agora |gratis |já )?(?:para|y|e|por|desde|a partir)(?: |$)/iu,
  /(?:ya (?:eres|es|soy|tienes|tiene)|já (?:é|sou|tem|és)) (?:usted )?(?:suscriptora?|soci[oa]|abonad[oa]|(?:una )?cuenta|(?:una )?suscripci[óo]n|assinante|(?:uma )?conta|(?:uma )?assinatura)/iu,
  // Italian
  /(?:contenuto|articolo|notizia|resto|lettura) (?:è )?(?:riservat[oa]|disponibile solo|esclusiv[oa]|accessibile solo) (?:per )?(?:agli|ai|a|gli) (?:abbonati|iscritti|lettori abbonati|soli abbonati)/iu,
  /(?:per continuare (?:a leggere|la lettura)|continua a leggere (?:con|l['’]articolo|tutti)|abb[oò]nati (?:per|e|ora|subito|a (?:partire|soli))\b|(?:sei|hai) già (?:abbonat[oa]|iscritt[oa]|un (?:account|abbonamento)))/iu,
  // Dutch
  /(?:artikel|verhaal|bericht|inhoud) (?:is )?(?:alleen|exclusief|uitsluitend|enkel) (?:\S{1,16} ){0,2}(?:voor|door) (?:\S{1,20} )?(?:abonnees|leden|abonnementhouders)/iu,
  /(?:verder lezen\s?\?|om (?:\S{1,20} ){0,3}verder te lezen|lees (?:dit artikel |direct )?verder (?:met|voor|vanaf)|neem (?:nu )?een abonnement|\bal (?:een )?abonnee\s?\?|\bal (?:lid|een account)\s?\?)/iu,
  // Japanese
  /(?:この|本)(?:記事|コンテンツ|続き)[はの][^。\n]{0,20}(?:有料|会員|購読者|登録者)[^。\n]{0,8}(?:限定|専用|のみ|向け)|(?:有料|会員|購読者)(?:会員)?限定(?:記事|です|公開)|残り\s?[\d,]{1,6}\s?(?:文字|字)/u,
  /(?:登録|購読|ログイン|入会)[^。\n]{0,14}(?:続き|全文|すべての記事)|続きを[^。\n]{0,6}(?:お読み|ご覧|読むには)|(?:会員|購読者|登録済み)の(?:方|かた)は[^。\n]{0,8}ログイン/u,
  // Chinese
  /(?:订阅|訂閱|付费|付費|登录|登入|注册|註冊|会员|會員|购买|購買)[^。\n]{0,10}(?:阅读|閱讀|查看|畅读|暢讀|解锁|解鎖)(?:全文|全部|完整|更多|剩余|剩餘|余下|本文)|(?:本文|此文|文章|内容|內容)(?:为|為|属于|屬於|仅供|僅供|仅限|僅限)[^。\n]{0,6}(?:付费|付費|会员|會員|订阅|訂閱|订户|訂戶)/u,
  /(?:已经?|已經?)是(?:会员|會員|订阅用户|訂閱用戶|订户|訂戶)|(?:阅读|閱讀)(?:全文|余下|剩余|剩餘)[^。\n]{0,8}(?:请|請|需)[^。\n]{0,4}(?:登|订|訂|注|付|购|購)/u,
  // Korean
  /(?:유료|구독자|회원|프리미엄|멤버십)\s?(?:구독자|회원|가입자)?\s?(?:전용|한정|만)[^.\n]{0,10}(?:기사|콘텐츠|서비스|볼 수|읽을 수)|(?:구독|로그인|가입|결제)(?:을|를)?\s?(?:하시면|하면|후|하고|하여)[^.\n]{0,20}(?:전문|이어|계속|나머지|모든 기사|기사를)|이미\s?(?:구독|회원|가입|유료)[^.\n]{0,14}\?/u,
  // Hindi
  /(?:केवल|सिर्फ़?|सिर्फ) (?:\S{1,20} )?(?:सदस्यों|सब्सक्राइबर(?:्स|ों)?|ग्राहकों|पंजीकृत) (?:\S{1,20} )?के लिए|(?:पूरा|पूरी|आगे|बाकी) (?:\S{1,16} )?(?:पढ़ने|पढ़ना|पढ़ें)[^।\n]{0,30}(?:सदस्य|सब्सक्राइब|लॉग|साइन|रजिस्टर)|पहले से (?:ही )?(?:सदस्य|सब्सक्राइबर|खाता|ग्राहक)/u,
];

/** What such an offer says besides. */
const OFFER_ABROAD = [
  /(?:monatlich|jederzeit|flexibel) künd|sans engagement|(?:résiliable|annulable) à tout moment|cancel[ae]r? (?:cuando|quando|a qualquer|en cualquier)|disdici (?:quando|in qualsiasi)|(?:maandelijks|op elk moment|altijd) opzeg|いつでも(?:解約|キャンセル)|(?:随时|隨時)(?:可)?取消|언제든(?:지)? (?:해지|취소)|कभी भी (?:रद्द|कैंसिल)/iu,
  // A price by the week, the month or the year says it in any language.
  /(?:[€$£₹¥₩]|R\$)\s?\d[\d.,]{0,8}\s?(?:\/|par|pro|al?|im|per|por|प्रति|को)\s?(?:\p{L}{2,10})|\d[\d.,]{0,8}\s?(?:€|euros?|元|円|원|CHF)\s?(?:\/|par|pro|al?|im|per|por)\s?\p{L}{3,10}|(?:月額|每月|每年|年額|월|매월|첫 달)\s?(?:仅需)?[¥₩]?\s?\d[\d.,]{0,8}/iu,
  /(?:unbegrenzt|unbeschränkt)\S{0,3} (?:\S{1,20} )?zugang|accès illimité|(?:acceso|acesso) (?:\S{1,12} )?(?:ilimitado|sin l[íi]mites)|accesso illimitato|onbeperkt(?:e)? (?:toegang|lezen)|読み放題|(?:畅读|暢讀)|무제한/iu,
];

/** Asks whether the reader is a person, or a browser with scripts. A word for scripts and one for switching them on are in each. */
const BOT_CHECK_ABROAD = [
  /\bjava\s?script\b[^.!?。\n]{0,80}(?:aktivier|einschalt|erforderlich|deaktiviert|activ[eé]|désactiv|requis|nécessaire|activar|habilit|necesari|ativ[ae]|necess[áa]ri|attiva|abilita|richiest|inschakel|ingeschakeld|\baan\b|vereist|有効|無効|必要|启用|啟用|开启|開啟|활성화|허용|필요|सक्षम|चालू|सक्रिय)|(?:aktivier|schalten sie|activ[eé]|active[rz]|activar|habilit|ative|attiva|abilita|schakel|\bzet\b|启用|啟用|开启|開啟)[^.!?。\n]{0,40}\bjava\s?script\b/iu,
  /(?:kein roboter|keine maschine|ein mensch (?:sind|bist)|n['’]êtes pas un robot|êtes humain|no (?:es|eres|soy) un robot|(?:es|eres) humano|não (?:é|sou) um robô|é humano|non (?:sei|sono) un robot|(?:geen|niet een) robot|ein?en? mens bent|mens bent|ロボットではない|不是机器人|不是機器人|非机器人|로봇이 아닙|रोबोट नहीं|इंसान हैं)/iu,
  /(?:verbindung|browser) (?:\S{1,16} ){0,3}(?:überprüf|geprüft)|vérifi\S{1,6} (?:\S{1,16} ){0,4}(?:connexion|navigateur)|(?:comproband|verificand)o (?:\S{1,16} ){0,4}(?:conexi[óo]n|navegador|conexão)|verific\S{1,6} (?:\S{1,16} ){0,4}(?:connessione|browser)|controle(?:ren|ert) (?:\S{1,16} ){0,4}(?:verbinding|browser)|ブラウザ[^。\n]{0,8}確認|(?:安全|人机|身份)(?:验证|驗證|检查)|보안 (?:확인|검사)|सुरक्षा जाँच/iu,
];

/** Asks for consent to cookies. */
const CONSENT_ABROAD = [
  /(?:wir|partner)[^.!?\n]{0,80}(?:speichern|verarbeiten|verwenden|nutzen)[^.!?\n]{0,60}(?:gerät|daten|cookies)|(?:nous|partenaires)[^.!?\n]{0,80}(?:utilisons|stock\S{1,4}|traitons|déposons)[^.!?\n]{0,60}(?:cookies|données|informations|traceurs)|(?:nosotros|nuestros|socios|n[óo]s|nossos|parceiros)[^.!?\n]{0,80}(?:utiliza|almacena|trata|usa|armazena)[^.!?\n]{0,60}(?:cookies|datos|dados|informaci|informaç)|(?:noi|terze parti|partner)[^.!?\n]{0,80}(?:utilizz|archivi|trattiamo)[^.!?\n]{0,60}(?:cookie|dati|informazioni)|(?:wij|we|partners)[^.!?\n]{0,80}(?:gebruiken|slaan|verwerken)[^.!?\n]{0,60}(?:cookies|gegevens|informatie)/iu,
  /(?:alle|tous les|todas las|todos os|tutti i) (?:cookies? )?(?:akzeptieren|accepter|aceptar|accetta|accepteren|toestaan)|tout (?:accepter|refuser)|(?:aceptar|aceitar|rechazar|rejeitar|accetta(?:re)?|rifiuta) tod[oa]s?|alles (?:accepteren|akzeptieren)|(?:すべて|全て)(?:同意|許可|受け入れ)|(?:全部|所有)(?:接受|同意)|모두 (?:동의|허용|수락)|सभी (?:स्वीकार|कुकी)/iu,
  /einwilligung (?:\S{1,16} ){0,6}widerruf|retirer (?:\S{1,16} ){0,3}consentement|(?:retirar|revocar|revogar) (?:\S{1,16} ){0,3}consent|revocare (?:\S{1,16} ){0,4}consenso|toestemming (?:\S{1,16} ){0,4}in(?:trekken|te trekken)|同意を[^。\n]{0,8}(?:撤回|取り消)|撤回[^。\n]{0,6}同意|동의[^.\n]{0,12}철회|सहमति (?:\S{1,16} ){0,4}वापस/iu,
  /berechtigtes interesse|intérêt légitime|inter[eé]s(?:se)? leg[íi]timo|legittimo interesse|gerechtvaardigd belang|正当な利益|合法利益|정당한 이익/iu,
  /cookie-?(?:einstellungen|richtlinie)|(?:politique|gestion|paramètres) (?:de|des) cookies|pol[íi]tica de (?:cookies|privaci|privaç)|cookieverklaring|cookie-?beleid|クッキー|cookie[をの](?:使用|利用)|쿠키[를의]? ?(?:사용|정책|설정)|개인정보 ?처리방침|कुकीज़? (?:का|के|नीति)|गोपनीयता नीति/iu,
];

export const WALLS_ABROAD = {
  paywall: PAYWALL_ABROAD,
  offer: OFFER_ABROAD,
  "bot-check": BOT_CHECK_ABROAD,
  consent: CONSENT_ABROAD,
};

/** The headline of a page that stands for one that is not there. */
export const NOT_FOUND_ABROAD =
  /^(?:fehler 404|seite (?:wurde )?nicht gefunden|(?:diese )?seite existiert nicht|page (?:introuvable|non trouvée)|p[áa]gina no (?:encontrada|existe)|p[áa]gina não (?:encontrada|existe)|pagina non trovata|pagina (?:bestaat )?niet (?:gevonden)?|(?:お探しの|指定された)?ページ(?:が|は)(?:見つかりません|存在しません)|(?:页面|頁面)(?:不存在|未找到|找不到)|(?:您访问的|您要的)页面|페이지를 찾을 수 없|पृष्ठ नहीं मिला|पेज नहीं मिला)/iu;
