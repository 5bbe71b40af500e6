// The address as the place where a view is kept: painted pains come back from it whatever they are called, and two
// tabs, two versions and a full storage do not cost anybody what they have painted or chosen.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser, openTab, SITE } from "./harness.mjs";

let browser, address, close, tab;

before(async () => {
  ({ browser, address, close } = await openBrowser());
  tab = await openTab(browser);
});

after(() => close?.());

/** The painted pains in the address and in the link of the view. */
const pains = (page) =>
  page.evaluate(() =>
    [location.hash, window.state.link].map((link) => link.match(/pain=[^&]*/g) ?? []),
  );
const inLocate = (page) => page.waitForFunction(() => /mode=locate/.test(window.state?.link ?? ""));
const NAMES = ["Head & neck", "100%", "a~b", "C#5", "1+1=2", "it's \"bad\"", "50%25", "dolor ñ 頭痛"];

test("a painted pain survives reload and Back, whatever it is called", async () => {
  const written = NAMES.map((name) => {
    const code = [...new TextEncoder().encode(name)].map((byte) => {
      const plain = /[A-Za-z0-9_.-]/.test(String.fromCharCode(byte));
      return plain ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    });
    return `pain=${code.join("")}~temple.left*3`;
  });
  await tab.page.goto(`${address}#mode=locate&view=front&${written.join("&")}`);
  await tab.ready();
  await inLocate(tab.page);
  // Taken over once the body is prepared: the address is then in the program's own words.
  await tab.page.waitForFunction(
    (count) => (window.state.link.match(/pain=/g) ?? []).length === count && /depth=/.test(location.hash),
    NAMES.length,
  );
  assert.deepEqual(await pains(tab.page), [written, written]);
  await tab.page.reload();
  await tab.ready();
  await inLocate(tab.page);
  assert.deepEqual(await pains(tab.page), [written, written]);
  await tab.page.evaluate(() => (location.hash = "#point=TRA-1.left&mode=explore"));
  await tab.selected("#point=TRA-1.left");
  await tab.page.goBack();
  await inLocate(tab.page);
  await tab.page.waitForFunction(() => /pain=/.test(window.state.link));
  assert.deepEqual(await pains(tab.page), [written, written]);
  assert.deepEqual(await tab.page.evaluate(() => window.state.notices), []);
  assert.deepEqual(tab.faults, []);
});

test("what a chat has encoded is opened in the browser, too", async () => {
  await tab.page.evaluate(() => (location.hash = "#point%3DTRA-2.left%26depth%3D1"));
  await tab.selected("#point=TRA-2.left");
  await tab.page.waitForFunction(() => location.hash.startsWith("#point=TRA-2.left"));
});

test("a file beside the page is opened, not the page in its place", async () => {
  await tab.page.goto(`${address}#view=back`);
  await tab.ready();
  await tab.page.evaluate(() => navigator.serviceWorker.ready);
  await tab.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const other = await browser.newPage();
  await other.goto(`${address}LICENSE-fonts-OFL.txt`);
  assert.match(await other.locator("body").innerText(), /open font license/i);
  // The page itself comes from what is kept, by both of its names and with what a mail program adds.
  for (const name of ["", "index.html", "?from=mail"]) {
    const answer = await other.goto(address + name);
    assert.ok(answer.fromServiceWorker(), name || "the folder");
    assert.equal(await other.locator("#myomap").count(), 1);
  }
  await other.close();
});

test("a newer version agreed to in one tab leaves what is painted in another", async () => {
  const folder = await mkdtemp(join(tmpdir(), "myomap-site-"));
  await cp(SITE, folder, { recursive: true });
  const own = await openBrowser(folder);
  try {
    const one = await openTab(own.browser);
    await one.page.goto(own.address);
    await one.ready();
    await one.page.evaluate(() => navigator.serviceWorker.ready);
    await one.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const other = await openTab(own.browser);
    await other.page.goto(`${own.address}#view=front`);
    await other.ready();
    await other.page.evaluate(() => (window.stillHere = true));
    const version = await one.page.evaluate(() => document.documentElement.dataset.version);
    for (const name of ["index.html", "page.js", "sw.js"]) {
      const text = await readFile(join(folder, name), "utf8");
      await writeFile(join(folder, name), text.replaceAll(version, "newer"));
    }
    await one.page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await one.page.locator("#update").waitFor({ state: "visible" });
    await one.page.locator("#update-now").click();
    await one.page.waitForFunction(() => document.documentElement.dataset.version === "newer");
    // The other is asked, and goes on.
    await other.page.locator("#update").waitFor({ state: "visible" });
    assert.equal(await other.page.evaluate(() => window.stillHere), true);
    await other.page.locator("#update-now").click();
    await other.page.waitForFunction(() => document.documentElement.dataset.version === "newer");
  } finally {
    await own.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test("preferences of a newer version that cannot be set aside are not written over", async () => {
  const NEWER = "(version: 999, preferences: ())";
  const other = await openTab(browser, { preferences: false });
  await other.page.addInitScript((newer) => {
    localStorage.setItem("myomap.preferences", newer);
    for (let number = 0; number < 20; number += 1) {
      localStorage.setItem(`myomap.preferences.kept${number}`, "other");
    }
  }, NEWER);
  await other.page.goto(`${address}#view=back`);
  await other.ready();
  await other.page.waitForFunction(() => window.state.notices.length === 1);
  assert.match(await other.page.evaluate(() => window.state.notices[0]), /newer.*not saved/);
  // A setting that would be saved.
  await other.press("Dark theme");
  await other.page.waitForFunction(() => window.state.theme === "dark");
  assert.equal(await other.page.evaluate(() => localStorage.getItem("myomap.preferences")), NEWER);
  assert.equal(await other.page.evaluate(() => window.state.notices.length), 1);
  assert.deepEqual(other.faults, []);
  await other.page.close();
});
