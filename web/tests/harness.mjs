// What the tests of the page share: a static host, headless Chromium with its software renderer (correct and
// slow), and ways to wait and to look. Nothing here waits for a clock; every wait is for something that
// must come, and gives up only after minutes.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const here = import.meta.dirname;
export const SITE = resolve(process.env.SITE ?? join(here, "../../dist-test"));
const PATIENCE_MS = 180_000;
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
export const USUAL = { width: 1280, height: 800 };

/** A browser with an empty profile, and the site under a sub-path of a host. */
export async function openBrowser(site = SITE, options = {}, flags = []) {
  const host = await serve(site, "some/folder");
  const profile = await mkdtemp(join(tmpdir(), "myomap-web-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [...FLAGS, ...flags],
    ignoreDefaultArgs: ["--disable-field-trial-config"],
    viewport: USUAL,
    reducedMotion: "reduce",
    colorScheme: "light",
    ...options,
  });
  browser.setDefaultTimeout(PATIENCE_MS);
  const close = async () => {
    await browser.close();
    await host.end();
    await rm(profile, { recursive: true, force: true });
  };
  return { browser, host, address: host.address, close };
}

/** A tab that keeps what the application tells the page, and its faults; `also` runs before the page does. */
export async function openTab(browser, { also, preferences = true } = {}) {
  const page = await browser.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.addInitScript((preferences) => {
    // Kept by an earlier visit: nothing moves by itself, and no coach marks stand before the picture.
    if (preferences && location.protocol === "http:") {
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
  }, preferences);
  if (also) await page.addInitScript(also);
  return { page, faults, ...looks(page) };
}

/**
 * Runs in the page, before its own scripts: keeps how long each call of WebGL2 held the page up, as [when, how
 * long]. What of a long piece of work is waiting for the renderer would be gone with a graphics card.
 */
export function watchRenderer() {
  window.rendererCalls = [];
  const proto = WebGL2RenderingContext.prototype;
  for (const name of Object.getOwnPropertyNames(proto)) {
    const call = Object.getOwnPropertyDescriptor(proto, name).value;
    if (typeof call !== "function") continue;
    proto[name] = function (...args) {
      const begun = performance.now();
      const result = call.apply(this, args);
      const took = performance.now() - begun;
      if (took > 0.05) window.rendererCalls.push([begun, took]);
      return result;
    };
  }
}

/** Ways to wait for and to look at a page. */
function looks(page) {
  const ready = () => page.waitForFunction(() => window.state?.ready === true);
  const selected = (link) =>
    page.waitForFunction((link) => window.state?.selected === link, link);

  /**
   * Where a control of the panels stands, as [left, top, width, height] in pixels of the page: the first whose
   * accessible name is this text, or fits this expression, and that is no text. Asks until it is there, or until
   * another name is, where one is given; then there is none.
   */
  async function place(name, other) {
    for (;;) {
      const { controls, corner } = await page.evaluate(
        () =>
          new Promise((done) => {
            const canvas = document.getElementById("myomap");
            const { left, top } = canvas.getBoundingClientRect();
            const heard = (event) =>
              done({ controls: JSON.parse(event.detail), corner: [left, top] });
            canvas.addEventListener("myomap-controls", heard, { once: true });
            canvas.dispatchEvent(new CustomEvent("myomap-ask-controls"));
          }),
      );
      const fits = (control, name) => (name instanceof RegExp ? name.test(control.name) : control.name === name);
      const pressed = controls.filter(({ disabled, role }) => !disabled && role !== "Label" && role !== "TextRun");
      const found = pressed.find((control) => fits(control, name));
      if (found) {
        const [x, y, width, height] = found.rect_px;
        return [corner[0] + x, corner[1] + y, width, height];
      }
      if (other && pressed.some((control) => fits(control, other))) return undefined;
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    }
  }

  /** The middle of a control of the panels, as [x, y] in pixels of the page; see `place`. */
  async function control(name) {
    const [x, y, width, height] = await place(name);
    return [x + width / 2, y + height / 2];
  }

  /** Presses a control of the panels with the mouse. */
  async function press(name) {
    const [x, y] = await control(name);
    await page.mouse.click(x, y);
  }

  /** Answers every group of the warning signs with none: the button stands at a group's end, and is scrolled to. */
  async function noSigns() {
    const none = "None of these applies to me";
    const { width, height } = page.viewportSize();
    for (;;) {
      const at = await place(none, /open its card$/);
      if (!at) return;
      const [x, y, wide, high] = at;
      if (y + high > height - 30) {
        await page.mouse.move(width / 2, height / 2);
        await page.mouse.wheel(0, 500);
      } else {
        await page.mouse.click(x + wide / 2, y + high / 2);
      }
      // What stood there before is gone by then, and a list has come to rest.
      await page.evaluate(async () => {
        for (let frame = 0; frame < 8; frame += 1) await new Promise((done) => requestAnimationFrame(done));
      });
    }
  }

  /** Waits until the picture fills its place and stays as it is: screenshots alike over some frames. */
  async function settled() {
    let last = await page.screenshot();
    let alike = 0;
    for (let tries = 0; tries < 120; tries += 1) {
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      const now = await page.screenshot();
      const fills = await page.evaluate(() => {
        const { width, height, clientWidth, clientHeight } = document.getElementById("myomap");
        const off = [width - clientWidth * devicePixelRatio, height - clientHeight * devicePixelRatio];
        return off.every((pixels) => Math.abs(pixels) <= 1);
      });
      alike = fills && now.equals(last) ? alike + 1 : 0;
      if (alike === 3) return now;
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
  function difference(a, b, { width, height }) {
    return page.evaluate(
      async ([pictures, width, height]) => {
        const [p, q] = await Promise.all(
          pictures.map(async (base64) => {
            const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
            const context = new OffscreenCanvas(width, height).getContext("2d");
            context.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0);
            return context.getImageData(0, 0, width, height).data;
          }),
        );
        let sum = 0;
        for (let i = 0; i < p.length; i += 1) if (i % 4 < 3) sum += Math.abs(p[i] - q[i]);
        return sum / (width * height * 3);
      },
      [[a.toString("base64"), b.toString("base64")], width, height],
    );
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

  /**
   * The longest pieces of work since a moment (milliseconds since the page was opened), longest first: when each
   * began after it, how long it took, and how much of that was waiting for the renderer.
   */
  async function longestWork(since = 0) {
    const { tasks, calls } = await page.evaluate(() => ({
      tasks: window.longTasks,
      calls: window.rendererCalls ?? [],
    }));
    return tasks
      .filter(([begun]) => begun > since)
      .sort(([, a], [, b]) => b - a)
      .map(([begun, took]) => {
        const inside = calls.filter(([at]) => at >= begun - 1 && at < begun + took);
        const waited = inside.reduce((sum, [, waited]) => sum + waited, 0);
        return { at: Math.round(begun - since), took, waited: Math.round(waited) };
      });
  }

  return { ready, selected, place, control, press, noSigns, longestWork, settled, pixels, difference, looksLike };
}
