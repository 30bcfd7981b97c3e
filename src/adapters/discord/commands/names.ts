/** Names that the registered commands and the listeners share. */

/** The message command "Add to sources". */
export const ADD_SOURCE_COMMAND = "Add to sources";
/** A button's or modal's id is at most 100 characters; what follows the prefix is an id of ours. */
/** The form for a digest. */
export const SETUP_MODAL = "attache:setup-form";
/** What is wrong in a message; behind it stands what the message is about. */
export const WRONG_MODAL = "attache:wrong-form:";
export const ASK_MODAL = "attache:ask:";
