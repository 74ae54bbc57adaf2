import { Button, ErrorNotice, Form, TextField } from "@sliceway/ui";
import { useMessages, useMutation } from "@sliceway/web-kit";
import { useState } from "react";
import { messages } from "../messages/messages.ts";
import { LogIn } from "./LogInForm.graphql.ts";
import { useEntrance } from "./useEntrance.ts";
import { useThrottled } from "./useThrottled.ts";

/** Opens a session. */
export function LogInForm() {
  const t = useMessages(messages);
  const [handle, setHandle] = useState("");
  const [password, setPassword] = useState("");
  const { send, pending, notice } = useLogIn();
  return (
    <Form label={t("logIn")} onSubmit={() => void send({ handle, password })}>
      {notice && <ErrorNotice title={notice} />}
      <TextField
        label={t("handle")}
        prefix="@"
        autoComplete="username"
        autoFocus
        value={handle}
        onChange={setHandle}
      />
      <TextField
        label={t("password")}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" variant="primary" wide pending={pending}>
        {t("logIn")}
      </Button>
    </Form>
  );
}

function useLogIn() {
  const t = useMessages(messages);
  const enter = useEntrance();
  const throttled = useThrottled();
  const [logIn, { loading }] = useMutation(LogIn);
  const [notice, setNotice] = useState<string | null>(null);

  async function send(input: { handle: string; password: string }) {
    setNotice(null);
    const { data } = await logIn({ variables: { input } });
    const result = data?.logIn;
    switch (result?.__typename) {
      case "LoggedIn":
        return enter();
      case "WrongCredentials":
        return setNotice(t("wrongCredentials"));
      case "Throttled":
        return setNotice(throttled(result.retryAfterSeconds));
      default:
        return setNotice(t("failed"));
    }
  }
  return { send, pending: loading, notice };
}
