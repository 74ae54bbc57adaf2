import type { ReactNode } from "react";

export interface ColumnProps {
  /** `narrow` 26 rem for forms, `reading` 40 rem for text, `wide` 64 rem. */
  width?: "narrow" | "reading" | "wide";
  children: ReactNode;
}

/** Centres its content at a width that reads well. */
export function Column({ width = "reading", children }: ColumnProps) {
  return <div className={`ui-column ui-column-${width}`}>{children}</div>;
}
