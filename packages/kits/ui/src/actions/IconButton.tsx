import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { Spinner } from "../feedback/Spinner.tsx";
import { Icon } from "../icon/Icon.tsx";
import type { IconName } from "../icon/shapes.tsx";
import { iconButtonClass } from "./icon-button-class.ts";

export interface IconButtonProps
  extends Omit<AriaButtonProps, "children" | "className" | "style" | "isPending" | "aria-label"> {
  icon: IconName;
  /** What it does, for those who do not see the icon. */
  label: string;
  tone?: "plain" | "danger";
  pending?: boolean;
}

/** A round button with nothing but an icon. */
export function IconButton({ icon, label, tone = "plain", pending = false, ...rest }: IconButtonProps) {
  return (
    <AriaButton {...rest} aria-label={label} isPending={pending} className={iconButtonClass(tone)}>
      {pending ? <Spinner size="small" /> : <Icon name={icon} />}
    </AriaButton>
  );
}
