import { expect, test } from "vitest";
import { bundlePage } from "./bundle-page.ts";

const shell = { slice: "frame", release: "0123456789ab" };

test("the shell's files become the bundle's, those of remotes are not asked for", () => {
  const html = [
    '<link rel="stylesheet" href="/s/frame/0123456789ab/main.css" integrity="sha384-a" crossorigin="anonymous">',
    '<link rel="preload" as="script" href="/s/notes/0123456789ab/remoteEntry.js" integrity="sha384-b">',
    '<script type="application/json" id="boot">{"/s/frame/0123456789ab/main.js":"sha384-c"}</script>',
    '<script src="/s/frame/0123456789ab/main.js" async nonce="n" integrity="sha384-c"></script>',
  ];
  expect(bundlePage(html.join("\n"), shell, "/s/frame/one/").split("\n")).toEqual([
    '<link rel="stylesheet" href="/s/frame/one/main.css" crossorigin="anonymous">',
    "",
    html[2],
    '<script src="/s/frame/one/main.js" async nonce="n"></script>',
  ]);
});
