import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import type { Space } from "./space.ts";

export interface StackProps {
  /** Step of the space scale: 4, 8, 12, 16, 24, 32, 48, 64 px. */
  gap?: Space;
  align?: "stretch" | "start" | "center" | "end";
  as?: "div" | "section" | "article" | "ul" | "ol" | "header" | "footer" | "nav";
  label?: string;
  /** Its content is still loading. */
  busy?: boolean;
  children: ReactNode;
}

/** Children below each other, evenly apart. As `ul` or `ol` it shows no bullets. */
export function Stack({
  gap = 4,
  align = "stretch",
  as: Element = "div",
  label,
  busy,
  children,
}: StackProps) {
  return (
    <Element
      className={classNames("ui-stack", `ui-gap-${gap}`, `ui-align-${align}`)}
      aria-label={label}
      aria-busy={busy || undefined}
    >
      {children}
    </Element>
  );
}
