import { Button, ErrorNotice, Form, TextField } from "@sliceway/ui";
import { type FieldProblems, useFieldProblems, useMessages, useMutation } from "@sliceway/web-kit";
import { useState } from "react";
import { messages } from "../messages/messages.ts";
import { SignUp } from "./SignUpForm.graphql.ts";
import { useEntrance } from "./useEntrance.ts";
import { useThrottled } from "./useThrottled.ts";

/** Opens an account; what was typed stays until it is accepted. */
export function SignUpForm() {
  const t = useMessages(messages);
  const [input, setInput] = useState({ name: "", handle: "", password: "" });
  const { send, pending, problems, notice } = useSignUp();
  const change = (field: keyof typeof input) => (value: string) => setInput({ ...input, [field]: value });
  return (
    <Form label={t("signUp")} onSubmit={() => void send(input)}>
      {notice && <ErrorNotice title={notice} />}
      <TextField
        label={t("name")}
        autoComplete="name"
        autoFocus
        value={input.name}
        onChange={change("name")}
        error={problems.name}
      />
      <TextField
        label={t("handle")}
        prefix="@"
        description={t("handleHint")}
        autoComplete="username"
        value={input.handle}
        onChange={change("handle")}
        error={problems.handle}
      />
      <TextField
        label={t("password")}
        type="password"
        description={t("passwordHint")}
        autoComplete="new-password"
        value={input.password}
        onChange={change("password")}
        error={problems.password}
      />
      <Button type="submit" variant="primary" wide pending={pending}>
        {t("signUp")}
      </Button>
    </Form>
  );
}

function useSignUp() {
  const t = useMessages(messages);
  const enter = useEntrance();
  const throttled = useThrottled();
  const problemsOf = useFieldProblems(messages);
  const [signUp, { loading }] = useMutation(SignUp);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [notice, setNotice] = useState<string | null>(null);

  async function send(input: { name: string; handle: string; password: string }) {
    setProblems({});
    setNotice(null);
    const { data } = await signUp({ variables: { input } });
    const result = data?.signUp;
    switch (result?.__typename) {
      case "LoggedIn":
        return enter();
      case "InvalidInput":
        return setProblems(problemsOf(result.fields));
      case "Throttled":
        return setNotice(throttled(result.retryAfterSeconds));
      default:
        return setNotice(t("failed"));
    }
  }
  return { send, pending: loading, problems, notice };
}
