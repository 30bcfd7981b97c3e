import { nameKey } from "../domain/evidence/fold-name.ts";
import type { Topic } from "./parse-topic.ts";

/** A topic in the form in which two ways to type it are one: "india-japan" is "Japan and India". */
export function topicKey(topic: Topic): string {
  switch (topic.kind) {
    case "countries":
      return `countries ${[...topic.codes].sort().join(" ")}`;
    case "bloc":
      return `bloc ${nameKey(topic.bloc.name)}`;
    case "person":
      return `person ${nameKey(topic.person.name)}`;
    case "pair":
      return `pair ${topic.sides.map(topicKey).sort().join(", ")}`;
    case "saved":
      return `saved ${nameKey(topic.text)}`;
    case "words":
      return `words ${[...new Set(topic.terms.map(nameKey))].sort().join(" ")}`;
  }
}
