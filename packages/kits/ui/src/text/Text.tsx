import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

export interface TextProps {
  as?: "p" | "span" | "div" | "strong" | "time" | "dt" | "dd" | "li";
  size?: "caption" | "small" | "body" | "large";
  tone?: "plain" | "muted" | "accent" | "danger";
  weight?: "regular" | "medium" | "strong";
  /** Line breaks of the text itself stay. */
  keepLines?: boolean;
  /** One line; what does not fit ends in an ellipsis. */
  truncate?: boolean;
  /** For `as="time"`: ISO 8601. */
  dateTime?: string;
  children: ReactNode;
}

/** Running text. */
export function Text(props: TextProps) {
  const { as: Element = "p", size = "body", tone = "plain", weight = "regular", dateTime, children } = props;
  const looks = [`ui-text-${size}`, `ui-tone-${tone}`, `ui-weight-${weight}`];
  const flow = [props.keepLines && "ui-text-lines", props.truncate && "ui-text-truncate"];
  const time = Element === "time" ? { dateTime } : {};
  return (
    <Element className={classNames("ui-text", ...looks, ...flow)} {...time}>
      {children}
    </Element>
  );
}
