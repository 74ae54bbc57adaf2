import { Card, linkClass, Page, Stack, Text } from "@sliceway/ui";
import { Link, useLocation } from "@sliceway/web-kit";
import type { ReactNode } from "react";

export interface AccountFrameProps {
  title: string;
  lead: string;
  children: ReactNode;
  /** The other door: log in instead of signing up, and the reverse. */
  other: { question: string; label: string; path: string };
}

/** What the pages for opening an account and a session have in common. */
export function AccountFrame({ title, lead, children, other }: AccountFrameProps) {
  // where one wanted to go goes along
  const { search } = useLocation();
  return (
    <Page title={title} lead={lead} width="narrow">
      <Stack gap={4}>
        <Card padding="large">{children}</Card>
        <Text tone="muted">
          {other.question}{" "}
          <Link className={linkClass()} to={`${other.path}${search}`}>
            {other.label}
          </Link>
        </Text>
      </Stack>
    </Page>
  );
}
