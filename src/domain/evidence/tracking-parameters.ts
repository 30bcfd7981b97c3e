/**
 * Parameters that say how a reader came to a page, never which page it is. Names from AdGuard's TrackParamFilter, miniflux's urlcleaner and
 * tidy-url, and from the feeds of outlets (xtor of Le Monde and France 24, maca of Deutsche Welle, at_ of the BBC, traffic_source of Al Jazeera,
 * gaa_ of Google's subscriptions). Those that other sites give a meaning of their own stand among the vague ones.
 */
const PREFIXES =
  "utm_ utm- at_ mtm_ pk_ piwik_ matomo_ hsa_ _hs __hs gaa_ guce_ itm_ int_cmp_ ns_ fb_action_ wt_ trk_ elq oly_ vero_ mc_ mkt_ sc_c wt. bsft_ oft_ xtor xtref xtnp ga_ gad_ s_kwcid _branch_ campaign_ hmb_ cmpid _ga _gl cx_".split(
    " ",
  );
const NAMES = new Set(
  `fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid ysclid _openstat twclid ttclid igshid igsh li_fat_id epik srsltid rb_clickid wickedid
  __twitter_impression ref_src ref_url refsrc fb_ref fb_source fb_comment_id mbid ncid ocid icid ito cid_source smid smtyp ftag guccounter
  traffic_source maca cmp_id cmptype cmpc rss_id rssid partner_id source_id feedname feedid sr_share _bhlid spm share_source
  sharesource shareid share_id smprod stream_top rdt_cid sfmc_id sthash tpcc wtrid mod_source msockid origin_source ss_source ss_campaign_id
  syclid otc utmsource __readwiselocation soc_src soc_trk ss_email_id recip_id tag_source nl_id sourcetype app_source
  ck_subscriber_id dm_i __s vgo_ee et_rid et_cid s_cid s_campaign ftcamp fromrss from_rss ml_subscriber ml_subscriber_hash awt_l awt_m _ke _kx
  wpisrc __source sref leadsource reflink dicbo itid pnespid embedded-checkout unlocked_article_code`.split(/\s+/),
);
/** Meant so if they carry the name of a channel, such as rss or twitter_share. Any other value may name the page: "?src=speech-in-lisbon". */
const VAGUE = new Set(
  "ref referer referrer referral cmp src source sourceid feed_source campaign via from fr feature partner emc".split(" "),
);
const CHANNELS = new Set(
  `rss feed feeds atom rdf twitter x tw facebook fb linkedin instagram ig threads bluesky mastodon reddit whatsapp telegram youtube social
  share sharing google googlenews gnews bing yahoo apple applenews flipboard msn smartnews email mail newsletter alert alerts push app ios
  android mobile web website home homepage hp frontpage nav menu header footer sidebar widget search related trending latest top ticker
  banner partner syndication hn`.split(/\s+/),
);
/** "?rss=1" says that the address stood in a feed. */
const FLAGS = new Set(["", "1", "y", "yes", "true", "on"]);
const LONGEST_VALUE = 60;

/** Whether a parameter of an address only says where its reader came from. */
export function isTracking(name: string, value: string): boolean {
  // "&amp;utm_source=rss": a feed that escaped its addresses twice.
  const lower = name.toLowerCase().replace(/^(?:amp;)+/, "");
  if (NAMES.has(lower) || PREFIXES.some((prefix) => lower.startsWith(prefix))) return true;
  if (lower === "rss") return FLAGS.has(value.toLowerCase());
  return VAGUE.has(lower) && (value === "" || namesChannel(value.toLowerCase()));
}

function namesChannel(value: string): boolean {
  return value.length <= LONGEST_VALUE && !/[\d/]/.test(value) && value.split(/[^a-z]+/).some((word) => CHANNELS.has(word));
}
