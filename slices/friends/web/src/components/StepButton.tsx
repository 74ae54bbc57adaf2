import { Button, type ButtonProps } from "@sliceway/ui";
import { type StepDocument, useFriendshipStep } from "./useFriendshipStep.ts";

export interface StepButtonProps extends Pick<ButtonProps, "variant" | "icon" | "children"> {
  step: StepDocument;
  userId: string;
  onTaken?: () => void;
}

/** A step towards a person that needs no second thought. */
export function StepButton({ step, userId, onTaken, ...look }: StepButtonProps) {
  const { take, pending } = useFriendshipStep(step, userId);
  const press = async () => {
    if (await take()) onTaken?.();
  };
  return <Button {...look} size="small" pending={pending} onPress={() => void press()} />;
}
