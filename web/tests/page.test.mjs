// The page in headless Chromium, with its software renderer: correct and slow. Nothing here waits for a
// clock; every wait is for something that must come, and gives up only after minutes.
//
//   SITE=dist-test node --test page.test.mjs
//
// KEEP=1 writes the screenshots that are compared anew, into expected/.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const here = import.meta.dirname;
const site = resolve(process.env.SITE ?? join(here, "../../dist-test"));
const PATIENCE_MS = 300_000;
const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];
const POINT = "point=TRA-1.left";

let host, browser, profile, page, address;
const faults = [];

before(async () => {
  host = await serve(site, "some/folder");
  address = host.address;
  profile = await mkdtemp(join(tmpdir(), "myomap-web-"));
  browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: FLAGS,
    ignoreDefaultArgs: ["--disable-field-trial-config"],
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    colorScheme: "light",
  });
  browser.setDefaultTimeout(PATIENCE_MS);
  page = browser.pages()[0] ?? (await browser.newPage());
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  // What the application tells the page, kept for the tests.
  await page.addInitScript(() => {
    // Kept by an earlier visit: nothing moves by itself, and no coach marks stand before the picture.
    if (location.protocol === "http:") {
      localStorage.setItem(
        "myomap.preferences",
        "(version: 1, preferences: (reduced_motion: true, coach_marks_seen: true))",
      );
    }
    addEventListener(
      "DOMContentLoaded",
      () => {
        document.getElementById("myomap")?.addEventListener("myomap-state", (event) => {
          window.state = JSON.parse(event.detail);
          window.states = (window.states ?? 0) + 1;
        });
      },
      { once: true },
    );
    // The long pieces of work after the first picture, in milliseconds.
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        window.longTasks.push([Math.round(entry.startTime), Math.round(entry.duration)]);
      }
    }).observe({ type: "longtask", buffered: true });
  });
});

after(async () => {
  await browser?.close();
  await host?.end();
  if (profile) await rm(profile, { recursive: true, force: true });
});

const ready = () => page.waitForFunction(() => window.state?.ready === true);
const selected = (link) => page.waitForFunction((link) => window.state.selected === link, link);

/** Waits until the picture stays as it is: two screenshots alike. */
async function settled() {
  let last = await page.screenshot();
  for (let tries = 0; tries < 60; tries += 1) {
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const now = await page.screenshot();
    if (now.equals(last)) return now;
    last = now;
  }
  throw new Error("the picture does not come to rest");
}

/** The pixels of a part of a picture, as [r, g, b] triples, read by the browser itself. */
function pixels(png, box) {
  return page.evaluate(
    async ([base64, { x, y, width, height }]) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d");
      context.drawImage(image, -x, -y);
      const { data } = context.getImageData(0, 0, width, height);
      const out = [];
      for (let i = 0; i < data.length; i += 4) out.push([data[i], data[i + 1], data[i + 2]]);
      return out;
    },
    [png.toString("base64"), box],
  );
}

/** Mean difference of two pictures a channel, 0 to 255. */
async function difference(a, b, size) {
  const box = { x: 0, y: 0, ...size };
  const [p, q] = [await pixels(a, box), await pixels(b, box)];
  let sum = 0;
  for (let i = 0; i < p.length; i += 1) {
    for (let c = 0; c < 3; c += 1) sum += Math.abs(p[i][c] - q[i][c]);
  }
  return sum / (p.length * 3);
}

async function looksLike(name, png, size) {
  const file = join(here, "expected", `${name}.jpg`);
  if (process.env.KEEP) {
    await mkdir(join(here, "expected"), { recursive: true });
    await page.screenshot({ path: file, type: "jpeg", quality: 75 });
    return;
  }
  const far = await difference(png, await readFile(file), size);
  // Another font hinting or another rounding of a colour is below one; a missing panel is above ten.
  if (far > 4) await writeFile(join(tmpdir(), `myomap-${name}.png`), png);
  assert.ok(far <= 4, `${name} differs by ${far.toFixed(1)} a channel; see ${tmpdir()}/myomap-${name}.png`);
}

test("a deep link opens the view it names, from a sub-path", async () => {
  await page.goto(`${address}#${POINT}&depth=1`);
  await ready();
  await selected(`#${POINT}`);
  assert.equal(await page.title(), "myomap: body map of muscles and trigger points");
  assert.ok(await page.locator("#loading").isHidden());
  assert.match(new URL(page.url()).hash, /^#point=TRA-1\.left&depth=1/);
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

test("nothing holds the page up for long once there is a picture", async (context) => {
  const { first, tasks } = await page.evaluate(() => ({
    first: performance.getEntriesByName("myomap-first-picture")[0]?.startTime,
    state: performance.getEntriesByName("myomap-first-state")[0]?.startTime,
    tasks: window.longTasks,
  }));
  assert.ok(first > 0, "no first picture was marked");
  const later = tasks.filter(([start]) => start > first).map(([, took]) => took);
  later.sort((a, b) => b - a);
  context.diagnostic(`first picture after ${Math.round(first)} ms; longest work after it: ${later.slice(0, 8).join(", ")} ms`);
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

test("a click on a point selects it", async () => {
  await settled();
  // Where the disc of TRA-4 stands in the back view of a window of 1280 by 800.
  const disc = [561, 283];
  await page.mouse.move(...disc);
  await page.mouse.click(...disc);
  await selected("#point=TRA-4.left");
  await page.waitForFunction(() => /point=TRA-4\.left/.test(location.hash));
});

test("with the keyboard alone a card is reached and read", async () => {
  await page.evaluate(() => (location.hash = "#view=back&depth=1"));
  await page.waitForFunction(() => window.state.selected === null);
  // Out of the picture, whoever has the focus now.
  await page.locator("#myomap").focus();
  await page.keyboard.press("Escape");
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
  for (const part of ["Where it sends pain", "Treat it yourself", "Sources"]) {
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
