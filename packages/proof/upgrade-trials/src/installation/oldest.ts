/**
 * The oldest state that an installation may come from: the last one before packages were grouped by what they are for.
 * Homes were made with it, and nobody who has one is asked to begin anew.
 */
export const OLDEST = "d2222a0ee91ab642b7a6ad820ac5bbe930fe6dc7";
