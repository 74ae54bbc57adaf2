import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

export interface CardProps {
  as?: "div" | "article" | "section" | "li";
  /** `none` for content that reaches the edge. */
  padding?: "none" | "medium" | "large";
  /** Names the card for those who hear the page. */
  label?: string;
  busy?: boolean;
  children: ReactNode;
}

/** A surface that holds one thing. */
export function Card({ as: Element = "div", padding = "medium", label, busy, children }: CardProps) {
  return (
    <Element
      className={classNames("ui-card", `ui-card-${padding}`)}
      aria-label={label}
      aria-busy={busy || undefined}
    >
      {children}
    </Element>
  );
}
