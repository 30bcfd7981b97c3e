/** Abbreviations as news and calendars use them; of two meanings the one that more people live by. */
export const ZONE_ABBREVIATIONS: ReadonlyMap<string, string> = table(
  "utc|gmt|z:UTC est|edt|et:America/New_York cst|cdt|ct:America/Chicago mst|mdt|mt:America/Denver pst|pdt|pt:America/Los_Angeles " +
    "bst:Europe/London cet|cest:Europe/Paris eet|eest:Europe/Athens msk:Europe/Moscow trt:Europe/Istanbul ist:Asia/Kolkata " +
    "pkt:Asia/Karachi npt:Asia/Kathmandu jst:Asia/Tokyo kst:Asia/Seoul hkt:Asia/Hong_Kong sgt:Asia/Singapore wib:Asia/Jakarta " +
    "ict:Asia/Bangkok pht:Asia/Manila gst:Asia/Dubai aest|aedt:Australia/Sydney awst:Australia/Perth acst:Australia/Adelaide " +
    "nzst|nzdt:Pacific/Auckland sast:Africa/Johannesburg eat:Africa/Nairobi wat:Africa/Lagos cat:Africa/Maputo brt:America/Sao_Paulo " +
    "eastern|eastern time|us eastern:America/New_York central time|us central:America/Chicago mountain time:America/Denver pacific time|us pacific:America/Los_Angeles " +
    "central european time:Europe/Paris india standard time|indian standard time:Asia/Kolkata japan standard time:Asia/Tokyo",
);

/** Cities that no zone is named after, and newer spellings of those that one is. */
export const CITY_ZONES: ReadonlyMap<string, string> = table(
  "delhi|new delhi|mumbai|bombay|chennai|bangalore|bengaluru|hyderabad|kolkata|calcutta:Asia/Kolkata beijing|peking|shenzhen|guangzhou:Asia/Shanghai " +
    "washington|washington dc|boston|miami|atlanta|philadelphia:America/New_York san francisco|seattle|san diego:America/Los_Angeles " +
    "houston|dallas:America/Chicago ottawa|montreal:America/Toronto rio|rio de janeiro|brasilia:America/Sao_Paulo " +
    "osaka|kyoto|hiroshima:Asia/Tokyo busan:Asia/Seoul islamabad|lahore:Asia/Karachi abu dhabi:Asia/Dubai hanoi|saigon|ho chi minh city:Asia/Ho_Chi_Minh " +
    "ankara:Europe/Istanbul tel aviv:Asia/Jerusalem kyiv|kiev:Europe/Kiev geneva|bern:Europe/Zurich the hague|rotterdam:Europe/Amsterdam " +
    "frankfurt|munich|hamburg|cologne:Europe/Berlin barcelona:Europe/Madrid milan|naples:Europe/Rome edinburgh|manchester|uk|britain|great britain|england|scotland:Europe/London " +
    "strasbourg|lyon|marseille:Europe/Paris canberra:Australia/Sydney wellington:Pacific/Auckland pretoria|cape town:Africa/Johannesburg " +
    "abuja:Africa/Lagos rangoon:Asia/Yangon kathmandu:Asia/Kathmandu jeddah|mecca:Asia/Riyadh st petersburg:Europe/Moscow",
);

/** Zones of half and quarter hours, as no zone is named after those offsets; in minutes. */
export const OFFSET_ZONES: ReadonlyMap<number, string> = new Map([
  [-570, "Pacific/Marquesas"],
  [210, "Asia/Tehran"],
  [270, "Asia/Kabul"],
  [330, "Asia/Kolkata"],
  [345, "Asia/Kathmandu"],
  [390, "Asia/Yangon"],
  [525, "Australia/Eucla"],
  [570, "Australia/Darwin"],
]);

/** "name|name:Zone name:Zone"; a name may hold spaces, a zone does not. */
function table(rows: string): ReadonlyMap<string, string> {
  const zones = new Map<string, string>();
  let names = "";
  for (const word of rows.split(" ")) {
    const [name = "", zone] = word.split(":");
    names = names === "" ? name : `${names} ${name}`;
    if (zone === undefined) continue;
    for (const each of names.split("|")) zones.set(each, zone);
    names = "";
  }
  return zones;
}
