/** What a channel's answers cite hangs on a subscription of this purpose: it has no schedule, and each thread is a posted slot of it. */
export const ANSWERS = "answers";
