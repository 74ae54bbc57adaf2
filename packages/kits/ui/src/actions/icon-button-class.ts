import { classNames } from "../class-names.ts";

/** The class of a round button with nothing but an icon, for links: `<Link className={iconButtonClass()} aria-label="Back">`. */
export function iconButtonClass(tone: "plain" | "danger" = "plain"): string {
  return classNames("ui-icon-button", tone === "danger" && "ui-icon-button-danger");
}
