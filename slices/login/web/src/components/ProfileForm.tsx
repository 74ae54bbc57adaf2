import { Button, Form, showToast, TextArea, TextField } from "@sliceway/ui";
import { type FieldProblems, useDraft, useFieldProblems, useMessages, useMutation } from "@sliceway/web-kit";
import { useState } from "react";
import { messages } from "../messages/messages.ts";
import { UpdateProfile } from "./ProfileForm.graphql.ts";

const BIO_LIMIT = 300;

export interface Profile {
  name: string;
  bio: string;
  avatarUrl: string;
}

/** What people say of themselves. */
export function ProfileForm({ profile }: { profile: Profile }) {
  const t = useMessages(messages);
  // Fields that were not touched follow the profile.
  const [changes, setChanges, forgetChanges] = useDraft<Partial<Profile>>("login:profile", {});
  const { save, pending, problems } = useSave(forgetChanges);
  const input = { ...profile, ...changes };
  const change = (field: keyof Profile) => (value: string) => setChanges({ ...changes, [field]: value });
  return (
    <Form label={t("yourProfile")} onSubmit={() => void save(input)}>
      <TextField
        label={t("name")}
        autoComplete="name"
        value={input.name}
        onChange={change("name")}
        error={problems.name}
      />
      <TextArea
        label={t("bio")}
        value={input.bio}
        onChange={change("bio")}
        limit={BIO_LIMIT}
        counterLabel={(left) => t("charactersLeft", { left })}
        error={problems.bio}
      />
      <TextField
        label={t("avatarUrl")}
        type="url"
        description={t("avatarUrlHint")}
        value={input.avatarUrl}
        onChange={change("avatarUrl")}
        error={problems.avatarUrl}
      />
      <Button type="submit" variant="primary" pending={pending}>
        {t("save")}
      </Button>
    </Form>
  );
}

function useSave(onSaved: () => void) {
  const t = useMessages(messages);
  const problemsOf = useFieldProblems(messages);
  const [update, { loading }] = useMutation(UpdateProfile);
  const [problems, setProblems] = useState<FieldProblems>({});

  async function save(input: Profile) {
    setProblems({});
    const { data } = await update({ variables: { input } });
    const result = data?.updateProfile;
    if (result?.__typename === "ProfileUpdated") {
      onSaved();
      showToast({ text: t("saved"), tone: "success" });
    } else if (result?.__typename === "InvalidInput") setProblems(problemsOf(result.fields));
    else showToast({ text: t("failed"), tone: "danger" });
  }
  return { save, pending: loading, problems };
}
