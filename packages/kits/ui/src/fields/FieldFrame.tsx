import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { classNames } from "../class-names.ts";

interface FieldFrameProps {
  label: string;
  labelHidden?: boolean;
  description?: ReactNode;
  error?: string | null;
  /** Stands beside description and error: a counter. */
  aside?: ReactNode;
  children: ReactNode;
}

/** Label above, description or error below: the same for every field. Lives inside a React Aria field. */
export function FieldFrame({ label, labelHidden, description, error, aside, children }: FieldFrameProps) {
  return (
    <>
      <Label className={classNames("ui-field-label", labelHidden && "ui-visually-hidden")}>{label}</Label>
      {children}
      {(description || error || aside) && (
        <div className="ui-field-notes">
          {error ? (
            <FieldError className="ui-field-error">{error}</FieldError>
          ) : (
            <Text slot="description" className="ui-field-description">
              {description}
            </Text>
          )}
          {aside}
        </div>
      )}
    </>
  );
}
