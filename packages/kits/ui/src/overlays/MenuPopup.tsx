import type { ReactNode, RefObject } from "react";
import { Header, Menu, MenuItem, MenuSection, Popover } from "react-aria-components/Menu";
import { MenuPartsContext } from "./menu-parts.ts";

export type MenuPlacement = "bottom end" | "bottom start" | "top end" | "top start";

/** The first item by keyboard; by pointer the menu itself, so that nothing lights up unasked. */
export type MenuStart = "first" | true;

export interface MenuPopupProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  triggerRef: RefObject<HTMLElement | null>;
  label: string;
  placement: MenuPlacement;
  startsAt: MenuStart;
  children: ReactNode;
}

const PARTS = { Item: MenuItem, Section: MenuSection, Header };

export function MenuPopup(props: MenuPopupProps) {
  const { isOpen, onOpenChange, triggerRef, label, placement, startsAt, children } = props;
  return (
    <Popover
      className="ui-popover"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      triggerRef={triggerRef}
      placement={placement}
      offset={6}
      aria-label={label}
    >
      <Menu className="ui-menu" aria-label={label} autoFocus={startsAt} onClose={() => onOpenChange(false)}>
        <MenuPartsContext value={PARTS}>{children}</MenuPartsContext>
      </Menu>
    </Popover>
  );
}
