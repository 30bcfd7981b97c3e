/** Raised by one when the engine finds something else in the same text: stored articles are then read again. */
export const ENGINE_VERSION = 5;
