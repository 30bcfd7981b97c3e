/**
 * Countries by the names that news in other languages gives them, one a line: ISO 3166-1 code | German | French | Spanish | Japanese |
 * Chinese | Hindi; several have ";" between them. The short names of Unicode's CLDR (cldr.unicode.org, Unicode licence), and what news says
 * instead of some. A column is empty where the name is also another word, or two countries'.
 */
export const FOREIGN_NAMES = `
AD|Andorra|Andorre|Andorra|アンドラ|安道尔|एंडोरा
AE|Vereinigte Arabische Emirate;VAE|Émirats arabes unis;Emirats arabes unis|Emiratos Árabes Unidos;EAU|アラブ首長国連邦;UAE|阿拉伯联合酋长国;阿联酋|संयुक्त अरब अमीरात;यूएई
AF|Afghanistan|Afghanistan|Afganistán|アフガニスタン|阿富汗|अफ़गानिस्तान
AG|Antigua und Barbuda|Antigua-et-Barbuda|Antigua y Barbuda|アンティグア・バーブーダ|安提瓜和巴布达|एंटिगुआ और बरबुडा
AL|Albanien|Albanie|Albania|アルバニア|阿尔巴尼亚|अल्बानिया
AM|Armenien|Arménie|Armenia|アルメニア|亚美尼亚|आर्मेनिया
AO|Angola|Angola|Angola|アンゴラ|安哥拉|अंगोला
AR|Argentinien|Argentine|Argentina|アルゼンチン|阿根廷|अर्जेंटीना
AT|Österreich|Autriche|Austria|オーストリア|奥地利|ऑस्ट्रिया
AU|Australien|Australie|Australia|オーストラリア|澳大利亚|ऑस्ट्रेलिया
AZ|Aserbaidschan|Azerbaïdjan|Azerbaiyán|アゼルバイジャン|阿塞拜疆|अज़रबैजान
BA|Bosnien und Herzegowina|Bosnie-Herzégovine|Bosnia y Herzegovina|ボスニア・ヘルツェゴビナ|波斯尼亚和黑塞哥维那|बोस्निया और हर्ज़ेगोविना
BB|Barbados|Barbade|Barbados|バルバドス|巴巴多斯|बारबाडोस
BD|Bangladesch|Bangladesh|Bangladés|バングラデシュ|孟加拉国|बांग्लादेश
BE|Belgien|Belgique|Bélgica|ベルギー|比利时|बेल्जियम
BF|Burkina Faso|Burkina Faso|Burkina Faso|ブルキナファソ|布基纳法索|बुर्किना फ़ासो
BG|Bulgarien|Bulgarie|Bulgaria|ブルガリア|保加利亚|बुल्गारिया
BH|Bahrain|Bahreïn|Baréin|バーレーン|巴林|बहरीन
BI|Burundi|Burundi|Burundi|ブルンジ|布隆迪|बुरुंडी
BJ|Benin|Bénin|Benín|ベナン|贝宁|बेनिन
BN|Brunei Darussalam|Brunei|Brunéi|ブルネイ|文莱|ब्रूनेई
BO|Bolivien|Bolivie|Bolivia|ボリビア|玻利维亚|बोलीविया
BR|Brasilien|Brésil|Brasil|ブラジル|巴西|ब्राज़ील
BS|Bahamas|Bahamas|Bahamas|バハマ|巴哈马|बहामास
BT|Bhutan|Bhoutan|Bután|ブータン|不丹|भूटान
BW|Botsuana|Botswana|Botsuana|ボツワナ|博茨瓦纳|बोत्स्वाना
BY|Belarus;Weißrussland|Biélorussie;Bélarus|Bielorrusia|ベラルーシ|白俄罗斯|बेलारूस
BZ|Belize|Belize|Belice|ベリーズ|伯利兹|बेलीज़
CA|Kanada|Canada|Canadá|カナダ|加拿大|कनाडा
CD|Demokratische Republik Kongo|République démocratique du Congo;RDC|República Democrática del Congo|コンゴ民主共和国|刚果民主共和国|
CF|Zentralafrikanische Republik|République centrafricaine|República Centroafricana|中央アフリカ共和国|中非共和国|मध्य अफ़्रीकी गणराज्य
CG|Republik Kongo|République du Congo|República del Congo|コンゴ共和国|刚果共和国|
CH|Schweiz|Suisse|Suiza|スイス|瑞士|स्विट्ज़रलैंड
CI|Côte d’Ivoire|Côte d’Ivoire|Côte d’Ivoire|コートジボワール|科特迪瓦|कोत दिवुआर
CL|Chile|Chili|Chile|チリ|智利|चिली
CM|Kamerun|Cameroun|Camerún|カメルーン|喀麦隆|कैमरून
CN|China|Chine|China|中国|中国|चीन
CO|Kolumbien|Colombie|Colombia|コロンビア|哥伦比亚|कोलंबिया
CR|Costa Rica|Costa Rica|Costa Rica|コスタリカ|哥斯达黎加|कोस्टारिका
CU|Kuba|Cuba|Cuba|キューバ|古巴|क्यूबा
CV|Cabo Verde|Cap-Vert|Cabo Verde|カーボベルデ|佛得角|केप वर्ड
CY|Zypern|Chypre|Chipre|キプロス|塞浦路斯|साइप्रस
CZ|Tschechien|Tchéquie;République tchèque|Chequia;República Checa|チェコ|捷克|चेकिया
DE|Deutschland|Allemagne|Alemania|ドイツ|德国|जर्मनी
DJ|Dschibuti|Djibouti|Yibuti|ジブチ|吉布提|जिबूती
DK|Dänemark|Danemark|Dinamarca|デンマーク|丹麦|डेनमार्क
DM|Dominica||Dominica|ドミニカ国|多米尼克|
DO|Dominikanische Republik|République dominicaine|República Dominicana|ドミニカ共和国|多米尼加共和国|डोमिनिकन गणराज्य
DZ|Algerien|Algérie|Argelia|アルジェリア|阿尔及利亚|अल्जीरिया
EC|Ecuador|Équateur|Ecuador|エクアドル|厄瓜多尔|इक्वाडोर
EE|Estland|Estonie|Estonia|エストニア|爱沙尼亚|एस्टोनिया
EG|Ägypten|Égypte|Egipto|エジプト|埃及|मिस्र
ER|Eritrea|Érythrée|Eritrea|エリトリア|厄立特里亚|इरिट्रिया
ES|Spanien|Espagne|España|スペイン|西班牙|स्पेन
ET|Äthiopien|Éthiopie|Etiopía|エチオピア|埃塞俄比亚|इथियोपिया
FI|Finnland|Finlande|Finlandia|フィンランド|芬兰|फ़िनलैंड
FJ|Fidschi|Fidji|Fiyi|フィジー|斐济|फ़िजी
FM|Mikronesien|Micronésie|Micronesia|ミクロネシア連邦|密克罗尼西亚|माइक्रोनेशिया
FR|Frankreich|France|Francia|フランス|法国|फ़्रांस
GA|Gabun|Gabon|Gabón|ガボン|加蓬|गैबॉन
GB|Vereinigtes Königreich;Großbritannien;Grossbritannien|Royaume-Uni;Grande-Bretagne|Reino Unido;Gran Bretaña;Inglaterra|イギリス;英国|英国|यूनाइटेड किंगडम;ब्रिटेन
GD|Grenada|||グレナダ|格林纳达|ग्रेनाडा
GE|Georgien||||格鲁吉亚|जॉर्जिया
GH|Ghana|Ghana|Ghana|ガーナ|加纳|घाना
GM|Gambia|Gambie|Gambia|ガンビア|冈比亚|गाम्बिया
GN|Guinea|Guinée|Guinea|ギニア|几内亚|गिनी
GQ|Äquatorialguinea|Guinée équatoriale|Guinea Ecuatorial|赤道ギニア|赤道几内亚|इक्वेटोरियल गिनी
GR|Griechenland|Grèce|Grecia|ギリシャ|希腊|यूनान
GT|Guatemala|Guatemala|Guatemala|グアテマラ|危地马拉|ग्वाटेमाला
GW|Guinea-Bissau|Guinée-Bissau|Guinea-Bisáu|ギニアビサウ|几内亚比绍|गिनी-बिसाउ
GY|Guyana|Guyana|Guyana|ガイアナ|圭亚那|गुयाना
HN|Honduras|Honduras|Honduras|ホンジュラス|洪都拉斯|होंडूरास
HR|Kroatien|Croatie|Croacia|クロアチア|克罗地亚|क्रोएशिया
HT|Haiti|Haïti|Haití|ハイチ|海地|हैती
HU|Ungarn|Hongrie|Hungría|ハンガリー|匈牙利|हंगरी
ID|Indonesien|Indonésie|Indonesia|インドネシア|印度尼西亚|इंडोनेशिया
IE|Irland|Irlande|Irlanda|アイルランド|爱尔兰|आयरलैंड
IL|Israel|Israël|Israel|イスラエル|以色列|इज़राइल
IN|Indien|Inde|India|インド|印度|भारत
IQ|Irak|Irak|Irak|イラク|伊拉克|इराक
IR|Iran|Iran|Irán|イラン|伊朗|ईरान
IS|Island|Islande|Islandia|アイスランド|冰岛|आइसलैंड
IT|Italien|Italie|Italia|イタリア|意大利|इटली
JM|Jamaika|Jamaïque|Jamaica|ジャマイカ|牙买加|जमैका
JO|Jordanien|Jordanie|Jordania|||
JP|Japan|Japon|Japón|日本|日本|जापान
KE|Kenia|Kenya|Kenia|ケニア|肯尼亚|केन्या
KG|Kirgisistan|Kirghizstan|Kirguistán|キルギス|吉尔吉斯斯坦|किर्गिज़स्तान
KH|Kambodscha|Cambodge|Camboya|カンボジア|柬埔寨|कंबोडिया
KI|Kiribati|Kiribati|Kiribati|キリバス|基里巴斯|किरिबाती
KM|Komoren|Comores|Comoras|コモロ|科摩罗|कोमोरोस
KN|St. Kitts und Nevis|Saint-Christophe-et-Niévès|San Cristóbal y Nieves|セントクリストファー・ネーヴィス|圣基茨和尼维斯|सेंट किट्स और नेविस
KP|Nordkorea|Corée du Nord|Corea del Norte|北朝鮮|朝鲜|उत्तर कोरिया
KR|Südkorea;Südkoreas|Corée du Sud|Corea del Sur|韓国|韩国|दक्षिण कोरिया
KW|Kuwait|Koweït|Kuwait|クウェート|科威特|कुवैत
KZ|Kasachstan|Kazakhstan|Kazajistán|カザフスタン|哈萨克斯坦|कज़ाखस्तान
LA|Laos|Laos|Laos|ラオス|老挝|लाओस
LB|Libanon|Liban|Líbano|レバノン|黎巴嫩|लेबनान
LC|St. Lucia|Sainte-Lucie|Santa Lucía|セントルシア|圣卢西亚|सेंट लूसिया
LI|Liechtenstein|Liechtenstein|Liechtenstein|リヒテンシュタイン|列支敦士登|लिचेंस्टीन
LK|Sri Lanka|Sri Lanka|Sri Lanka|スリランカ|斯里兰卡|श्रीलंका
LR|Liberia|Liberia|Liberia|リベリア|利比里亚|लाइबेरिया
LS|Lesotho|Lesotho|Lesoto|レソト|莱索托|लेसोथो
LT|Litauen|Lituanie|Lituania|リトアニア|立陶宛|लिथुआनिया
LU|Luxemburg|Luxembourg|Luxemburgo|ルクセンブルク|卢森堡|लग्ज़मबर्ग
LV|Lettland|Lettonie|Letonia|ラトビア|拉脱维亚|लातविया
LY|Libyen|Libye|Libia|リビア|利比亚|लीबिया
MA|Marokko|Maroc|Marruecos|モロッコ|摩洛哥|मोरक्को
MC|Monaco|Monaco|Mónaco|モナコ|摩纳哥|मोनाको
MD|Republik Moldau|Moldavie|Moldavia|モルドバ|摩尔多瓦|मॉल्डोवा
ME|Montenegro|Monténégro|Montenegro|モンテネグロ|黑山|मोंटेनेग्रो
MG|Madagaskar|Madagascar|Madagascar|マダガスカル|马达加斯加|मेडागास्कर
MH|Marshallinseln|Îles Marshall|Islas Marshall|マーシャル諸島|马绍尔群岛|मार्शल द्वीपसमूह
MK|Nordmazedonien|Macédoine du Nord|Macedonia del Norte|北マケドニア|北马其顿|उत्तरी मकदूनिया
ML|Mali|Mali|Mali|||
MM|Myanmar|Myanmar|Myanmar|ミャンマー|缅甸|म्यांमार
MN|Mongolei|Mongolie|Mongolia|モンゴル|蒙古|मंगोलिया
MR|Mauretanien|Mauritanie|Mauritania|モーリタニア|毛里塔尼亚|मॉरिटानिया
MT|Malta|Malte|Malta|マルタ|马耳他|माल्टा
MU|Mauritius|||モーリシャス|毛里求斯|मॉरीशस
MV|Malediven|Maldives|Maldivas|モルディブ|马尔代夫|मालदीव
MW|Malawi|Malawi|Malaui|マラウイ|马拉维|मलावी
MX|Mexiko|Mexique|México|メキシコ|墨西哥|मैक्सिको
MY|Malaysia|Malaisie|Malasia|マレーシア|马来西亚|मलेशिया
MZ|Mosambik|Mozambique|Mozambique|モザンビーク|莫桑比克|मोज़ांबिक
NA|Namibia|Namibie|Namibia|ナミビア|纳米比亚|नामीबिया
NE|Niger|Niger|Níger|ニジェール|尼日尔|नाइजर
NG|Nigeria|Nigeria|Nigeria|ナイジェリア|尼日利亚|नाइजीरिया
NI|Nicaragua|Nicaragua|Nicaragua|ニカラグア|尼加拉瓜|निकारागुआ
NL|Niederlande;Holland|Pays-Bas;Hollande|Países Bajos;Holanda|オランダ|荷兰|नीदरलैंड
NO|Norwegen|Norvège|Noruega|ノルウェー|挪威|नॉर्वे
NP|Nepal|Népal|Nepal|ネパール|尼泊尔|नेपाल
NR|Nauru|Nauru|Nauru|ナウル|瑙鲁|नाउरु
NZ|Neuseeland|Nouvelle-Zélande|Nueva Zelanda|ニュージーランド|新西兰|न्यूज़ीलैंड
OM|Oman|Oman|Omán|オマーン||ओमान
PA|Panama|Panama|Panamá|パナマ|巴拿马|पनामा
PE|Peru|Pérou|Perú|ペルー|秘鲁|पेरू
PG|Papua-Neuguinea|Papouasie-Nouvelle-Guinée|Papúa Nueva Guinea|パプアニューギニア|巴布亚新几内亚|पापुआ न्यू गिनी
PH|Philippinen|Philippines|Filipinas|フィリピン|菲律宾|फ़िलिपींस
PK|Pakistan|Pakistan|Pakistán|パキスタン|巴基斯坦|पाकिस्तान
PL|Polen|Pologne|Polonia|ポーランド|波兰|पोलैंड
PS|Palästina|Palestine|Palestina|パレスチナ|巴勒斯坦|फ़िलिस्तीन
PT|Portugal|Portugal|Portugal|ポルトガル|葡萄牙|पुर्तगाल
PW|Palau|Palaos|Palaos|パラオ|帕劳|पलाऊ
PY|Paraguay|Paraguay|Paraguay|パラグアイ|巴拉圭|पराग्वे
QA|Katar|Qatar|Catar|カタール|卡塔尔|क़तर
RO|Rumänien|Roumanie|Rumanía|ルーマニア|罗马尼亚|रोमानिया
RS|Serbien|Serbie|Serbia|セルビア|塞尔维亚|सर्बिया
RU|Russland|Russie|Rusia|ロシア;ロシア連邦|俄罗斯|रूस
RW|Ruanda|Rwanda|Ruanda|ルワンダ|卢旺达|रवांडा
SA|Saudi-Arabien|Arabie saoudite|Arabia Saudí;Arabia Saudita|サウジアラビア|沙特阿拉伯;沙特|सऊदी अरब
SB|Salomonen|Îles Salomon|Islas Salomón|ソロモン諸島|所罗门群岛|सोलोमन द्वीपसमूह
SC|Seychellen|Seychelles|Seychelles|セーシェル|塞舌尔|सेशेल्स
SD|Sudan|Soudan|Sudán|スーダン||सूडान
SE|Schweden|Suède|Suecia|スウェーデン|瑞典|स्वीडन
SG|Singapur|Singapour|Singapur|シンガポール|新加坡|सिंगापुर
SI|Slowenien|Slovénie|Eslovenia|スロベニア|斯洛文尼亚|स्लोवेनिया
SK|Slowakei|Slovaquie|Eslovaquia|スロバキア|斯洛伐克|स्लोवाकिया
SL|Sierra Leone|Sierra Leone|Sierra Leona|シエラレオネ|塞拉利昂|सिएरा लियोन
SM|San Marino|Saint-Marin|San Marino|サンマリノ|圣马力诺|सैन मेरीनो
SN|Senegal|Sénégal|Senegal|セネガル|塞内加尔|सेनेगल
SO|Somalia|Somalie|Somalia|ソマリア|索马里|सोमालिया
SR|Suriname|Suriname|Surinam|スリナム|苏里南|सूरीनाम
SS|Südsudan|Soudan du Sud|Sudán del Sur|南スーダン|南苏丹|दक्षिण सूडान
ST|São Tomé und Príncipe|Sao Tomé-et-Principe|Santo Tomé y Príncipe|サントメ・プリンシペ|圣多美和普林西比|साओ टोम और प्रिंसिपे
SV|El Salvador||El Salvador|エルサルバドル|萨尔瓦多|अल सल्वाडोर
SY|Syrien|Syrie|Siria|シリア|叙利亚|सीरिया
SZ|Eswatini|Eswatini|Esuatini|エスワティニ|斯威士兰|एस्वाटिनी
TD|Tschad|Tchad|Chad|チャド|乍得|चाड
TG|Togo|Togo|Togo|トーゴ|多哥|टोगो
TH|Thailand|Thaïlande|Tailandia|タイ|泰国|थाईलैंड
TJ|Tadschikistan|Tadjikistan|Tayikistán|タジキスタン|塔吉克斯坦|ताजिकिस्तान
TL|Timor-Leste|Timor oriental|Timor-Leste|東ティモール|东帝汶|तिमोर-लेस्त
TM|Turkmenistan|Turkménistan|Turkmenistán|トルクメニスタン|土库曼斯坦|तुर्कमेनिस्तान
TN|Tunesien|Tunisie|Túnez|チュニジア|突尼斯|ट्यूनीशिया
TO|Tonga|Tonga|Tonga|トンガ|汤加|टोंगा
TR|Türkei|Turquie|Turquía|トルコ|土耳其|तुर्किये
TT|Trinidad und Tobago|Trinité-et-Tobago|Trinidad y Tobago|トリニダード・トバゴ|特立尼达和多巴哥|त्रिनिदाद और टोबैगो
TV|Tuvalu|Tuvalu|Tuvalu|ツバル|图瓦卢|तुवालू
TW|Taiwan|Taïwan|Taiwán|台湾|台湾|ताइवान
TZ|Tansania|Tanzanie|Tanzania|タンザニア|坦桑尼亚|तंज़ानिया
UA|Ukraine|Ukraine|Ucrania|ウクライナ|乌克兰|यूक्रेन
UG|Uganda|Ouganda|Uganda|ウガンダ|乌干达|युगांडा
US|Vereinigte Staaten;USA;US;Vereinigten Staaten|États-Unis;Etats-Unis|Estados Unidos;EE UU;EEUU|アメリカ;米国;アメリカ合衆国|美国|संयुक्त राज्य;अमेरिका
UY|Uruguay|Uruguay|Uruguay|ウルグアイ|乌拉圭|उरूग्वे
UZ|Usbekistan|Ouzbékistan|Uzbekistán|ウズベキスタン|乌兹别克斯坦|उज़्बेकिस्तान
VA|Vatikanstadt|État de la Cité du Vatican|Ciudad del Vaticano|バチカン市国|梵蒂冈|वेटिकन सिटी
VC|St. Vincent und die Grenadinen|Saint-Vincent-et-les Grenadines|San Vicente y las Granadinas|セントビンセント及びグレナディーン諸島|圣文森特和格林纳丁斯|सेंट विंसेंट और ग्रेनाडाइंस
VE|Venezuela|Venezuela|Venezuela|ベネズエラ|委内瑞拉|वेनेज़ुएला
VN|Vietnam|Viêt Nam|Vietnam|ベトナム|越南|वियतनाम
VU|Vanuatu|Vanuatu|Vanuatu|バヌアツ|瓦努阿图|वनुआतू
WS|Samoa|Samoa|Samoa|サモア|萨摩亚|समोआ
XK|Kosovo|Kosovo|Kosovo|コソボ|科索沃|कोसोवो
YE|Jemen|Yémen|Yemen|イエメン|也门|यमन
ZA|Südafrika|Afrique du Sud|Sudáfrica|南アフリカ|南非|दक्षिण अफ़्रीका
ZM|Sambia|Zambie|Zambia|ザンビア|赞比亚|ज़ाम्बिया
ZW|Simbabwe|Zimbabwe|Zimbabue|ジンバブエ|津巴布韦|ज़िम्बाब्वे
`;
