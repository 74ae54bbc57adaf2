import { type IconName, shapes } from "./shapes.tsx";

export interface IconProps {
  name: IconName;
  /** 18, 22 or 32 px. */
  size?: "small" | "medium" | "large";
}

/** A small picture in the colour of the text. Decorative: the word stands beside it or in a label. */
export function Icon({ name, size = "medium" }: IconProps) {
  return (
    <svg className={`ui-icon ui-icon-${size}`} viewBox="0 0 24 24" aria-hidden="true">
      {shapes[name]}
    </svg>
  );
}
