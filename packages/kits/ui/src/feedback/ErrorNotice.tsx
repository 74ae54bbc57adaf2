import type { ReactNode } from "react";
import { Button } from "../actions/Button.tsx";
import { Icon } from "../icon/Icon.tsx";

export interface ErrorNoticeProps {
  title: string;
  text?: ReactNode;
  /** Both, or no button. */
  retryLabel?: string;
  onRetry?: () => void;
  retrying?: boolean;
}

/** Something here did not work; the rest of the page does. Announced politely. */
export function ErrorNotice({ title, text, retryLabel, onRetry, retrying }: ErrorNoticeProps) {
  return (
    <div className="ui-error-notice" role="status">
      <span className="ui-error-notice-icon">
        <Icon name="warning" />
      </span>
      <div className="ui-error-notice-words">
        <p className="ui-error-notice-title">{title}</p>
        {text && <p className="ui-error-notice-text">{text}</p>}
      </div>
      {retryLabel && onRetry && (
        <Button size="small" icon="refresh" onPress={onRetry} pending={retrying}>
          {retryLabel}
        </Button>
      )}
    </div>
  );
}
