// The page in headless Chromium: how it opens, what it shows, and the ways through it.
//
//   SITE=dist-test node --test page.test.mjs
//
// KEEP=1 writes the screenshots that are compared anew, into expected/.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { openBrowser, openTab, watchRenderer } from "./harness.mjs";

const POINT = "point=TRA-1.left";

let browser, host, address, close, page, faults;
let ready, selected, settled, pixels, looksLike, difference, longestWork;

before(async () => {
  ({ browser, host, address, close } = await openBrowser());
  ({ page, faults, ready, selected, settled, pixels, looksLike, difference, longestWork } =
    await openTab(browser, { also: watchRenderer }));
});

after(() => close?.());

/** How the canvas shows that it has the focus. */
const ring = () => page.evaluate(() => getComputedStyle(document.getElementById("myomap")).outlineStyle);

test("a deep link opens the view it names, from a sub-path", async () => {
  await page.goto(`${address}#${POINT}&depth=1`);
  await ready();
  await selected(`#${POINT}`);
  assert.equal(await page.title(), "myomap: body map of muscles and trigger points");
  assert.ok(await page.locator("#loading").isHidden());
  assert.match(new URL(page.url()).hash, /^#point=TRA-1\.left&depth=1/);
});

test("the first picture is marked, and what held the page up after it is told", async (context) => {
  // Before the tests' own work on pictures, which is done in the page.
  await settled();
  const first = await page.evaluate(
    () => performance.getEntriesByName("myomap-first-picture")[0]?.startTime,
  );
  assert.ok(first > 0, "no first picture was marked");
  const longest = (await longestWork(first))
    .slice(0, 6)
    .map(({ at, took, waited }) => `${took} at ${at} (${waited} for the renderer)`);
  context.diagnostic(`first picture after ${Math.round(first)} ms; longest work after it: ${longest.join(", ")} ms`);
});

test("the picture is there: body, pain and panels", async () => {
  const png = await settled();
  const middle = await pixels(png, { x: 320, y: 80, width: 580, height: 620 });
  const colours = new Set(middle.map(([r, g, b]) => `${r >> 4},${g >> 4},${b >> 4}`));
  assert.ok(colours.size > 30, `only ${colours.size} colours`);
  const red = middle.filter(([r, g, b]) => r > 150 && g < 100 && b < 110).length;
  assert.ok(red > 500, `only ${red} pixels of pain`);
  await looksLike("point", png, { width: 1280, height: 800 });
});

test("the back button goes from view to view, and an address by hand is followed", async () => {
  await page.evaluate(() => (location.hash = "#view=back&depth=1"));
  await page.waitForFunction(() => window.state.selected === null);
  await page.evaluate(() => (location.hash = "#view=front&depth=2"));
  await page.waitForFunction(() => /view=front/.test(window.state.link));
  await page.goBack();
  await page.waitForFunction(() => /view=back/.test(window.state.link));
  await page.goBack();
  await selected(`#${POINT}`);
  await page.goForward();
  await page.waitForFunction(() => window.state.selected === null && /view=back/.test(window.state.link));
});

test("a view turned by hand is in the address, and opening it shows the same again", async () => {
  await page.evaluate(() => (location.hash = "#view=back&depth=2"));
  await page.waitForFunction(() => /view=back/.test(window.state.link));
  await settled();
  await page.mouse.move(500, 620);
  await page.mouse.down();
  for (let x = 510; x <= 640; x += 10) await page.mouse.move(x, 620 - (x - 500) / 4);
  await page.mouse.up();
  await page.mouse.wheel(0, -240);
  await page.waitForFunction(() => /camera=/.test(location.hash));
  // Outside the window the pointer is over nothing.
  await page.mouse.move(20, 400);
  const turned = await settled();
  // The address follows the camera, which may have come to rest only now.
  let hash;
  do {
    hash = new URL(page.url()).hash;
    await page.evaluate(async () => {
      for (let frame = 0; frame < 8; frame += 1) await new Promise((done) => requestAnimationFrame(done));
    });
  } while (hash !== new URL(page.url()).hash);
  assert.doesNotMatch(hash, /view=/);
  assert.equal(await page.evaluate(() => window.state.selected), null);

  await page.evaluate(() => (location.hash = "#view=front&depth=1"));
  await page.waitForFunction(() => /view=front/.test(window.state.link));
  const front = await settled();
  assert.ok((await difference(turned, front, { width: 1280, height: 800 })) > 2);
  await page.goBack();
  await page.waitForFunction((hash) => location.hash === hash, hash);
  const again = await settled();
  const far = await difference(turned, again, { width: 1280, height: 800 });
  // The address has tenths of a degree and whole millimetres.
  assert.ok(far < 0.4, `another view is shown: ${far.toFixed(2)} a channel`);
});

test("a click on a point selects it", async () => {
  await page.evaluate(() => (location.hash = "#view=back&depth=1"));
  await page.waitForFunction(() => /view=back&/.test(`${window.state.link}&`) && !/camera/.test(window.state.link));
  await settled();
  // Where the disc of TRA-4 stands in the back view of a window of 1280 by 800.
  const disc = [563, 306];
  await page.mouse.move(...disc);
  await page.mouse.click(...disc);
  await selected("#point=TRA-4.left");
  await page.waitForFunction(() => /point=TRA-4\.left/.test(location.hash));
  assert.equal(await ring(), "none", "a frame around the picture after a click");
});

test("with the keyboard alone a card is reached and read", async () => {
  await page.evaluate(() => (location.hash = "#view=back&depth=1"));
  await page.waitForFunction(() => window.state.selected === null);
  // Out of the picture, whoever has the focus now.
  await page.locator("#myomap").focus();
  await page.keyboard.press("Escape");
  // The application has the key too: it would take back what is selected before it is heard.
  await settled();
  await page.keyboard.press("Shift+Tab");
  await page.waitForFunction(() => document.activeElement.id === "show-list");
  await page.keyboard.press("Tab");
  assert.equal(await ring(), "solid", "the picture has the focus and does not show it");
  await page.keyboard.press("Escape");
  await settled();
  await page.keyboard.press("Shift+Tab");
  await page.waitForFunction(() => document.activeElement.id === "show-list");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "filter");
  await page.keyboard.type("trapezius tra-2");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  // Summary of the one muscle left, the muscle itself, then its point.
  for (let steps = 0; steps < 8; steps += 1) {
    const text = await page.evaluate(() => document.activeElement.textContent);
    if (text.startsWith("TRA-2")) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await selected("#point=TRA-2.left");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "card");
  const card = await page.locator("#card").innerText();
  for (const part of ["Where it sends pain", "Treat it", "Sources"]) {
    assert.ok(card.includes(part), `the card has no "${part}"`);
  }
  const current = page.locator('#muscles button[aria-current="true"]');
  assert.match(await current.innerText(), /^TRA-2/);
});

test("axe finds no serious fault, with the list view open", async () => {
  const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() => window.axe.run());
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  assert.deepEqual(
    serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
    [],
  );
});

test("on a tablet the list is folded and the card leaves room for the body", async () => {
  await page.locator("#hide-list").click();
  await page.setViewportSize({ width: 768, height: 1024 });
  // The view of a point is chosen for the room that there is.
  await settled();
  await page.evaluate(() => (location.hash = "#point=TRA-1.left"));
  await selected(`#${POINT}`);
  // The pointer over empty ground, the focus nowhere: neither is in the picture.
  await page.mouse.move(20, 110);
  await page.evaluate(() => document.activeElement.blur());
  const png = await settled();
  const size = await page.evaluate(() => {
    const { width, height, clientWidth, clientHeight } = document.getElementById("myomap");
    return { width, height, clientWidth, clientHeight, ratio: devicePixelRatio };
  });
  assert.equal(size.clientWidth, 768);
  assert.equal(size.width, Math.round(size.clientWidth * size.ratio));
  assert.equal(size.height, Math.round(size.clientHeight * size.ratio));
  await looksLike("tablet", png, { width: 768, height: 1024 });
});

test("without a network the page opens again", async () => {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await browser.setOffline(true);
  await host.end();
  // By way of another page: only the fragment changed would be no new visit.
  await page.goto("about:blank");
  await page.goto(`${address}#point=TRA-2.right`);
  await ready();
  await selected("#point=TRA-2.right");
});

test("nothing was reported as an error", () => {
  assert.deepEqual(faults, []);
});
