import { Column, Skeleton, Stack } from "@sliceway/ui";

/** Stands in for any page until its code is there. */
export function PageSkeleton() {
  return (
    <Column>
      <Stack gap={5}>
        <Skeleton shape="title" width="half" />
        <Skeleton shape="card" lines={3} />
        <Skeleton shape="card" lines={2} />
      </Stack>
    </Column>
  );
}
