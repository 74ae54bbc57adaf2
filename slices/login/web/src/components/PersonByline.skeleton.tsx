import { Inline, Skeleton } from "@sliceway/ui";

export function PersonBylineSkeleton() {
  return (
    <Inline gap={3} align="center">
      <Skeleton shape="avatar" />
      <Skeleton width="short" />
    </Inline>
  );
}
