const CLASSES = { text: "ui-link", quiet: "ui-link ui-link-quiet" } as const;

/** The class of a link. `text` stands in a sentence; `quiet` takes its surroundings' colour until it is pointed at. */
export function linkClass(look: keyof typeof CLASSES = "text"): string {
  return CLASSES[look];
}
