/**
 * Menus and dialogs are half of this package's code and nobody sees them at first, so they have a chunk of their own.
 * One for all: React Aria's dialogs and menus need each other's modules.
 */
export const fetchOverlays = () => import("./overlays.ts");
