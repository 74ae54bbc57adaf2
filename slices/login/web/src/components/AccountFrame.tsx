import { Card, linkClass, Page, Stack, Text } from "@sliceway/ui";
import { Link } from "@sliceway/web-kit";
import type { ReactNode } from "react";

export interface AccountFrameProps {
  title: string;
  lead: string;
  children: ReactNode;
  /** The other door: log in instead of signing up, and the reverse. */
  other: { question: string; label: string; to: string };
}

/** What the pages for opening an account and a session have in common. */
export function AccountFrame({ title, lead, children, other }: AccountFrameProps) {
  return (
    <Page title={title} lead={lead} width="narrow">
      <Stack gap={4}>
        <Card padding="large">{children}</Card>
        <Text tone="muted">
          {other.question}{" "}
          <Link className={linkClass()} to={other.to}>
            {other.label}
          </Link>
        </Text>
      </Stack>
    </Page>
  );
}
