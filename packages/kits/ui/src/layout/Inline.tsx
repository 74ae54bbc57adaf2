import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import type { Space } from "./space.ts";

export interface InlineProps {
  gap?: Space;
  align?: "start" | "center" | "end" | "baseline" | "stretch";
  justify?: "start" | "center" | "end" | "between";
  /** Goes on in the next line when there is no room; on unless told. */
  wrap?: boolean;
  as?: "div" | "header" | "footer" | "ul" | "nav" | "span";
  children: ReactNode;
}

/** Children beside each other. */
export function Inline(props: InlineProps) {
  const { gap = 2, align = "center", justify = "start", wrap = true, as: Element = "div", children } = props;
  const arrangement = [
    `ui-gap-${gap}`,
    `ui-align-${align}`,
    `ui-justify-${justify}`,
    !wrap && "ui-inline-nowrap",
  ];
  return <Element className={classNames("ui-inline", ...arrangement)}>{children}</Element>;
}
