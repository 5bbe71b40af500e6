// What people do with the page and what may stand in its way: fingers, dense screens, the clipboard, a
// storage that takes nothing, a browser without WebGL2, a newer version.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser, openTab, SITE, USUAL } from "./harness.mjs";

/** Where the disc of TRA-4 stands in the back view of that window. */
const DISC = [563, 306];
let browser, address, close, tab, fingers;

before(async () => {
  ({ browser, address, close } = await openBrowser());
  tab = await openTab(browser);
  fingers = await browser.newCDPSession(tab.page);
});

after(() => close?.());

/** Fingers on the page, as [x, y]; none lifts them. */
const touch = (type, ...places) =>
  fingers.send("Input.dispatchTouchEvent", {
    type,
    touchPoints: places.map(([x, y], id) => ({ x, y, id })),
  });
/** A short touch, however long the page takes for a frame. */
const tap = (place) => Promise.all([touch("touchStart", place), touch("touchEnd")]);
/** Two frames, in which what was touched is seen. */
const frames = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
/** The whole back with nothing selected, however the camera was moved. */
const back = async () => {
  await tab.page.evaluate(() => (location.hash = "#view=front&depth=1"));
  await tab.page.waitForFunction(() => /view=front/.test(window.state.link));
  await tab.page.evaluate(() => (location.hash = "#view=back&depth=1"));
  await tab.page.waitForFunction(
    () => window.state.selected === null && /view=back/.test(window.state.link),
  );
  await tab.page.mouse.move(20, 400);
  return tab.settled();
};

test("a tap selects", async () => {
  await tab.page.goto(`${address}#view=back&depth=1`);
  await tab.ready();
  await tab.settled();
  await tap(DISC);
  await tab.selected("#point=TRA-4.left");
});

test("a tap is heard where the pointer was over a panel before", async () => {
  // The mouse lies over the list of layers since then.
  await back();
  await tap(DISC);
  await tab.selected("#point=TRA-4.left");
});

test("one finger turns the body, two make it larger", async () => {
  const before = await back();
  await touch("touchStart", [600, 400]);
  for (let x = 610; x <= 700; x += 10) await touch("touchMove", [x, 400]);
  await frames(tab.page);
  await touch("touchEnd");
  const turned = await tab.settled();
  assert.ok((await tab.difference(before, turned, USUAL)) > 0.5, "the body was not turned");

  const small = await back();
  const ground = (png) => tab.pixels(png, { x: 420, y: 60, width: 360, height: 600 });
  await touch("touchStart", [590, 400], [610, 400]);
  for (let far = 20; far <= 60; far += 10) {
    await touch("touchMove", [600 - far, 400], [600 + far, 400]);
    await frames(tab.page);
  }
  await touch("touchEnd");
  const large = await tab.settled();
  // The ground is paler than all of the body.
  const body = (pixels) => pixels.filter(([r, g, b]) => Math.min(r, g, b) < 190).length;
  const [was, is] = [body(await ground(small)), body(await ground(large))];
  assert.ok(is > was * 1.2, `${was} pixels of body became ${is}`);
});

test("a finger that lies still opens the menu, and its rows work", async () => {
  const before = await back();
  await touch("touchStart", DISC);
  await tab.page.waitForFunction(
    () => (window.heldFor = (window.heldFor ?? 0) + 1) > 60,
    null,
    { polling: "raf" },
  );
  await tab.settled();
  await touch("touchEnd");
  const open = await tab.settled();
  assert.ok((await tab.difference(before, open, USUAL)) > 0.5, "no menu was opened");
  assert.equal(await tab.page.evaluate(() => window.state.selected), null);
  // Its first row is "Select".
  await tap(await tab.control("Select"));
  await tab.selected("#point=TRA-4.left");
});

test("a right click opens the same menu", async () => {
  await back();
  await tab.page.mouse.move(...DISC);
  await tab.page.mouse.click(...DISC, { button: "right" });
  await tab.settled();
  await tab.press("Select");
  await tab.selected("#point=TRA-4.left");
});

test("the link of the view is copied whole", async () => {
  await browser.grantPermissions(["clipboard-read", "clipboard-write"]);
  await tab.page.evaluate(() => (location.hash = "#point=TRA-1.left"));
  await tab.selected("#point=TRA-1.left");
  await tab.settled();
  await tab.press("Copy a link to this view");
  await tab.page.waitForFunction(async () =>
    /^http:\/\/localhost.*\/some\/folder\/#point=TRA-1\.left/.test(
      await navigator.clipboard.readText(),
    ),
  );
});

test("Locate and the library open, and lead back to the body", async (context) => {
  const body = await tab.settled();
  for (const mode of [/^Locate:/, /^Library:/]) {
    const place = await tab.control(mode);
    const begun = await tab.page.evaluate(() => performance.now());
    await tab.page.mouse.click(...place);
    const there = await tab.settled();
    // Before the test's own work on pictures, which is done in the page.
    const longest = (await tab.longestWork(begun)).slice(0, 3).map(({ took }) => took);
    assert.ok((await tab.difference(body, there, USUAL)) > 2, "nothing else is shown");
    context.diagnostic(`longest work, each time for the first time: ${longest.join(", ") || "below 50"} ms`);
    await tab.press(/^Explore:/);
    await tab.settled();
  }
  const again = await tab.settled();
  assert.ok((await tab.difference(body, again, USUAL)) < 2, "the body looks otherwise than before");
  // Each of them was a step of the history.
  await tab.page.goBack();
  await tab.page.waitForFunction(() => /section=/.test(window.state.link));
  await tab.page.goBack();
  await tab.page.goBack();
  await tab.page.waitForFunction(() => /mode=locate/.test(window.state.link));
});

test("in Locate pain is painted with the mouse and with a finger, and is in the address", async () => {
  await tab.page.evaluate(() => (location.hash = "#mode=locate&view=back"));
  await tab.page.waitForFunction(() => /mode=locate/.test(window.state.link));
  await tab.settled();
  const painted = () => tab.page.evaluate(() => /pain=([^&]*)/.exec(location.hash)?.[1]);
  assert.equal(await painted(), undefined);
  await tab.page.mouse.move(590, 310);
  await tab.page.mouse.down();
  for (let x = 590; x <= 640; x += 5) await tab.page.mouse.move(x, 310);
  await tab.page.mouse.up();
  await tab.page.waitForFunction(() => /pain=/.test(location.hash));
  await tab.settled();
  const first = await painted();
  await touch("touchStart", [640, 420]);
  for (let y = 420; y <= 470; y += 5) await touch("touchMove", [640, y]);
  await touch("touchEnd");
  await tab.page.waitForFunction((first) => !location.hash.includes(`pain=${first}`), first);
  await tab.settled();
  // Nothing is ranked before the warning signs of these places are answered.
  await tab.press("Go on to the questions");
  await tab.noSigns();
  // Where the ranked list stands once there is something to rank.
  const list = await tab.pixels(await tab.settled(), { x: 930, y: 320, width: 330, height: 440 });
  const written = list.filter(([r, g, b]) => Math.max(r, g, b) < 110).length;
  assert.ok(written > 2000, `only ${written} pixels of text`);
});

test("a page that is resized, and no more, is laid out anew", async () => {
  const size = { width: 1024, height: 768 };
  await tab.page.evaluate(() => (location.hash = "#point=TRA-4.left"));
  await tab.selected("#point=TRA-4.left");
  // A painting that waits puts a way back on the card, which a page that is opened anew has not.
  await tab.page.reload();
  await tab.ready();
  await tab.page.mouse.move(20, 400);
  await tab.settled();
  await tab.page.setViewportSize(size);
  const resized = await tab.settled();
  await tab.page.reload();
  await tab.ready();
  const opened = await tab.settled();
  await tab.page.setViewportSize(USUAL);
  const far = await tab.difference(resized, opened, size);
  assert.ok(far < 4, `${far.toFixed(1)} a channel from a page opened so`);
});

test("nothing of this was reported as an error", () => {
  assert.deepEqual(tab.faults, []);
});

test("to whom the browser says Spanish, the list view is Spanish", async () => {
  const spanish = await openBrowser(SITE, { locale: "es-ES" });
  try {
    const { page, faults, ready, selected } = await openTab(spanish.browser, { preferences: false });
    await page.goto(spanish.address);
    await ready();
    assert.equal(await page.locator("html").getAttribute("lang"), "es");
    await page.locator("#show-list").focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Buscar en la lista").fill("trapecio tra-2");
    assert.equal(await page.locator("#found").textContent(), "Queda 1 entrada en la lista");
    await page.getByText("TRA-2", { exact: false }).click();
    await selected("#point=TRA-2.left");
    assert.match(await page.locator("#said").textContent(), /^Seleccionado: .*lado izquierdo/);
    // The card is Spanish throughout; only citations are in their own language, and say so to whatever reads aloud.
    const english = await page.locator('#card [lang="en"]').count();
    assert.equal(await page.locator('#card .sources [lang="en"]').count(), english);
    assert.ok(english > 5);
    assert.doesNotMatch(await page.locator("#card").innerText(), /está en inglés/);
    assert.match(await page.locator("#card h4").first().innerText(), /Adónde envía el dolor/);
    // Its buttons lead on, and whoever pressed one reads on in the new card.
    await page.locator('#card button[data-link="#point=TRA-1.left"]').first().click();
    await selected("#point=TRA-1.left");
    await page.waitForFunction(() => document.activeElement.id === "card");
    assert.deepEqual(faults, []);
  } finally {
    await spanish.close();
  }
});

test("another language chosen in the settings is the list view's, too", async () => {
  // The choice is kept: in a browser of its own, for the tests after this one.
  const own = await openBrowser();
  try {
    const { page, faults, ready, settled, press } = await openTab(own.browser);
    await page.goto(`${own.address}#point=TRA-4.left`);
    await ready();
    await settled();
    await press("Settings");
    await settled();
    await press("Español");
    await page.waitForFunction(() => document.documentElement.lang === "es");
    await page.waitForFunction(() => /^Trapecio/.test(window.state.name));
    assert.equal(await page.locator("#show-list").textContent(), "Vista de lista");
    await page.locator("#show-list").focus();
    await page.keyboard.press("Enter");
    assert.match(await page.locator("#card > h3").innerText(), /^Trapecio inferior/);
    assert.match(await page.locator('#muscles [aria-current="true"]').textContent(), /^TRA-4 Trapecio/);
    assert.deepEqual(faults, []);
  } finally {
    await own.close();
  }
});

test("on a dense screen every one of its pixels is drawn", async () => {
  // A density that is only emulated is not told to the canvas: the browser itself has it here.
  const dense = await openBrowser(SITE, { viewport: null }, ["--force-device-scale-factor=2"]);
  try {
    const { page, ready } = await openTab(dense.browser);
    await page.goto(dense.address);
    await ready();
    const { ratio, drawn, shown } = await page.evaluate(() => {
      const { width, height, clientWidth, clientHeight } = document.getElementById("myomap");
      return {
        ratio: devicePixelRatio,
        drawn: [width, height],
        shown: [clientWidth, clientHeight],
      };
    });
    assert.equal(ratio, 2);
    assert.deepEqual(drawn, shown.map((length) => length * 2));
  } finally {
    await dense.close();
  }
});

for (const [name, also] of [
  [
    "full",
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
    },
  ],
  [
    "forbidden",
    () => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("not allowed", "SecurityError");
        },
      });
    },
  ],
]) {
  test(`a storage that is ${name} is said so, and the setting holds`, async () => {
    const other = await openTab(browser, { also, preferences: false });
    await other.page.goto(`${address}#view=back`);
    await other.ready();
    await other.settled();
    await other.press("Dark theme");
    await other.page.waitForFunction(() => window.state.theme === "dark");
    await other.page.waitForFunction(() => window.state.notices.length === 1);
    const said = await other.page.evaluate(() => window.state.notices[0]);
    assert.match(said, name === "full" ? /full|room|space/i : /storage|keep/i);
    assert.deepEqual(other.faults, []);
    await other.page.close();
  });
}

test("a browser without WebGL2 is told what it lacks", async () => {
  const other = await openTab(browser, {
    also: () => {
      HTMLCanvasElement.prototype.getContext = () => null;
    },
  });
  await other.page.goto(address);
  const text = other.page.locator('#loading-text[role="alert"]');
  assert.match(await text.innerText(), /WebGL2/);
  assert.ok(await other.page.locator("#progress").isHidden());
  await other.page.close();
});

test("a newer version is offered, and used when asked for", async () => {
  const folder = await mkdtemp(join(tmpdir(), "myomap-site-"));
  await cp(SITE, folder, { recursive: true });
  const own = await openBrowser(folder);
  try {
    const { page, ready } = await openTab(own.browser);
    await page.goto(own.address);
    await ready();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const version = await page.evaluate(() => document.documentElement.dataset.version);
    for (const name of ["index.html", "page.js", "sw.js"]) {
      const text = await readFile(join(folder, name), "utf8");
      await writeFile(join(folder, name), text.replaceAll(version, "newer"));
    }
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await page.locator("#update").waitFor({ state: "visible" });
    await page.locator("#update-now").click();
    await page.waitForFunction(() => document.documentElement.dataset.version === "newer");
    await ready();
  } finally {
    await own.close();
    await rm(folder, { recursive: true, force: true });
  }
});
