/** Raised by one when the engine finds something else in the same text, or something else of it is stored: stored articles are then read again. */
export const ENGINE_VERSION = 6;
