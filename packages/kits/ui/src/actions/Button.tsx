import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { Spinner } from "../feedback/Spinner.tsx";
import { Icon } from "../icon/Icon.tsx";
import type { IconName } from "../icon/shapes.tsx";
import { type ButtonLook, buttonClass } from "./button-class.ts";

export interface ButtonProps
  extends ButtonLook,
    Omit<AriaButtonProps, "children" | "className" | "style" | "isPending"> {
  children: ReactNode;
  icon?: IconName;
  /** Work is under way: keeps its width and focus, shows a spinner, takes no press. */
  pending?: boolean;
}

/** A button. `onPress` fires for mouse, touch and keyboard alike; `type="submit"` sends its form. */
export function Button({ variant, size, wide, icon, pending = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} isPending={pending} className={buttonClass({ variant, size, wide })}>
      <span className="ui-button-content">
        {icon && <Icon name={icon} size="small" />}
        {children}
      </span>
      {pending && <Spinner size="small" />}
    </AriaButton>
  );
}
