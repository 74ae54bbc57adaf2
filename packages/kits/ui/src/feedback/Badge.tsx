import type { ReactNode } from "react";

export interface BadgeProps {
  tone?: "neutral" | "accent" | "danger";
  children: ReactNode;
}

/** A small word or number beside something. */
export function Badge({ tone = "neutral", children }: BadgeProps) {
  return <span className={`ui-badge ui-badge-${tone}`}>{children}</span>;
}
