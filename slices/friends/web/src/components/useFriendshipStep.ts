import { useMutation } from "@sliceway/web-kit";
import type { SendFriendRequest } from "./FriendshipStep.graphql.ts";
import { useStepProblem } from "./useStepProblem.ts";

/** Every step between two people takes the person's id and answers in the same way. */
export type StepDocument = typeof SendFriendRequest;

/** A step towards a person. Resolves to whether it was taken; says so where it was not. */
export function useFriendshipStep(
  document: StepDocument,
  userId: string,
): { take: () => Promise<boolean>; pending: boolean } {
  const tell = useStepProblem();
  const [mutate, { loading }] = useMutation(document);
  async function take() {
    const { data } = await mutate({ variables: { userId } });
    const result = data?.step.__typename ?? "NoAnswer";
    if (result === "FriendshipChanged") return true;
    tell(result);
    return false;
  }
  return { take, pending: loading };
}
