/**
 * How names are written, not who holds an office: one person a line, as English writes them | German, French and Spanish where they write them
 * otherwise | Japanese | Chinese | Hindi; several have ";" between them. Forms as Wikidata labels the people (wikidata.org, CC0), both ways of
 * writing Chinese. "~" is a short form that others bear too: it counts only beside a leader's office. Left out are forms that
 * two people of public life share.
 */
export const NAMES_OF_PEOPLE = `
Abdel Fattah el-Sisi|Abd al-Fattah as-Sisi;Abdel Fattah al-Sissi;Abdel Fattah al-Sisi|アブドルファッターフ・アッ＝シーシー;~シシ;~シーシー|塞西|अब्देल फतह अल-सिसी;अब्देल फतेह अल सीसी
Alexander Lukashenko|Alexander Lukaschenko;Aljaksandr Lukaschenka;Alexandre Loukachenko;Aleksandr Lukashenko|アレクサンドル・ルカシェンコ;~ルカシェンコ|卢卡申科;盧卡申科|अलेक्ज़ेंडर लुकाशेंको;अलेक्जेंडर लुकाशेंको
Ali Khamenei|Ali Chamenei|アリー・ハーメネイー;アリ・ハメネイ|哈梅内伊;哈梅內伊|अली ख़ामेनेई;अली खामेनेई
Andrzej Duda||アンジェイ・ドゥダ;~ドゥダ|安杰伊·杜达;~杜达|आंद्रेज डूडा
Angela Merkel||アンゲラ・メルケル;~メルケル|安格拉·默克尔;默克尔|एंजेला मर्केल;अंगेला मर्केल
Annalena Baerbock||アンナレーナ・ベアボック;~ベアボック|安娜莱娜·贝尔伯克;贝尔伯克|एनालेना बेयरबॉक;अन्नालेना बेयरबॉक
Anthony Albanese||アンソニー・アルバニージー;~アルバニージー|安东尼·阿尔巴尼斯;~阿尔巴尼斯;阿尔巴内塞|एंथनी अल्बनीज;एंथनी अल्बनीस
Antony Blinken||アントニー・ブリンケン;~ブリンケン|安东尼·布林肯;布林肯|एंटनी ब्लिंकन
António Guterres|Antonio Guterres|アントニオ・グテーレス;~グテーレス|古特雷斯;古特瑞斯|एंटोनियो गुटेरेस;एंटोनियो गुतारेस
Bashar al-Assad|Baschar al-Assad;Bachar al-Assad;Bachar el-Assad;Bashar al Asad|バッシャール・アル＝アサド;~アサド|巴沙尔·阿萨德|बशर अल-असद;बशर अल असद
Benjamin Netanyahu|Benjamin Netanjahu;Benyamin Netanyahou;Benjamin Netanyahou;Benyamin Netanyahu;Benjamín Netanyahu|ベンヤミン・ネタニヤフ;~ネタニヤフ|内塔尼亚胡;內塔尼亞胡|बेंजामिन नेतन्याहू;बेंजामिन नेतन्याहु
Boris Johnson||ボリス・ジョンソン|鲍里斯·约翰逊;~约翰逊|बोरिस जॉनसन
Charles Michel||シャルル・ミシェル|夏尔·米歇尔;~米歇尔|चार्ल्स मिशेल
Claudia Sheinbaum||クラウディア・シェインバウム;~シェインバウム|克劳迪娅·辛鲍姆;辛鲍姆|क्लाउडिया शीनबाम
Cyril Ramaphosa||シリル・ラマポーザ;~ラマポーザ|西里尔·拉马福萨;拉马福萨|सिरिल रामफोसा;सिरिल रामाफोसा
David Cameron||デーヴィッド・キャメロン;デービッド・キャメロン|戴维·卡梅伦;~卡梅伦|डेविड कैमरन;डेविड कैमरून
David Lammy||デイヴィッド・ラミー;デービッド・ラミー|戴维·拉米|डेविड लैमी
Dmitry Medvedev|Dmitri Medwedew;Dmitri Medvedev|ドミートリー・メドヴェージェフ;ドミトリー・メドベージェフ|梅德韦杰夫|दिमित्री मेदवेदेव
Dmitry Peskov|Dmitri Peskow;Dmitri Peskov|ドミトリー・ペスコフ|佩斯科夫|दिमित्री पेस्कोव
Donald Trump||ドナルド・トランプ;~トランプ|唐纳德·特朗普;特朗普;川普|डोनाल्ड ट्रंप;डोनाल्ड ट्रम्प
Donald Tusk||ドナルド・トゥスク;~トゥスク|唐纳德·图斯克;图斯克|डोनाल्ड टस्क
Droupadi Murmu||ドラウパディ・ムルム|德劳帕迪·穆尔穆|द्रौपदी मुर्मू
Emmanuel Macron||エマニュエル・マクロン;~マクロン|埃马纽埃尔·马克龙;马克龙;馬克宏|इमैनुएल मैक्रों;इमैनुएल मैक्रॉन
Ferdinand Marcos Jr.|Ferdinand Marcos Jr;Ferdinand Marcos junior|フェルディナンド・マルコス・ジュニア|小费迪南德·马科斯;小马科斯|फर्डिनेंड मार्कोस जूनियर
Friedrich Merz||フリードリヒ・メルツ;~メルツ|弗里德里希·默茨;默茨|फ्रेडरिक मर्ज़;फ्रेडरिक मर्ज
Fumio Kishida||岸田文雄;~岸田|岸田文雄|फुमियो किशिदा
Geert Wilders||ヘルト・ウィルダース|维尔德斯|गीर्ट वाइल्डर्स
Giorgia Meloni||ジョルジャ・メローニ;~メローニ|焦尔吉娅·梅洛尼;梅洛尼|जॉर्जिया मेलोनी
Hassan Rouhani|Hassan Rohani;Hasan Rohaní|ハサン・ロウハーニー;ハッサン・ロウハニ;~ロウハニ|哈桑·鲁哈尼;鲁哈尼|हसन रूहानी
Hun Manet||フン・マネット|洪玛奈|हुन मानेट
Imran Khan||イムラン・カーン|伊姆兰·汗|इमरान ख़ान;इमरान खान
Shigeru Ishiba||石破茂;~石破|石破茂|शिगेरु इशिबा
Jair Bolsonaro||ジャイール・ボルソナーロ;ジャイル・ボルソナロ;~ボルソナロ|博索纳罗|जायर बोल्सोनारो;जेयर बोल्सोनारो
Jake Sullivan||ジェイク・サリバン|杰克·沙利文;~沙利文|जेक सुलिवन
Javier Milei||ハビエル・ミレイ;~ミレイ|哈维尔·米莱;~米莱|जेवियर मिलेई
Jens Stoltenberg||イェンス・ストルテンベルグ|斯托尔滕贝格|जेन्स स्टोलटेनबर्ग
Jerome Powell||ジェローム・パウエル|杰罗姆·鲍威尔|जेरोम पॉवेल
Joe Biden||ジョー・バイデン;~バイデン|乔·拜登;喬·拜登;~拜登|जो बाइडेन;जो बाइडन;जो बाइडन
John Kerry||ジョン・ケリー|约翰·克里|जॉन केरी
Joko Widodo||ジョコ・ウィドド|佐科·维多多;~佐科|जोको विडोडो
Josep Borrell||ジョセップ・ボレル|博雷利|जोसेप बोरेल
Justin Trudeau||ジャスティン・トルドー;~トルドー|贾斯廷·特鲁多;特鲁多|जस्टिन ट्रूडो
Kaja Kallas||カーヤ・カッラス;カヤ・カラス|卡娅·卡拉斯;~卡拉斯|काजा कल्लास
Kamala Harris||カマラ・ハリス|卡玛拉·哈里斯;贺锦丽|कमला हैरिस
Keir Starmer||キア・スターマー;~スターマー|基尔·斯塔默;斯塔默|कीर स्टार्मर
Kim Jong Un|Kim Jong-un;Kim Jong Un|金正恩|金正恩|किम जोंग उन;किम जोंग-उन
Kyriakos Mitsotakis|Kyriákos Mitsotákis|キリアコス・ミツォタキス;~ミツォタキス|米佐塔基斯|किरियाकोस मित्सोताकिस
Lai Ching-te|William Lai|頼清徳|赖清德;賴清德|लाई चिंग-ते
Lawrence Wong||ローレンス・ウォン|黄循财|लॉरेंस वोंग
Lee Hsien Loong||リー・シェンロン|李显龙|ली सीन लूंग
Lee Jae-myung|Lee Jae Myung|李在明|李在明|ली जे-म्युंग;ली जे म्यांग
Li Keqiang||李克強|李克强|ली केकियांग
Li Qiang||李強|李强总理|ली कियांग
Liz Truss||リズ・トラス|利兹·特拉斯;特拉斯首相|लिज़ ट्रस;लिज ट्रस
Lloyd Austin||ロイド・オースティン|劳埃德·奥斯汀;~奥斯汀|लॉयड ऑस्टिन
Luiz Inácio Lula da Silva|Luiz Inacio Lula da Silva|ルイス・イナシオ・ルラ・ダ・シルヴァ;~ルラ|卢拉·达席尔瓦;~卢拉|लुइज़ इनासियो लूला दा सिल्वा;लूला डा सिल्वा;लूला दा सिल्वा
Mahmoud Abbas|Mahmud Abbas;Mahmud Abás|マフムード・アッバース;~アッバス|马哈茂德·阿巴斯;~阿巴斯|महमूद अब्बास
Malcolm Turnbull||マルコム・ターンブル|马尔科姆·特恩布尔|मैल्कम टर्नबुल
Marco Rubio||マルコ・ルビオ;~ルビオ|马尔科·鲁比奥;鲁比奥|मार्को रुबियो
Mark Carney||マーク・カーニー;~カーニー|马克·卡尼;~卡尼|मार्क कार्नी
Mark Rutte||マルク・ルッテ;~ルッテ|马克·吕特;吕特|मार्क रुटे
Masoud Pezeshkian|Massud Peseschkian;Massoud Pezeshkian|マスード・ペゼシュキヤーン;~ペゼシュキアン|佩泽希齐扬|मसूद पेज़ेशकियान;मसूद पेजेशकियान
Mike Pompeo||マイク・ポンペオ|蓬佩奥;龐培歐|माइक पोम्पियो
Mike Pence||マイク・ペンス|迈克·彭斯;彭斯|माइक पेंस
Mohammed bin Salman|Mohammed ben Salman;Mohamed bin Salmán;Mohámed bin Salmán|ムハンマド・ビン・サルマーン;ムハンマド・ビン・サルマン|穆罕默德·本·萨勒曼|मोहम्मद बिन सलमान
Moon Jae-in|Moon Jae In|文在寅|文在寅|मून जे-इन
Muhammad Yunus|Mohammad Yunus|ムハマド・ユヌス|穆罕默德·尤努斯|मुहम्मद यूनुस;मोहम्मद यूनुस
Naftali Bennett||ナフタリ・ベネット|纳夫塔利·贝内特|नफ्ताली बेनेट
Nancy Pelosi||ナンシー・ペロシ|佩洛西;裴洛西|नैंसी पेलोसी
Narendra Modi||ナレンドラ・モディ;~モディ|纳伦德拉·莫迪;納倫德拉·莫迪;~莫迪|नरेन्द्र मोदी;नरेंद्र मोदी;~मोदी
Nicolas Sarkozy||ニコラ・サルコジ|萨科齐|निकोलस सरकोजी
Nicolás Maduro||ニコラス・マドゥロ;~マドゥロ|尼古拉斯·马杜罗;马杜罗|निकोलस मादुरो
Nirmala Sitharaman||ニルマラ・シタラマン|尼尔马拉·西塔拉曼|निर्मला सीतारमण;निर्मला सीतारामन
Olaf Scholz||オラフ・ショルツ;~ショルツ|奥拉夫·朔尔茨;朔尔茨|ओलाफ शोल्ज़;ओलाफ शोल्ज
Pedro Sánchez|Pedro Sanchez|ペドロ・サンチェス|佩德罗·桑切斯|पेड्रो सांचेज़;पेड्रो सांचेज
Penny Wong||ペニー・ウォン|黄英贤|पेनी वोंग
Prabowo Subianto||プラボウォ・スビアント;~プラボウォ|普拉博沃|प्रबोवो सुबियांतो
Pushpa Kamal Dahal||プシュパ・カマル・ダハル|普什帕·卡迈勒·达哈尔|पुष्प कमल दहल
Qin Gang||秦剛|秦刚|किन गांग
Rajnath Singh||ラージナート・シン|拉杰纳特·辛格|राजनाथ सिंह
Ranil Wickremesinghe||ラニル・ウィクラマシンハ|维克勒马辛哈|रानिल विक्रमसिंघे
Recep Tayyip Erdoğan|Recep Tayyip Erdogan|レジェップ・タイイップ・エルドアン;~エルドアン|埃尔多安;艾爾多安|रेचेप तैय्यप एर्दोआन;रजब तैयब अर्दोआन;रेसेप तैयप एर्दोगन
Rishi Sunak||リシ・スナク;~スナク|里希·苏纳克;苏纳克|ऋषि सुनक
Rodrigo Duterte||ロドリゴ・ドゥテルテ;~ドゥテルテ|罗德里戈·杜特尔特;~杜特尔特|रोड्रिगो दुतेर्ते
Sanae Takaichi||高市早苗;~高市|高市早苗|सनाए ताकाइची;साने ताकाइची
Sergei Lavrov|Sergej Lawrow;Sergei Lawrow;Sergueï Lavrov;Serguéi Lavrov|セルゲイ・ラブロフ;~ラブロフ|谢尔盖·拉夫罗夫;拉夫罗夫|सर्गेई लावरोव;सर्गेई लैवरोव
Sergei Shoigu|Sergej Schoigu;Sergei Schoigu;Sergueï Choïgou;Serguéi Shoigú|セルゲイ・ショイグ|绍伊古|सर्गेई शोइगु
Shehbaz Sharif|Shahbaz Sharif|シャバズ・シャリフ|夏巴兹·谢里夫|शहबाज़ शरीफ़;शहबाज शरीफ
Sheikh Hasina|Scheich Hasina|シェイク・ハシナ;~ハシナ|谢赫·哈西娜;哈西娜|शेख़ हसीना;शेख हसीना
Sher Bahadur Deuba||シェール・バハドゥル・デウバ|谢尔·巴哈杜尔·德乌帕|शेर बहादुर देउबा
Shinzo Abe|Shinzō Abe|安倍晋三;~安倍|安倍晋三|शिंज़ो आबे;शिंजो आबे
Subrahmanyam Jaishankar|S. Jaishankar|スブラマニヤム・ジャイシャンカル;~ジャイシャンカル|苏杰生;蘇杰生|सुब्रह्मण्यम जयशंकर;एस. जयशंकर;एस जयशंकर;~जयशंकर
Taro Kono|Tarō Kōno|河野太郎|河野太郎|तारो कोनो
Theresa May||テリーザ・メイ|特雷莎·梅;特蕾莎·梅|थेरेसा मे
Tony Abbott||トニー・アボット|托尼·阿博特|टोनी एबॉट
Toshimitsu Motegi||茂木敏充;~茂木|茂木敏充|तोशिमित्सु मोतेगी
Tsai Ing-wen|Tsai Ing Wen|蔡英文総統|蔡英文|साई इंग-वेन
Ursula von der Leyen||ウルズラ・フォン・デア・ライエン;フォンデアライエン|冯德莱恩;馮德萊恩|उर्सुला वॉन डेर लेयेन
Viktor Orbán|Viktor Orban|オルバーン・ヴィクトル;ビクトル・オルバン;~オルバン|欧尔班|विक्टर ओर्बन
Vladimir Putin|Wladimir Putin;Vladimir Poutine;Vladímir Putin|ウラジーミル・プーチン;~プーチン|弗拉基米尔·普京;普京;普丁|व्लादिमीर पुतिन;व्लादिमिर पुतिन;~पुतिन
Volodymyr Zelenskyy|Wolodymyr Selenskyj;Wolodymyr Selenski;Volodymyr Zelensky;Volodímir Zelenski;Volodimir Zelenski|ウォロディミル・ゼレンスキー;~ゼレンスキー|弗拉基米尔·泽连斯基;沃洛德梅尔·泽连斯基;泽连斯基;澤倫斯基|वोलोदिमीर ज़ेलेंस्की;वोलोदिमिर जेलेंस्की;वोलोदिमीर जेलेंस्की;~ज़ेलेंस्की
Wang Yi||王毅|王毅|वांग यी
Xi Jinping||習近平|习近平;習近平|शी जिनपिंग;शी चिनफिंग
Yoko Kamikawa|Yōko Kamikawa|上川陽子;~上川|上川阳子;上川陽子|योको कामिकावा
Yoon Suk Yeol|Yoon Suk-yeol|尹錫悦|尹锡悦;尹錫悅|यून सुक योल;यून सुक-योल
Yoshihide Suga||菅義偉|菅义伟;菅義偉|योशिहिदे सुगा
Yoshimasa Hayashi||林芳正|林芳正|योशिमासा हयाशी
`;
