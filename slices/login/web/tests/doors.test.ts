import { resolve } from "node:path";
import { expect, renderRemote } from "@sliceway/web-kit/testing";
import { test } from "vitest";

const slice = resolve(import.meta.dirname, "../..");
const alice = { id: "u1", handle: "alice" };

test("fields that are not accepted say why; what was typed stays, and the right answers let one in", async () => {
  const signUp = ({ input }: { input: { handle: string } }) =>
    input.handle === "alice"
      ? { __typename: "LoggedIn", viewer: alice }
      : {
          __typename: "InvalidInput",
          fields: [
            { field: "handle", reason: "TOO_SHORT", message: "too short" },
            { field: "name", reason: "UNHEARD_OF", message: "?" },
          ],
        };
  await using page = await renderRemote({ slice, path: "/signup?next=/friends", data: { signUp } });
  const handle = page.getByRole("textbox", { name: "Handle" });
  await page.getByRole("textbox", { name: "Name" }).fill("Alice");
  await handle.fill("a");
  await page.getByLabel("Password").fill("correct horse");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(handle).toHaveAccessibleDescription(/A handle has at least 3 characters\./);
  await expect(handle).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveAccessibleDescription(
    "This was not accepted.",
  );
  await expect(handle).toHaveValue("a");
  await handle.fill("alice");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.locator('[data-page="/friends"]')).toBeAttached();
});

test("a wrong password is said above the form, in the visitor's language", async () => {
  await using page = await renderRemote({
    slice,
    path: "/login",
    data: { logIn: { __typename: "WrongCredentials", message: "wrong" } },
    language: "ko",
    viewport: { width: 390, height: 844 },
  });
  await page.getByRole("textbox", { name: "아이디" }).fill("alice");
  await page.getByRole("button", { name: "로그인" }).click();
  await expect(page.getByRole("status").first()).toBeVisible();
});

test("a person's byline leads to the profile; without a handle it leads nowhere", async () => {
  const of = { id: "u1", handle: "alice", name: "Alice", avatarUrl: null };
  await using page = await renderRemote({ slice, slot: { name: "person.byline", of } });
  await expect(page.getByRole("link", { name: "Alice" })).toHaveAttribute("href", "/@alice");
  await using other = await renderRemote({
    slice,
    slot: { name: "person.byline", of: { ...of, handle: null } },
  });
  await expect(other.getByText("Alice")).toBeVisible();
  await expect(other.getByRole("link")).toHaveCount(0);
});
