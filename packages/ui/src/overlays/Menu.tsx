import type { ReactElement, ReactNode } from "react";
import { Menu as AriaMenu, MenuTrigger, Popover } from "react-aria-components/Menu";

export interface MenuProps {
  /** The button that opens it: `<IconButton icon="more" label="More" />`. */
  trigger: ReactElement;
  label: string;
  /** `MenuItem`s and `MenuSection`s. */
  children: ReactNode;
  placement?: "bottom end" | "bottom start" | "top end" | "top start";
}

/** A list of actions that opens from a button. Arrow keys, typing ahead and Escape work. */
export function Menu({ trigger, label, children, placement = "bottom end" }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ui-popover" placement={placement} offset={6}>
        <AriaMenu className="ui-menu" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
