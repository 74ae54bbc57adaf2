import { buttonClass, Card, EmptyState, Heading, Page, Stack } from "@sliceway/ui";
import {
  PageLink,
  SliceUnavailable,
  useLocation,
  useMessages,
  usePageQuery,
  useViewer,
} from "@sliceway/web-kit";
import type { ReactNode } from "react";
import { PasswordForm } from "../components/PasswordForm.tsx";
import { ProfileForm } from "../components/ProfileForm.tsx";
import { messages } from "../messages/messages.ts";
import { SettingsPage as SettingsPageDocument } from "./SettingsPage.graphql.ts";

export { SettingsPageSkeleton } from "./SettingsPage.skeleton.tsx";

/** The viewer's profile and password. */
export function SettingsPage() {
  const t = useMessages(messages);
  const viewer = useViewer();
  return <Page title={t("settings")}>{viewer ? <Settings /> : <LogInInvitation />}</Page>;
}

function Settings() {
  const t = useMessages(messages);
  const { data } = usePageQuery(SettingsPageDocument);
  const { viewer } = data;
  if (!viewer) return <SliceUnavailable title={t("away")} />;
  const profile = { name: viewer.name ?? "", bio: viewer.bio ?? "", avatarUrl: viewer.avatarUrl ?? "" };
  return (
    <Stack gap={5}>
      <Section title={t("yourProfile")}>
        <ProfileForm key={viewer.id} profile={profile} />
      </Section>
      <Section title={t("changePassword")}>
        <PasswordForm />
      </Section>
    </Stack>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card as="section" padding="large">
      <Stack gap={4}>
        <Heading level={2}>{title}</Heading>
        {children}
      </Stack>
    </Card>
  );
}

function LogInInvitation() {
  const t = useMessages(messages);
  const { pathname } = useLocation();
  const action = (
    <PageLink className={buttonClass({ variant: "primary" })} to="login.logIn" search={{ next: pathname }}>
      {t("logIn")}
    </PageLink>
  );
  return (
    <Card>
      <EmptyState icon="settings" title={t("logInFirst")} action={action} />
    </Card>
  );
}
