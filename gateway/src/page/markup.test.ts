import { expect, it } from "vitest";
import { escapeHtml, jsonScript, tag } from "./markup.ts";

it("escapes text and attributes", () => {
  expect(escapeHtml('<b class="x">&')).toBe("&lt;b class=&quot;x&quot;&gt;&amp;");
  expect(tag("link", { rel: "preload", href: 'a"b', nonce: undefined, async: true })).toBe(
    '<link rel="preload" href="a&quot;b" async>',
  );
});

it("keeps JSON from ending its script, and readable", () => {
  const value = { text: "</script><!--" };
  const html = jsonScript("data", JSON.stringify(value));
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(JSON.parse(/>(.*)<\/script>/.exec(html)?.[1] ?? "")).toEqual(value);
});
