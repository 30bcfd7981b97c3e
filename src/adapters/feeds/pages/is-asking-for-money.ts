import type { PageDocument } from "./page-document.ts";

/** What programs for subscriptions call their parts, in whatever language the page is. */
const PARTS = [
  "paywall",
  "pay-wall",
  "regwall",
  "metered",
  "subscribe-wall",
  "subscription-wall",
  "piano-",
  "poool",
  "tp-modal",
  "premium-teaser",
]
  .flatMap((name) => [`[class*="${name}" i]`, `[id*="${name}" i]`])
  .join(",");
/** A price in a currency that every paper writes so. */
const PRICE =
  /(?:[€$£₹¥₩₽₺₴]|R\$|\b(?:CHF|kr|zł|Rs\.?))\s?\d{1,5}(?:[.,]\d{1,3})?(?!\s?(?:m|b|k|tr|million|billion)\b)|\b\d{1,5}(?:[.,]\d{1,3})?\s?(?:[€£₹₩₽₺₴元円원]|kr\b|zł)/iu;

/** Whether a page has the parts of an offer. Whole articles stand in such parts too: alone it tells nothing. */
export function hasOffer(document: PageDocument): boolean {
  return document.querySelector(PARTS) !== null;
}

/** Whether a text names a price, as an offer does. Articles do so too. */
export function namesPrice(text: string): boolean {
  return PRICE.test(text);
}
