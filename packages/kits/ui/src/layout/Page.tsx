import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { Heading } from "../text/Heading.tsx";
import { Column, type ColumnProps } from "./Column.tsx";

export interface PageProps {
  /** The page's one first-level heading. */
  title: string;
  /** Heard but not seen, where the content speaks for itself. */
  titleHidden?: boolean;
  /** A sentence below the title. */
  lead?: ReactNode;
  /** Before the title: a way back. */
  back?: ReactNode;
  /** After the title: what can be done on this page. */
  action?: ReactNode;
  width?: ColumnProps["width"];
  busy?: boolean;
  children: ReactNode;
}

/** What a route shows: title, then content with even gaps, in a column. The shell gives frame and `<main>`. */
export function Page({ title, titleHidden, lead, back, action, width, busy, children }: PageProps) {
  const bare = titleHidden && !back && !action;
  return (
    <Column width={width}>
      <div className="ui-page" aria-busy={busy || undefined}>
        <header className={classNames("ui-page-header", bare && "ui-visually-hidden")}>
          {back}
          <div className={classNames("ui-page-titles", titleHidden && "ui-visually-hidden")}>
            <Heading level={1}>{title}</Heading>
            {lead && <p className="ui-page-lead">{lead}</p>}
          </div>
          {action && <div className="ui-page-action">{action}</div>}
        </header>
        {children}
      </div>
    </Column>
  );
}
