import type { KeyboardEvent, ReactNode, Ref } from "react";
import { TextArea as AriaTextArea } from "react-aria-components/TextArea";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components/TextField";
import { classNames } from "../class-names.ts";
import { Counter } from "./Counter.tsx";
import { FieldFrame } from "./FieldFrame.tsx";

type Replaced =
  | "children"
  | "className"
  | "style"
  | "isInvalid"
  | "validationBehavior"
  | "type"
  | "value"
  | "onChange";

export interface TextAreaProps extends Omit<AriaTextFieldProps, Replaced> {
  label: string;
  value: string;
  onChange: (text: string) => void;
  labelHidden?: boolean;
  description?: ReactNode;
  error?: string | null;
  placeholder?: string;
  /** Characters that fit. More can be typed, the counter then turns red: nobody's words are cut off. */
  limit?: number;
  /** Says the counter aloud: `(left) => "12 characters left"`. */
  counterLabel?: (left: number) => string;
  /** Lines shown while empty; grows with the text. */
  rows?: number;
  /** `bare` has no frame of its own, for a card that is one. */
  look?: "framed" | "bare";
  /** Ctrl+Enter or Cmd+Enter. */
  onCommit?: () => void;
  inputRef?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; as tall as its text. */
export function TextArea(props: TextAreaProps) {
  const { label, labelHidden, description, error, placeholder, limit, counterLabel, ...others } = props;
  const { rows = 3, look = "framed", onCommit, inputRef, ...field } = others;
  const counter = limit !== undefined && <Counter text={field.value} limit={limit} label={counterLabel} />;
  return (
    <AriaTextField {...field} className="ui-field" isInvalid={Boolean(error)} validationBehavior="aria">
      <FieldFrame {...{ label, labelHidden, description, error }} aside={counter}>
        {/* The copy of the text in data-text gives the box its height: nothing is measured. */}
        <div
          className={classNames("ui-field-box", "ui-textarea", `ui-textarea-${look}`)}
          data-text={field.value}
        >
          <AriaTextArea
            ref={inputRef}
            className="ui-field-input"
            rows={rows}
            placeholder={placeholder}
            onKeyDown={(event) => commits(event) && onCommit?.()}
          />
        </div>
      </FieldFrame>
    </AriaTextField>
  );
}

function commits(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing;
}
