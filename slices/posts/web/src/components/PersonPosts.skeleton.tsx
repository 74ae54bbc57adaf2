import { Skeleton, Stack } from "@sliceway/ui";

export function PersonPostsSkeleton() {
  return (
    <Stack>
      <Skeleton shape="card" lines={3} />
      <Skeleton shape="card" lines={2} />
    </Stack>
  );
}
