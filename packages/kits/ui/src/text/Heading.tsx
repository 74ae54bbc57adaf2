import type { ReactNode } from "react";

export interface HeadingProps {
  level: 1 | 2 | 3 | 4;
  /** How large, where that differs from the level. */
  size?: "display" | "title" | "section" | "item";
  children: ReactNode;
}

const SIZES = { 1: "title", 2: "section", 3: "item", 4: "item" } as const;

/** A heading; levels say the outline, sizes the look. */
export function Heading({ level, size = SIZES[level], children }: HeadingProps) {
  const Element = `h${level}` as const;
  return <Element className={`ui-heading ui-heading-${size}`}>{children}</Element>;
}
