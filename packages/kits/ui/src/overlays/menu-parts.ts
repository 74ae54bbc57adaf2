import { createContext, use } from "react";
import type { Header, MenuItem, MenuSection } from "react-aria-components/Menu";

/** React Aria's parts of a menu. They come with the popup, when a menu is first wanted. */
export interface MenuParts {
  Item: typeof MenuItem;
  Section: typeof MenuSection;
  Header: typeof Header;
}

export const MenuPartsContext = createContext<MenuParts | null>(null);

export function useMenuParts(): MenuParts {
  const parts = use(MenuPartsContext);
  if (!parts) throw new Error("Menu items stand inside a <Menu>.");
  return parts;
}
