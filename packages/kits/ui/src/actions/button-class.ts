import { classNames } from "../class-names.ts";

export interface ButtonLook {
  /** One primary action per view; `quiet` has no frame until it is pointed at. */
  variant?: "primary" | "secondary" | "quiet" | "danger";
  size?: "small" | "medium";
  /** As wide as the place it stands in. */
  wide?: boolean;
}

/** The class of a button, for links that should look like one: `<Link className={buttonClass({ variant: "primary" })}>`. */
export function buttonClass({
  variant = "secondary",
  size = "medium",
  wide = false,
}: ButtonLook = {}): string {
  return classNames(
    "ui-button",
    `ui-button-${variant}`,
    size === "small" && "ui-button-small",
    wide && "ui-button-wide",
  );
}
