import type { WaitingItem } from "../../../domain/sources/source-store.ts";

/** How many sources of one host are polled at once. */
export const SOURCES_PER_HOST = 4;

/** Places at each host. Whoever finds none waits behind the host, and whoever is done takes the next one that waits. */
export interface HostPlaces<Item> {
  /** Takes a place, if the host has a free one. If not, the item waits behind the host. */
  take(host: string, item: Item): boolean;
  /** Passes a place on to the item that has waited longest. Undefined if none waits: then the place is free. */
  next(host: string): Item | undefined;
}

export function createHostPlaces<Item>(perHost: number): HostPlaces<Item> {
  const hosts = new Map<string, { taken: number; behind: Item[] }>();
  return {
    take(host, item) {
      const places = hosts.get(host) ?? { taken: 0, behind: [] };
      hosts.set(host, places);
      const isFree = places.taken < perHost;
      if (isFree) places.taken += 1;
      else places.behind.push(item);
      return isFree;
    },
    next(host) {
      const places = hosts.get(host);
      const item = places?.behind.shift();
      if (places === undefined || item !== undefined) return item;
      places.taken -= 1;
      if (places.taken === 0) hosts.delete(host);
      return undefined;
    },
  };
}

/** Empty if the address cannot be parsed. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "";
}

/** The address that an entry is read from. */
export function urlOf({ item, sourceUrl }: WaitingItem): string {
  return item.url ?? sourceUrl;
}
