import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { Icon } from "../icon/Icon.tsx";
import type { IconName } from "../icon/shapes.tsx";
import { useMenuParts } from "./menu-parts.ts";

export interface MenuItemProps {
  /** Needed in a `MenuSection` that keeps a choice. */
  id?: string;
  icon?: IconName;
  tone?: "plain" | "danger";
  isDisabled?: boolean;
  onAction?: () => void;
  /** What typing ahead finds; needed when the children are not a plain text. */
  textValue?: string;
  children: ReactNode;
}

/** One action of a menu; in a section that keeps a choice, the chosen one bears a check. */
export function MenuItem({ icon, tone = "plain", textValue, children, ...rest }: MenuItemProps) {
  const { Item } = useMenuParts();
  const text = textValue ?? (typeof children === "string" ? children : undefined);
  return (
    <Item {...rest} textValue={text} className={classNames("ui-menu-item", `ui-menu-item-${tone}`)}>
      {({ isSelected }) => (
        <>
          {icon && <Icon name={icon} size="small" />}
          <span className="ui-menu-item-text">{children}</span>
          {isSelected && <Icon name="check" size="small" />}
        </>
      )}
    </Item>
  );
}
