import { Button, Form, showToast, TextField } from "@sliceway/ui";
import { type FieldProblems, useFieldProblems, useMessages, useMutation } from "@sliceway/web-kit";
import { useState } from "react";
import { messages } from "../messages/messages.ts";
import { ChangePassword } from "./PasswordForm.graphql.ts";
import { useThrottled } from "./useThrottled.ts";

const EMPTY = { current: "", next: "" };

/** Changes the password; every other session is closed by it. */
export function PasswordForm() {
  const t = useMessages(messages);
  const [input, setInput] = useState(EMPTY);
  const { change, pending, problems } = useChangePassword(() => setInput(EMPTY));
  return (
    <Form label={t("changePassword")} onSubmit={() => void change(input)}>
      <TextField
        label={t("currentPassword")}
        type="password"
        autoComplete="current-password"
        value={input.current}
        onChange={(current) => setInput({ ...input, current })}
        error={problems.current}
      />
      <TextField
        label={t("newPassword")}
        type="password"
        description={t("passwordHint")}
        autoComplete="new-password"
        value={input.next}
        onChange={(next) => setInput({ ...input, next })}
        error={problems.next}
      />
      <Button type="submit" pending={pending}>
        {t("changePassword")}
      </Button>
    </Form>
  );
}

function useChangePassword(onChanged: () => void) {
  const t = useMessages(messages);
  const problemsOf = useFieldProblems(messages);
  const throttled = useThrottled();
  const [changePassword, { loading }] = useMutation(ChangePassword);
  const [problems, setProblems] = useState<FieldProblems>({});

  async function change(input: typeof EMPTY) {
    setProblems({});
    const { data } = await changePassword({ variables: { input } });
    const result = data?.changePassword;
    switch (result?.__typename) {
      case "PasswordChanged":
        onChanged();
        return showToast({ text: t("passwordChanged"), tone: "success" });
      case "InvalidInput":
        return setProblems(problemsOf(result.fields, { as: { next: "password" } }));
      case "Throttled":
        return setProblems({ current: throttled(result.retryAfterSeconds) });
      default:
        return showToast({ text: t("failed"), tone: "danger" });
    }
  }
  return { change, pending: loading, problems };
}
