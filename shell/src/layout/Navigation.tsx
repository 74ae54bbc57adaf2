import { Icon, type IconName } from "@sliceway/ui";
import { NavLink, useMessages } from "@sliceway/web-kit";
import { usePageRuntime } from "@sliceway/web-kit/host";
import { localText } from "../local-text.ts";
import { messages } from "../messages.ts";
import { navigationItems } from "./navigation-items.ts";

/** The places that the vector's slices offer to this viewer. */
export function Navigation() {
  const { boot, language } = usePageRuntime();
  const t = useMessages(messages);
  return (
    <nav className="shell-nav" aria-label={t("navigation")}>
      <ul className="shell-nav-list">
        {navigationItems(boot).map(({ path, icon, label }) => (
          <li key={path}>
            <NavLink to={path} end={path === "/"} className="shell-nav-item">
              {/* slice.json takes any word; one that is no icon's name draws none. */}
              <Icon name={icon as IconName} />
              <span className="shell-nav-label">{localText(label, language)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
