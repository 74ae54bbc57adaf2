import type { ReactNode, Ref } from "react";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
} from "react-aria-components/TextField";
import { Icon } from "../icon/Icon.tsx";
import type { IconName } from "../icon/shapes.tsx";
import { FieldFrame } from "./FieldFrame.tsx";

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, "children" | "className" | "style" | "isInvalid" | "validationBehavior"> {
  label: string;
  labelHidden?: boolean;
  description?: ReactNode;
  /** What is wrong with the value; null or empty when nothing is. */
  error?: string | null;
  placeholder?: string;
  /** Shown before the text. */
  icon?: IconName;
  /** A sign before the text that is not part of the value: "@". */
  prefix?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** One line of text with its label. `value` and `onChange(text)`, or `defaultValue` and `name`. */
export function TextField(props: TextFieldProps) {
  const { label, labelHidden, description, error, placeholder, icon, prefix, inputRef, ...rest } = props;
  return (
    <AriaTextField {...rest} className="ui-field" isInvalid={Boolean(error)} validationBehavior="aria">
      <FieldFrame label={label} labelHidden={labelHidden} description={description} error={error}>
        <div className="ui-field-box">
          {icon && <Icon name={icon} />}
          {prefix && <span className="ui-field-prefix">{prefix}</span>}
          <Input ref={inputRef} className="ui-field-input" placeholder={placeholder} />
        </div>
      </FieldFrame>
    </AriaTextField>
  );
}
