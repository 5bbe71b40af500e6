// The page on a phone, with fingers: a point by link, peeling, the library, the search, the way through Locate, safe
// areas and the keyboard on the screen.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { openBrowser, openTab } from "./harness.mjs";

const PHONE = { width: 390, height: 844 };

let browser, address, close, tab, page, fingers;

before(async () => {
  ({ browser, address, close } = await openBrowser(undefined, {
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
  }));
  tab = await openTab(browser);
  page = tab.page;
  fingers = await browser.newCDPSession(page);
});

after(() => close?.());

const touch = (type, ...places) =>
  fingers.send("Input.dispatchTouchEvent", {
    type,
    touchPoints: places.map(([x, y], id) => ({ x, y, id })),
  });
const frames = (count = 2) =>
  page.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  }, count);
/** Taps a control of the panels. */
const tap = async (name) => {
  const [x, y] = await tab.control(name);
  await page.touchscreen.tap(x, y);
  await frames();
};
/** A finger from a place to another, seen on its way. */
const drag = async ([x, y], [toX, toY]) => {
  await touch("touchStart", [x, y]);
  for (let step = 1; step <= 10; step += 1) {
    await touch("touchMove", [x + ((toX - x) * step) / 10, y + ((toY - y) * step) / 10]);
    await frames();
  }
  // It comes to rest before it is lifted.
  await frames(12);
  await touch("touchEnd");
  await frames();
};
const red = (pixels) => pixels.filter(([r, g, b]) => r > 150 && g < 110 && b < 120).length;
/** What the bar and the sheet leave of the upper half. */
const upper = (png) => tab.pixels(png, { x: 0, y: 60, width: 330, height: 350 });

test("a point opened by its link is seen in the upper half, its card in the lower", async () => {
  await page.goto(`${address}#point=TRA-1.left&depth=1`);
  await tab.ready();
  await tab.selected("#point=TRA-1.left");
  const png = await tab.settled();
  assert.ok(red(await upper(png)) > 300, "no pain in the upper half");
  const [, top] = await tab.place("Card");
  assert.ok(top > PHONE.height / 2 && top < PHONE.height * 0.6, `the sheet begins at ${top}`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.equal(width, PHONE.width, "the page is wider than the screen");
});

test("the sheet is pulled up, down and up again", async () => {
  const handle = async () => {
    const [left, top] = await tab.place("Layers");
    return [left + 200, top + 20];
  };
  const from = await handle();
  await drag(from, [from[0], 820]);
  const [, low] = await tab.place("Card");
  assert.ok(low > 700, `it begins at ${low}`);
  const again = await handle();
  await drag(again, [again[0], 80]);
  const [, high] = await tab.place("Card");
  assert.ok(high < 120, `it begins at ${high}`);
  await tap("Push the sheet down");
});

test("a thumb peels the body", async () => {
  const [x, y, width, height] = await tab.place("Depth");
  assert.ok(width >= 44 && height >= 250, `${width} by ${height}`);
  await drag([x + width / 2, y + height * 0.3], [x + width / 2, y + height - 4]);
  await page.waitForFunction(() => /depth=6/.test(window.state.link));
});

test("the library opens, and its contents lead to another page", async () => {
  await tap("Explore");
  await tap(/^Library:/);
  await page.waitForFunction(() => /section=/.test(window.state.link));
  const before = await page.evaluate(() => window.state.selected);
  await tap("Show the contents");
  await tap("Pull the sheet up");
  await tap("How far fingers can be trusted");
  await page.waitForFunction((before) => window.state.selected !== before, before);
  await tab.settled();
});

test("the search finds with misspellings and opens what is tapped", async () => {
  await tap(/^Search/);
  await tab.place(/^Close the search/);
  await page.keyboard.type("trapezuis tra-2");
  await tap(/^Upper trapezius, ridge/);
  await page.waitForFunction(() => /TRA-2/.test(window.state.selected ?? ""));
});

/** Draws what stands at a place of a list with a finger until it is on the screen, and taps it. */
const tapInList = async (name, other) => {
  for (;;) {
    const at = await tab.place(name, other);
    if (!at) return false;
    const [x, y, width, height] = at;
    if (y > 60 && y + height < PHONE.height - 10) {
      await page.touchscreen.tap(x + width / 2, y + height / 2);
      await frames(8);
      return true;
    }
    const up = y > 60 ? -1 : 1;
    await drag([60, 480], [60, 480 + up * Math.min(Math.abs(y - 480), 360)]);
  }
};

test("Locate leads from a painted pain through the questions to a card, and back", async () => {
  await page.goto(`${address}#mode=locate&view=back`);
  await page.reload();
  await tab.ready();
  await tab.settled();
  const painted = async () => (await page.evaluate(() => window.state.link)).match(/&pain=([^&]*)/)?.[1] ?? "";

  // A stroke beside the spine; the body stays where it is under the finger.
  await drag([178, 300], [178, 420]);
  await page.waitForFunction(() => /&pain=/.test(window.state.link));
  const stroke = await painted();
  const png = await tab.settled();
  const violet = (pixels) => pixels.filter(([, g, b]) => b > g + 10).length;
  for (const y of [310, 360, 410]) {
    const spot = await tab.pixels(png, { x: 170, y, width: 16, height: 8 });
    assert.ok(violet(spot) > 60, `${violet(spot)} painted pixels at ${y}`);
  }

  await tap("Pull the sheet up");
  await tapInList("Go on to the questions");
  let groups = 0;
  while (await tapInList("None of these applies to me", /: open its card$/)) groups += 1;
  assert.ok(groups >= 2, `${groups} groups of questions`);

  await tapInList(/: open its card$/);
  await page.waitForFunction(() => /^#point=/.test(window.state.selected ?? ""));
  assert.match(await page.evaluate(() => window.state.link), /point=/);
  await tapInList("Back to where it hurts");
  await tab.place(/: open its card$/);
  assert.equal(await painted(), stroke, "the painting is as it was");
});

test("nothing lies under a notch, nor under the keyboard", async () => {
  await page.evaluate(() => (location.hash = "#point=TRA-1.left&depth=1"));
  await tab.selected("#point=TRA-1.left");
  await tab.settled();
  const [, bar] = await tab.place(/^Search/);
  await fingers.send("Emulation.setSafeAreaInsetsOverride", { insets: { top: 47, bottom: 34 } });
  await page.evaluate(() => dispatchEvent(new Event("resize")));
  await frames(6);
  const [, below] = await tab.place(/^Search/);
  assert.ok(Math.abs(below - bar - 47) <= 1, `the bar went from ${bar} to ${below}`);

  // A keyboard takes its place from the visual viewport, and from nothing else.
  await page.evaluate(() => {
    Object.defineProperty(visualViewport, "height", { get: () => 500, configurable: true });
    visualViewport.dispatchEvent(new Event("resize"));
  });
  await frames(6);
  const [, top, , height] = await tab.place("Card");
  assert.ok(top + height < 500, `the sheet's tab at ${top}`);
  const canvas = await page.evaluate(() => document.getElementById("myomap").clientHeight);
  assert.equal(canvas, PHONE.height, "the picture itself keeps its size");
});

test("nothing of this was reported as an error", () => {
  assert.deepEqual(tab.faults, []);
});
