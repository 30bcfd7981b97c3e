/**
 * Countries and territories, one a line: ISO 3166-1 code | short name | official name | demonyms | capitals | other names; several have ";"
 * between them. Demonyms and capitals only where news means that country by them. Short and other names follow Unicode CLDR (Unicode
 * License v3), i18n-iso-countries and countries-list (MIT), capitals countries-list, demonyms i18n-nationality (MIT); official names, and the
 * demonyms and other names that those lack, are facts out of mledoze's "countries" (ODbL). What news says beside that stands in `countries.ts`.
 */
export const COUNTRY_TABLE = `
AW|Aruba
AF|Afghanistan|Islamic Republic of Afghanistan|Afghan|Kabul
AO|Angola|Republic of Angola|Angolan|Luanda
AI|Anguilla
AX|Åland Islands||||Aland;Aaland
AL|Albania|Republic of Albania|Albanian|Tirana|Shqipëria
AD|Andorra|Principality of Andorra|Andorran|Andorra la Vella
AE|United Arab Emirates||Emirati|Abu Dhabi|Emirates
AR|Argentina|Argentine Republic|Argentine|Buenos Aires
AM|Armenia|Republic of Armenia|Armenian|Yerevan
AS|American Samoa
AQ|Antarctica
TF|French Southern and Antarctic Lands|Territory of the French Southern and Antarctic Lands|||French Southern Territories
AG|Antigua and Barbuda||Antiguan;Barbudan|Saint John's
AU|Australia|Commonwealth of Australia|Australian|Canberra
AT|Austria|Republic of Austria|Austrian|Vienna
AZ|Azerbaijan|Republic of Azerbaijan|Azerbaijani|Baku
BI|Burundi|Republic of Burundi|Burundian|Gitega
BE|Belgium|Kingdom of Belgium|Belgian|Brussels|België
BJ|Benin|Republic of Benin|Beninese|Porto-Novo
BF|Burkina Faso||Burkinabe|Ouagadougou
BD|Bangladesh|People's Republic of Bangladesh|Bangladeshi|Dhaka
BG|Bulgaria|Republic of Bulgaria|Bulgarian|Sofia
BH|Bahrain|Kingdom of Bahrain|Bahraini|Manama
BS|Bahamas|Commonwealth of the Bahamas|Bahamian|Nassau
BA|Bosnia and Herzegovina||Bosnian;Herzegovinian|Sarajevo|Bosnia-Herzegovina
BL|Saint Barthélemy|Collectivity of Saint Barthélemy
SH|Saint Helena, Ascension and Tristan da Cunha||||Saint Helena
BY|Belarus|Republic of Belarus|Belarusian|Minsk
BZ|Belize||Belizean|Belmopan
BM|Bermuda||||The Bermudas
BO|Bolivia|Plurinational State of Bolivia|Bolivian|Sucre
BQ|Caribbean Netherlands|Bonaire, Sint Eustatius and Saba
BR|Brazil|Federative Republic of Brazil|Brazilian|Brasília|Brasil
BB|Barbados||Barbadian|Bridgetown
BN|Brunei|Nation of Brunei, Abode of Peace|Bruneian|Bandar Seri Begawan|Brunei Darussalam;Nation of Brunei
BT|Bhutan|Kingdom of Bhutan|Bhutanese|Thimphu
BV|Bouvet Island||||Bouvetøya
BW|Botswana|Republic of Botswana|Motswana|Gaborone
CF|Central African Republic||Central African|Bangui
CA|Canada||Canadian|Ottawa
CC|Cocos (Keeling) Islands|Territory of the Cocos (Keeling) Islands|||Keeling Islands;Cocos Islands
CH|Switzerland|Swiss Confederation|Swiss|Bern|Schweiz
CL|Chile|Republic of Chile|Chilean|Santiago
CN|China|People's Republic of China|Chinese|Beijing
CI|Ivory Coast|Republic of Côte d'Ivoire|Ivorian|Yamoussoukro|Côte d'Ivoire;Cote d'Ivoire
CM|Cameroon|Republic of Cameroon|Cameroonian|Yaoundé
CD|DR Congo|Democratic Republic of the Congo|Congolese|Kinshasa|Congo-Kinshasa;Democratic Republic of Congo
CG|Republic of the Congo||Congolese|Brazzaville|Congo;Congo-Brazzaville
CK|Cook Islands
CO|Colombia|Republic of Colombia|Colombian|Bogotá
KM|Comoros|Union of the Comoros|Comoran|Moroni
CV|Cape Verde|Republic of Cabo Verde|Cape Verdian|Praia
CR|Costa Rica|Republic of Costa Rica|Costa Rican|San José
CU|Cuba|Republic of Cuba|Cuban|Havana
CW|Curaçao|Country of Curaçao|||Curacao
CX|Christmas Island|Territory of Christmas Island
KY|Cayman Islands
CY|Cyprus|Republic of Cyprus|Cypriot|Nicosia
CZ|Czechia|Czech Republic|Czech|Prague|Česká republika;Česko
DE|Germany|Federal Republic of Germany|German|Berlin
DJ|Djibouti|Republic of Djibouti|Djibouti|Djibouti
DM|Dominica|Commonwealth of Dominica|Dominican|Roseau
DK|Denmark|Kingdom of Denmark|Danish|Copenhagen|Danmark
DO|Dominican Republic||Dominican|Santo Domingo
DZ|Algeria|People's Democratic Republic of Algeria|Algerian|Algiers
EC|Ecuador|Republic of Ecuador|Ecuadorean|Quito
EG|Egypt|Arab Republic of Egypt|Egyptian|Cairo
ER|Eritrea|State of Eritrea|Eritrean|Asmara
EH|Western Sahara|Sahrawi Arab Democratic Republic
ES|Spain|Kingdom of Spain|Spanish|Madrid
EE|Estonia|Republic of Estonia|Estonian|Tallinn|Eesti
ET|Ethiopia|Federal Democratic Republic of Ethiopia|Ethiopian|Addis Ababa
FI|Finland|Republic of Finland|Finnish|Helsinki|Suomi
FJ|Fiji|Republic of Fiji|Fijian|Suva
FK|Falkland Islands||||Islas Malvinas
FR|France|French Republic|French|Paris
FO|Faroe Islands||||Føroyar;Faeroe Islands
FM|Micronesia|Federated States of Micronesia|Micronesian|Palikir
GA|Gabon|Gabonese Republic|Gabonese|Libreville
GB|United Kingdom|United Kingdom of Great Britain and Northern Ireland|British|London|Great Britain
GE|Georgia||Georgian|Tbilisi
GG|Guernsey|Bailiwick of Guernsey
GH|Ghana|Republic of Ghana|Ghanaian|Accra
GI|Gibraltar
GN|Guinea|Republic of Guinea|Guinean|Conakry
GP|Guadeloupe
GM|Gambia|Republic of the Gambia|Gambian|Banjul
GW|Guinea-Bissau|Republic of Guinea-Bissau|Guinea-Bissauan|Bissau
GQ|Equatorial Guinea|Republic of Equatorial Guinea|Equatorial Guinean|Malabo
GR|Greece|Hellenic Republic|Greek|Athens
GD|Grenada||Grenadian|St. George's
GL|Greenland||Greenlandic|Nuuk
GT|Guatemala|Republic of Guatemala|Guatemalan|Guatemala City
GF|French Guiana|Guiana
GU|Guam
GY|Guyana|Co-operative Republic of Guyana|Guyanese|Georgetown
HK|Hong Kong|Hong Kong Special Administrative Region of the People's Republic of China|Hong Konger|City of Victoria
HM|Heard Island and McDonald Islands
HN|Honduras|Republic of Honduras|Honduran|Tegucigalpa
HR|Croatia|Republic of Croatia|Croatian|Zagreb|Hrvatska
HT|Haiti|Republic of Haiti|Haitian|Port-au-Prince
HU|Hungary||Hungarian|Budapest
ID|Indonesia|Republic of Indonesia|Indonesian|Jakarta
IM|Isle of Man
IN|India|Republic of India|Indian|New Delhi|Bhārat
IO|British Indian Ocean Territory
IE|Ireland|Republic of Ireland|Irish|Dublin|Éire
IR|Iran|Islamic Republic of Iran|Iranian|Tehran
IQ|Iraq|Republic of Iraq|Iraqi|Baghdad
IS|Iceland||Icelander|Reykjavik|Republic of Iceland
IL|Israel|State of Israel|Israeli|Jerusalem
IT|Italy|Italian Republic|Italian|Rome
JM|Jamaica||Jamaican|Kingston
JE|Jersey|Bailiwick of Jersey
JO|Jordan|Hashemite Kingdom of Jordan|Jordanian|Amman
JP|Japan||Japanese|Tokyo|Nippon
KZ|Kazakhstan|Republic of Kazakhstan|Kazakhstani|Astana
KE|Kenya|Republic of Kenya|Kenyan|Nairobi
KG|Kyrgyzstan|Kyrgyz Republic|Kirghiz|Bishkek
KH|Cambodia|Kingdom of Cambodia|Cambodian|Phnom Penh
KI|Kiribati|Independent and Sovereign Republic of Kiribati|I-Kiribati|South Tarawa|Republic of Kiribati
KN|Saint Kitts and Nevis|Federation of Saint Christopher and Nevis|Kittitian;Nevisian|Basseterre
KR|South Korea|Republic of Korea|South Korean|Seoul
XK|Kosovo|Republic of Kosovo|Kosovar|Pristina
KW|Kuwait|State of Kuwait|Kuwaiti|Kuwait City
LA|Laos|Lao People's Democratic Republic|Laotian|Vientiane
LB|Lebanon|Lebanese Republic|Lebanese|Beirut
LR|Liberia|Republic of Liberia|Liberian|Monrovia
LY|Libya|State of Libya|Libyan|Tripoli
LC|Saint Lucia||Saint Lucian|Castries
LI|Liechtenstein|Principality of Liechtenstein|Liechtensteiner|Vaduz
LK|Sri Lanka|Democratic Socialist Republic of Sri Lanka|Sri Lankan|Colombo
LS|Lesotho|Kingdom of Lesotho|Mosotho|Maseru
LT|Lithuania|Republic of Lithuania|Lithuanian|Vilnius
LU|Luxembourg|Grand Duchy of Luxembourg|Luxembourger|Luxembourg
LV|Latvia|Republic of Latvia|Latvian|Riga
MO|Macau|Macao Special Administrative Region of the People's Republic of China|||Macao
MF|Saint Martin||||Collectivity of Saint Martin
MA|Morocco|Kingdom of Morocco|Moroccan|Rabat
MC|Monaco|Principality of Monaco|Monegasque|Monaco
MD|Moldova|Republic of Moldova|Moldovan|Chișinău
MG|Madagascar|Republic of Madagascar|Malagasy|Antananarivo
MV|Maldives|Republic of the Maldives|Maldivan|Malé|Maldive Islands
MX|Mexico|United Mexican States|Mexican|Mexico City
MH|Marshall Islands|Republic of the Marshall Islands|Marshallese|Majuro
MK|North Macedonia|Republic of North Macedonia|Macedonian|Skopje|Macedonia;The former Yugoslav Republic of Macedonia
ML|Mali|Republic of Mali|Malian|Bamako
MT|Malta|Republic of Malta|Maltese|Valletta
MM|Myanmar|Republic of the Union of Myanmar|Burmese|Naypyidaw|Burma
ME|Montenegro||Montenegrin|Podgorica
MN|Mongolia||Mongolian|Ulan Bator
MP|Northern Mariana Islands|Commonwealth of the Northern Mariana Islands
MZ|Mozambique|Republic of Mozambique|Mozambican|Maputo
MR|Mauritania|Islamic Republic of Mauritania|Mauritanian|Nouakchott
MS|Montserrat
MQ|Martinique
MU|Mauritius|Republic of Mauritius|Mauritian|Port Louis
MW|Malawi|Republic of Malawi|Malawian|Lilongwe
MY|Malaysia||Malaysian|Kuala Lumpur
YT|Mayotte|Department of Mayotte
NA|Namibia|Republic of Namibia|Namibian|Windhoek
NC|New Caledonia
NE|Niger|Republic of Niger|Nigerien|Niamey
NF|Norfolk Island|Territory of Norfolk Island
NG|Nigeria|Federal Republic of Nigeria|Nigerian|Abuja
NI|Nicaragua|Republic of Nicaragua|Nicaraguan|Managua
NU|Niue
NL|Netherlands|Kingdom of the Netherlands|Dutch|Amsterdam|Holland;Nederland;The Netherlands
NO|Norway|Kingdom of Norway|Norwegian|Oslo|Norge
NP|Nepal|Federal Democratic Republic of Nepal|Nepalese|Kathmandu
NR|Nauru|Republic of Nauru|Nauruan|Yaren
NZ|New Zealand||New Zealander|Wellington|Aotearoa
OM|Oman|Sultanate of Oman|Omani|Muscat
PK|Pakistan|Islamic Republic of Pakistan|Pakistani|Islamabad
PA|Panama|Republic of Panama|Panamanian|Panama City
PN|Pitcairn Islands|Pitcairn Group of Islands|||Pitcairn
PE|Peru|Republic of Peru|Peruvian|Lima
PH|Philippines|Republic of the Philippines|Filipino|Manila
PW|Palau|Republic of Palau|Palauan|Ngerulmud
PG|Papua New Guinea|Independent State of Papua New Guinea|Papua New Guinean|Port Moresby
PL|Poland|Republic of Poland|Polish|Warsaw
PR|Puerto Rico|Commonwealth of Puerto Rico|Puerto Rican|San Juan
KP|North Korea|Democratic People's Republic of Korea|North Korean|Pyongyang|DPRK
PT|Portugal|Portuguese Republic|Portuguese|Lisbon
PY|Paraguay|Republic of Paraguay|Paraguayan|Asunción
PS|Palestine|State of Palestine|Palestinian|Ramallah
PF|French Polynesia||||Polynésie française
QA|Qatar|State of Qatar|Qatari|Doha
RE|Réunion|Réunion Island|||Reunion
RO|Romania||Romanian|Bucharest|Rumania;Roumania;România
RU|Russia|Russian Federation|Russian|Moscow
RW|Rwanda|Republic of Rwanda|Rwandan|Kigali
SA|Saudi Arabia|Kingdom of Saudi Arabia|Saudi Arabian|Riyadh|Saudi
SD|Sudan|Republic of the Sudan|Sudanese|Khartoum
SN|Senegal|Republic of Senegal|Senegalese|Dakar
SG|Singapore|Republic of Singapore|Singaporean|Singapore|Singapura
GS|South Georgia|South Georgia and the South Sandwich Islands
SJ|Svalbard and Jan Mayen|Svalbard og Jan Mayen|||Svalbard and Jan Mayen Islands
SB|Solomon Islands||Solomon Islander|Honiara
SL|Sierra Leone|Republic of Sierra Leone|Sierra Leonean|Freetown
SV|El Salvador|Republic of El Salvador|Salvadoran|San Salvador
SM|San Marino|Most Serene Republic of San Marino|Sammarinese|City of San Marino|Republic of San Marino
SO|Somalia|Federal Republic of Somalia|Somali|Mogadishu
PM|Saint Pierre and Miquelon
RS|Serbia|Republic of Serbia|Serbian|Belgrade
SS|South Sudan|Republic of South Sudan|South Sudanese|Juba
ST|São Tomé and Príncipe|Democratic Republic of São Tomé and Príncipe|Sao Tomean|São Tomé|Sao Tome and Principe
SR|Suriname|Republic of Suriname|Surinamer|Paramaribo
SK|Slovakia|Slovak Republic|Slovak|Bratislava
SI|Slovenia|Republic of Slovenia|Slovene|Ljubljana
SE|Sweden|Kingdom of Sweden|Swedish|Stockholm
SZ|Eswatini|Kingdom of Eswatini|Swazi|Lobamba|Swaziland
SX|Sint Maarten
SC|Seychelles|Republic of Seychelles|Seychellois|Victoria
SY|Syria|Syrian Arab Republic|Syrian|Damascus
TC|Turks and Caicos Islands
TD|Chad|Republic of Chad|Chadian|N'Djamena|Tchad
TG|Togo|Togolese Republic|Togolese|Lomé|Togolese
TH|Thailand|Kingdom of Thailand|Thai|Bangkok|Thai
TJ|Tajikistan|Republic of Tajikistan|Tadzhik|Dushanbe
TK|Tokelau
TM|Turkmenistan||Turkmen|Ashgabat
TL|Timor-Leste|Democratic Republic of Timor-Leste|East Timorese|Dili|East Timor;Timor;Timor Lorosae
TO|Tonga|Kingdom of Tonga|Tongan|Nuku'alofa
TT|Trinidad and Tobago|Republic of Trinidad and Tobago|Trinidadian|Port of Spain
TN|Tunisia|Tunisian Republic|Tunisian|Tunis|Republic of Tunisia
TR|Türkiye|Republic of Türkiye|Turkish|Ankara|Turkiye;Republic of Turkey
TV|Tuvalu||Tuvaluan|Funafuti
TW|Taiwan|Republic of China (Taiwan)|Taiwanese|Taipei|Republic of China;Chinese Taipei
TZ|Tanzania|United Republic of Tanzania|Tanzanian|Dodoma
UG|Uganda|Republic of Uganda|Ugandan|Kampala
UA|Ukraine||Ukrainian|Kyiv
UM|United States Minor Outlying Islands
UY|Uruguay|Oriental Republic of Uruguay|Uruguayan|Montevideo
US|United States|United States of America|American|Washington D.C.
UZ|Uzbekistan|Republic of Uzbekistan|Uzbekistani|Tashkent
VA|Vatican City|Vatican City State|Vatican|Vatican City|Vatican
VC|Saint Vincent and the Grenadines||Saint Vincentian|Kingstown
VE|Venezuela|Bolivarian Republic of Venezuela|Venezuelan|Caracas
VG|British Virgin Islands|Virgin Islands
VI|United States Virgin Islands|Virgin Islands of the United States
VN|Vietnam|Socialist Republic of Vietnam|Vietnamese|Hanoi|Viet Nam
VU|Vanuatu|Republic of Vanuatu|Ni-Vanuatu|Port Vila
WF|Wallis and Futuna|Territory of the Wallis and Futuna Islands
WS|Samoa|Independent State of Samoa|Samoan|Apia
YE|Yemen|Republic of Yemen|Yemeni|Sana'a|Yemeni Republic
ZA|South Africa|Republic of South Africa|South African|Pretoria;Bloemfontein;Cape Town
ZM|Zambia|Republic of Zambia|Zambian|Lusaka
ZW|Zimbabwe|Republic of Zimbabwe|Zimbabwean|Harare
`;
