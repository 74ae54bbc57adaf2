import { Column, Skeleton, Stack } from "@sliceway/ui";

export function ProfilePageSkeleton() {
  return (
    <Column>
      <Stack busy>
        <Skeleton shape="card" lines={3} />
        <Skeleton shape="card" lines={3} />
        <Skeleton shape="card" lines={2} />
      </Stack>
    </Column>
  );
}
