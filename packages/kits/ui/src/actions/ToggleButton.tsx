import type { ReactNode } from "react";
import {
  ToggleButton as AriaToggleButton,
  type ToggleButtonProps as AriaToggleButtonProps,
} from "react-aria-components/ToggleButton";
import { classNames } from "../class-names.ts";
import { Icon } from "../icon/Icon.tsx";
import type { IconName } from "../icon/shapes.tsx";

export interface ToggleButtonProps
  extends Omit<AriaToggleButtonProps, "children" | "className" | "style" | "aria-label"> {
  icon: IconName;
  /** Shown while selected; `icon` if left out. */
  selectedIcon?: IconName;
  /** What being selected means ("Like"), together with the count if it should be heard. */
  label: string;
  /** Shown beside the icon: a count, say. */
  children?: ReactNode;
  tone?: "accent" | "like";
}

/** A button that stays on: `<ToggleButton icon="heart" selectedIcon="heart-filled" tone="like" isSelected={..} onChange={..} />`. */
export function ToggleButton({
  icon,
  selectedIcon = icon,
  label,
  children,
  tone = "accent",
  ...rest
}: ToggleButtonProps) {
  return (
    <AriaToggleButton {...rest} aria-label={label} className={classNames("ui-toggle", `ui-toggle-${tone}`)}>
      {({ isSelected }) => (
        <>
          <Icon name={isSelected ? selectedIcon : icon} />
          {children !== undefined && <span className="ui-toggle-text">{children}</span>}
        </>
      )}
    </AriaToggleButton>
  );
}
