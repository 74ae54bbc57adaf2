import {
  buttonClass,
  Card,
  EmptyState,
  ErrorNotice,
  Heading,
  linkClass,
  Skeleton,
  Stack,
  Text,
} from "@sliceway/ui";

export function Answers() {
  return (
    <Stack gap={4} as="section">
      <Heading level={2}>Answers</Heading>
      <Card>
        <EmptyState
          icon="people"
          title="Your feed is quiet"
          text="Find people you know; what they write appears here."
          action={
            <a className={buttonClass({ variant: "primary" })} href="#find">
              Find people
            </a>
          }
        />
      </Card>
      <ErrorNotice
        title="Posts cannot be reached"
        text="Trying again by itself."
        retryLabel="Try again"
        onRetry={() => undefined}
      />
      <ErrorNotice title="게시물을 불러올 수 없어요" text="잠시 후 다시 시도합니다." />
      <Skeleton shape="title" width="half" />
      <Skeleton lines={3} />
      <Text>
        Text with{" "}
        <a className={linkClass()} href="#link">
          a link in it
        </a>
        .{" "}
        <Text as="span" tone="muted">
          Muted.
        </Text>{" "}
        <Text as="span" tone="danger">
          Danger.
        </Text>{" "}
        <Text as="span" tone="accent">
          Accent.
        </Text>
      </Text>
    </Stack>
  );
}
