import { VisuallyHidden } from "../layout/VisuallyHidden.tsx";

export interface SpinnerProps {
  size?: "small" | "medium";
  /** Said to those who do not see it; leave it out where the text beside it says so. */
  label?: string;
}

/** Something is under way and will not take long. */
export function Spinner({ size = "medium", label }: SpinnerProps) {
  return (
    <span className={`ui-spinner ui-spinner-${size}`} role={label ? "status" : undefined}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle className="ui-spinner-track" cx="12" cy="12" r="9" />
        <circle className="ui-spinner-arc" cx="12" cy="12" r="9" pathLength="100" />
      </svg>
      {label && <VisuallyHidden>{label}</VisuallyHidden>}
    </span>
  );
}
