import { showToast } from "@sliceway/ui";
import { useNavigate } from "react-router";

export interface ProblemToasts<TProblem extends string> {
  /** What to say, by the type of the answer; `NoAnswer` where there was none. */
  texts: Record<TProblem | "NotLoggedIn" | "NoAnswer", string>;
  /** Offered to those who are not logged in. */
  logIn: { label: string; path: string };
}

/** Says why something could not be done, where there is no field to say it at. */
export function useProblemToast<TProblem extends string>({
  texts,
  logIn,
}: ProblemToasts<TProblem>): (problem: TProblem | "NotLoggedIn" | "NoAnswer") => void {
  const navigate = useNavigate();
  return (problem) => {
    const text = texts[problem];
    if (problem === "NoAnswer") showToast({ text, tone: "danger" });
    else if (problem === "NotLoggedIn")
      showToast({ text, actionLabel: logIn.label, onAction: () => void navigate(logIn.path) });
    else showToast({ text });
  };
}
