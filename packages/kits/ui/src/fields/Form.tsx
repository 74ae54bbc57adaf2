import type { ReactNode, SubmitEvent } from "react";

export interface FormProps {
  /** Called instead of the browser's own submit. */
  onSubmit: () => void;
  label?: string;
  children: ReactNode;
}

/** A form as a column of fields. Fields keep their values in state; answers come back as `error` of each field. */
export function Form({ onSubmit, label, children }: FormProps) {
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    onSubmit();
  }
  return (
    <form className="ui-form" noValidate aria-label={label} onSubmit={submit}>
      {children}
    </form>
  );
}
