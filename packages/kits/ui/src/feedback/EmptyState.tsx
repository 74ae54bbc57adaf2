import type { ReactNode } from "react";
import { Icon } from "../icon/Icon.tsx";
import type { IconName } from "../icon/shapes.tsx";

export interface EmptyStateProps {
  icon?: IconName;
  title: string;
  text?: ReactNode;
  /** A button or link that leads on. */
  action?: ReactNode;
}

/** Nothing is here yet: why, and what to do. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      {icon && (
        <span className="ui-empty-icon">
          <Icon name={icon} size="large" />
        </span>
      )}
      <p className="ui-empty-title">{title}</p>
      {text && <p className="ui-empty-text">{text}</p>}
      {action && <div className="ui-empty-action">{action}</div>}
    </div>
  );
}
