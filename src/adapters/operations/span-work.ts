import type { DigestPoster } from "../../domain/digests/digest-poster.ts";
import type { Article } from "../../domain/evidence/article.ts";
import type { EvidenceStore } from "../../domain/evidence/evidence-store.ts";
import type { Extraction } from "../../domain/evidence/extraction.ts";
import type { LanguageModel, ModelOutcome, ModelTask } from "../../domain/model/language-model.ts";
import type { ArticleReader } from "../../domain/sources/readers.ts";
import type { Fetcher } from "../../domain/sources/web.ts";
import type { Tracer } from "../../domain/tracer.ts";

type Extract<How extends unknown[]> = (article: Article, ...how: How) => Promise<Extraction>;

/** What this process spends its time on, in spans around the parts that do it. Each gives back the same part. */
export interface WorkSpans {
  fetcher(fetcher: Fetcher): Fetcher;
  extract<How extends unknown[]>(extract: Extract<How>): Extract<How>;
  evidence(evidence: EvidenceStore): EvidenceStore;
  articles(articles: ArticleReader): ArticleReader;
  model(model: LanguageModel): LanguageModel;
  poster(poster: DigestPoster): DigestPoster;
}

/** docs/operations.md lists the spans and their attributes. */
export function createWorkSpans(tracer: Tracer): WorkSpans {
  return {
    fetcher: (fetcher) => spanFetches(fetcher, tracer),
    extract:
      (extract) =>
      (article, ...how) =>
        tracer.inSpan("attache.ingest.extract", { "attache.characters": article.text.length }, async (span) => {
          const extraction = await extract(article, ...how);
          span.set({
            "attache.quotes": extraction.quotes.length,
            "attache.people": extraction.people.length,
            "attache.meetings": extraction.meetings.length,
          });
          return extraction;
        }),
    evidence: (evidence) => ({
      write: (workspaceId, work) => tracer.inSpan("attache.ingest.store", {}, () => evidence.write(workspaceId, work)),
    }),
    articles: (articles) => spanSearches(articles, tracer),
    model: (model) => spanCalls(model, tracer),
    poster: (poster) => spanPosts(poster, tracer),
  };
}

function spanFetches(fetcher: Fetcher, tracer: Tracer): Fetcher {
  return {
    ...fetcher,
    get: (request) =>
      // Neither the address nor its host: both may hold a key, or say what a desk follows.
      tracer.inSpan("attache.fetch", { "attache.fetch.want": request.want }, async (span) => {
        const fetched = await fetcher.get(request);
        span.set({ "attache.outcome": fetched.kind });
        if (fetched.kind === "content") span.set({ "http.response.body.size": fetched.content.body.length });
        if (fetched.kind === "failed") span.fail(fetched.failure.trouble);
        return fetched;
      }),
  };
}

function spanSearches(articles: ArticleReader, tracer: Tracer): ArticleReader {
  const searched = <T>(terms: string[] | undefined, search: () => Promise<T[]>) =>
    tracer.inSpan("attache.search", { "attache.terms": terms?.length ?? 0 }, async (span) => {
      const found = await search();
      span.set({ "attache.found": found.length });
      return found;
    });
  return {
    ...articles,
    find: (workspaceId, query) => searched(query.terms, () => articles.find(workspaceId, query)),
    ids: (workspaceId, query) => searched(query.terms, () => articles.ids(workspaceId, query)),
  };
}

function spanCalls(model: LanguageModel, tracer: Tracer): LanguageModel {
  const called = <Answer>(task: ModelTask, call: () => Promise<ModelOutcome<Answer>>) => {
    const attributes = {
      "attache.purpose": task.purpose,
      "attache.task": task.kind,
      "gen_ai.request.model": model.name(task.purpose),
    };
    return tracer.inSpan("attache.model.call", attributes, async (span) => {
      const outcome = await call();
      const { inputTokens, outputTokens } = outcome.usage;
      span.set({ "gen_ai.usage.input_tokens": inputTokens, "gen_ai.usage.output_tokens": outputTokens });
      if (outcome.kind === "failed") span.fail(outcome.failure);
      return outcome;
    });
  };
  return {
    ...model,
    write: (task, signal, onPart) => called(task, () => model.write(task, signal, onPart)),
    judge: (task, signal) => called(task, () => model.judge(task, signal)),
    read: (task, signal) => called(task, () => model.read(task, signal)),
  };
}

function spanPosts(poster: DigestPoster, tracer: Tracer): DigestPoster {
  return {
    ...poster,
    post: (message, mayLeave) =>
      tracer.inSpan("attache.post", { "attache.platform": poster.platform }, async (span) => {
        const outcome = await poster.post(message, mayLeave);
        span.set({ "attache.outcome": outcome.kind });
        if (outcome.kind === "rate-limited") span.fail("rate-limited");
        else if ("code" in outcome) span.fail(outcome.code);
        return outcome;
      }),
  };
}
