import { describe, expect, it } from "vitest";
import { meetingsIn } from "./told-meetings.ts";

const FRIDAY = "2026-03-13T10:00:00Z";

/** "Meeting of …: sentence | sentence" for each meeting that a text tells of. */
function evidenceIn(text: string): string[] {
  return meetingsIn({ text, publishedAt: FRIDAY, meetings: [] }).map(
    ({ title, evidence }) => `${title}: ${evidence.map(({ start, end }) => text.slice(start, end)).join(" | ")}`,
  );
}

describe("a meeting's evidence", () => {
  it("holds no sentence on another meeting that comes after a first one", () => {
    const text =
      "Prime Minister Jonas Falk of Norway held talks with President Alda Reyes of Chile in Oslo on Monday. The leaders looked forward to the second meeting of their trade ministers. Falk invited Reyes to Bergen for the summit of the Nordic Council.";
    expect(evidenceIn(text)).toEqual([
      "Talks between Jonas Falk and Alda Reyes in Oslo: Prime Minister Jonas Falk of Norway held talks with President Alda Reyes of Chile in Oslo on Monday.",
      "Nordic Council summit: Falk invited Reyes to Bergen for the summit of the Nordic Council.",
    ]);
  });

  it("holds no speech at a conference with a name of its own", () => {
    const text =
      'LIMA - "Our coast is yours," Prime Minister Jonas Falk of Norway said at the Harbour Dialogue in Lima. He promised boats. Falk hosted the leaders of Chile, Peru and Sweden in Oslo in February.';
    expect(evidenceIn(text)).toEqual([
      "Meeting of Jonas Falk, Chile, Peru and Sweden in Oslo: Falk hosted the leaders of Chile, Peru and Sweden in Oslo in February.",
    ]);
  });

  it("holds neither many visits that are noted nor a visit that was over before the planned one", () => {
    const text =
      "Foreign Minister Nora Lind of Sweden is to travel to Peru on Sunday. Both sides noted the visits of their leaders in 2025.";
    expect(evidenceIn(text)).toEqual([
      "Visit of Nora Lind to Peru: Foreign Minister Nora Lind of Sweden is to travel to Peru on Sunday.",
    ]);
    const earlier =
      "Prime Minister Jonas Falk of Norway, who arrived on Tuesday for a two-day visit, spoke of trade. He was to leave for Peru on Saturday.";
    expect(evidenceIn(earlier)).toEqual(["Visit of Jonas Falk to Peru: He was to leave for Peru on Saturday."]);
  });

  it("leaves two of four who also met alone a meeting of their own", () => {
    const text =
      "Prime Minister Jonas Falk of Norway hosted Chilean President Alda Reyes, Peruvian President Ivo Sarmiento and Swedish Prime Minister Nora Lind in Oslo on Tuesday. Falk and Lind also held a bilateral meeting on Tuesday.";
    expect(evidenceIn(text)).toEqual([
      "Meeting of Jonas Falk, Alda Reyes, Ivo Sarmiento and Nora Lind in Oslo: Prime Minister Jonas Falk of Norway hosted Chilean President Alda Reyes, Peruvian President Ivo Sarmiento and Swedish Prime Minister Nora Lind in Oslo on Tuesday.",
      "Meeting of Jonas Falk and Nora Lind: Falk and Lind also held a bilateral meeting on Tuesday.",
    ]);
  });

  it("keeps what is said on of the meeting just told", () => {
    const text =
      "President Alda Reyes of Chile met Prime Minister Jonas Falk of Norway in Oslo on Tuesday. At the meeting they discussed fisheries. The talks ended at noon.";
    expect(evidenceIn(text).join()).toContain("At the meeting they discussed fisheries.");
  });

  it("puts the members that a host received to the gathering told right before", () => {
    const text =
      "The leaders of the Nordic Council met in Oslo on Tuesday. Prime Minister Jonas Falk of Norway hosted President Ada Brandt of Finland and Prime Minister Nora Lind of Sweden.";
    expect(evidenceIn(text)).toHaveLength(1);
  });

  it("is of a plan where somebody is only invited to a summit", () => {
    const text =
      "Prime Minister Jonas Falk of Norway used a visit to Lima on Monday to present a plan and to invite President Ivo Sarmiento to the summit of the Nordic Council in Bergen.";
    const [summit] = meetingsIn({ text, publishedAt: FRIDAY, meetings: [] }).filter(({ kind }) => kind === "summit");
    expect(summit).toMatchObject({ status: "planned", date: null });
  });
});
