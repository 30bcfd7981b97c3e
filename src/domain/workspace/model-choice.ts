/** Where a workspace has its texts written with a language model: everywhere but in these channels, or nowhere. */
export interface ModelChoice {
  isOn: boolean;
  /** Channels without one. */
  offIn: string[];
}

/** What may be typed behind `/attache set model`. */
export const MODEL_VALUES = ["on", "off", "on here", "off here"] as const;
export type ModelValue = (typeof MODEL_VALUES)[number];

export const MODEL_EVERYWHERE: ModelChoice = { isOn: true, offIn: [] };

export function allowsModel({ isOn, offIn }: ModelChoice, channelId: string): boolean {
  return isOn && !offIn.includes(channelId);
}

/** The choice after a manager typed a value in a channel. */
export function chooseModel(choice: ModelChoice, value: ModelValue, channelId: string): ModelChoice {
  const others = choice.offIn.filter((each) => each !== channelId);
  switch (value) {
    case "on":
      return { ...choice, isOn: true };
    case "off":
      return { ...choice, isOn: false };
    case "on here":
      return { ...choice, offIn: others };
    case "off here":
      return { ...choice, offIn: [...others, channelId] };
  }
}
