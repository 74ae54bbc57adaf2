import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";

export interface MenuTriggerButtonProps {
  /** What a screen reader says: the content is often a picture. */
  label: string;
  children: ReactNode;
}

/** Opens a menu from whatever it shows, an avatar for instance. */
export function MenuTriggerButton({ label, children }: MenuTriggerButtonProps) {
  return (
    <AriaButton className="ui-menu-trigger" aria-label={label}>
      {children}
    </AriaButton>
  );
}
