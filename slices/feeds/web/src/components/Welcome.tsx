import { buttonClass, Column, Heading, Inline, Stack, Text } from "@sliceway/ui";
import { PageLink, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";
import { Reason } from "./Reason.tsx";
import "./Welcome.css";

/** What visitors see. */
export function Welcome() {
  const t = useMessages(messages);
  return (
    <Column width="wide">
      <div className="feeds-welcome">
        <Stack gap={5}>
          <Heading level={1} size="display">
            {t("welcomeTitle")}
          </Heading>
          <Text size="large" tone="muted">
            {t("welcomeText")}
          </Text>
          <Inline gap={3}>
            <PageLink className={buttonClass({ variant: "primary" })} to="login.signUp">
              {t("signUp")}
            </PageLink>
            <PageLink className={buttonClass({ variant: "secondary" })} to="login.logIn">
              {t("logIn")}
            </PageLink>
          </Inline>
        </Stack>
        <ul className="feeds-reasons">
          <Reason icon="people" title={t("reasonFriends")} text={t("reasonFriendsText")} />
          <Reason icon="check" title={t("reasonTime")} text={t("reasonTimeText")} />
          <Reason icon="comment" title={t("reasonTalk")} text={t("reasonTalkText")} />
        </ul>
      </div>
    </Column>
  );
}
