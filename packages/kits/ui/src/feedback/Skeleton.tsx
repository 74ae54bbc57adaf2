import { classNames } from "../class-names.ts";

export interface SkeletonProps {
  /** `line` is a line of text, `title` a heading's, `avatar` a picture, `card` a whole card with byline and text. */
  shape?: "line" | "title" | "avatar" | "card";
  /** Share of the width that lines take; the last of several is always shorter. */
  width?: "full" | "long" | "half" | "short";
  /** How many lines (also within a card). */
  lines?: number;
  /** Does not breathe: nothing is on its way at the moment. */
  still?: boolean;
}

/** Holds the place of what is loading. Silent: whoever shows skeletons marks their frame `aria-busy`. */
export function Skeleton({ shape = "line", width = "full", lines = 1, still = false }: SkeletonProps) {
  if (shape === "card") return <CardSkeleton lines={lines} />;
  if (shape === "avatar") return <span className="ui-skeleton ui-skeleton-avatar" aria-hidden="true" />;
  if (lines > 1) return <LinesSkeleton lines={lines} still={still} />;
  return <span className={`ui-skeleton ui-skeleton-${shape} ui-skeleton-${width}`} aria-hidden="true" />;
}

function LinesSkeleton({ lines, still = false }: { lines: number; still?: boolean }) {
  const fullLines = Array.from({ length: lines - 1 }, (_, index) => `line-${index}`);
  return (
    <span className={classNames("ui-skeleton-lines", still && "ui-skeleton-still")} aria-hidden="true">
      {fullLines.map((key) => (
        <span key={key} className="ui-skeleton ui-skeleton-line ui-skeleton-full" />
      ))}
      <span className="ui-skeleton ui-skeleton-line ui-skeleton-half" />
    </span>
  );
}

function CardSkeleton({ lines }: { lines: number }) {
  return (
    <div className="ui-card ui-skeleton-card" aria-hidden="true">
      <div className="ui-skeleton-byline">
        <span className="ui-skeleton ui-skeleton-avatar" />
        <span className="ui-skeleton-lines">
          <span className="ui-skeleton ui-skeleton-line ui-skeleton-short" />
          <span className="ui-skeleton ui-skeleton-line ui-skeleton-short ui-skeleton-small" />
        </span>
      </div>
      <LinesSkeleton lines={Math.max(2, lines)} />
    </div>
  );
}
