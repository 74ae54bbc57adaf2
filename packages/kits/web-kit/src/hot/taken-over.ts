/** Event on the window: code of a remote was exchanged; what had failed may work now. */
export const TAKEN_OVER = "sliceway:taken-over";
