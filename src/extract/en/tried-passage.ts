/** An invented report on which a language model is tried, so that this says nothing of anybody's articles. */
export const TRIED_PASSAGE = {
  text:
    "The foreign ministers of Norway and Portugal met in Lisbon on Monday. They signed an agreement on fisheries, the Norwegian ministry said. " +
    "Norway will send 12 engineers to Porto in June if the Portuguese parliament agrees. The two sides did not speak about whaling.",
  publishedAt: "2024-03-05",
} as const;
