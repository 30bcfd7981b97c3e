import type { ArticleQuery, StoreReaders } from "../../domain/sources/readers.ts";

/** A search looks at so many articles at least, because most of what it finds may lie outside. */
const LOOKED_AT = 1000;

type Readers = Pick<StoreReaders, "articles" | "quotes" | "meetings">;

/** Readers that see nothing but some articles, their quotes and the meetings that they report. */
export function readersWithin<Store extends Readers>(store: Store, articleIds: string[]): Store {
  const { articles, quotes, meetings } = store;
  const within = new Set(articleIds);
  const among = (ids: string[] | undefined) => (ids === undefined ? articleIds : ids.filter((id) => within.has(id)));
  const wider = (query: ArticleQuery) => ({ ...query, limit: Math.max(query.limit, LOOKED_AT) });
  return {
    ...store,
    articles: {
      ...articles,
      find: async (workspaceId, query) =>
        (await articles.find(workspaceId, wider(query))).filter(({ id }) => within.has(id)).slice(0, query.limit),
      ids: async (workspaceId, query) => among(await articles.ids(workspaceId, wider(query))).slice(0, query.limit),
      count: async () => within.size,
    },
    quotes: {
      ...quotes,
      find: (workspaceId, query) => quotes.find(workspaceId, { ...query, articleIds: among(query.articleIds) }),
    },
    meetings: {
      ...meetings,
      find: (workspaceId, query) => meetings.find(workspaceId, { ...query, articleIds: among(query.articleIds) }),
    },
  };
}
