import type { z } from "zod";

/** What zod found wrong, one clause per place: `slots.card.module: a module is written like "./pages/PostPage"`. */
export function describeIssues(error: z.ZodError): string[] {
  return error.issues.map((issue) => {
    const place = issue.path.map(String).join(".");
    const reason = isMissing(issue) ? "is missing" : issue.message;
    if (place === "") return reason;
    return reason === "is missing" ? `${place} is missing` : `${place}: ${reason}`;
  });
}

function isMissing(issue: z.core.$ZodIssue): boolean {
  return issue.code === "invalid_type" && /received undefined$/.test(issue.message);
}
