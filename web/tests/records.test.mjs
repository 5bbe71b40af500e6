// What the user keeps on the page: kept, there after a reload, backed up, deleted and restored.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFile } from "node:fs/promises";
import { openBrowser, openTab } from "./harness.mjs";

let browser, address, close, tab;

before(async () => {
  ({ browser, address, close } = await openBrowser());
  // Once, and not for every visit: what is chosen here is to be there the next time.
  const also = () => {
    if (location.protocol === "http:" && !localStorage.getItem("myomap.preferences")) {
      localStorage.setItem(
        "myomap.preferences",
        "(version: 1, preferences: (reduced_motion: true, coach_marks_seen: true))",
      );
    }
  };
  tab = await openTab(browser, { preferences: false, also });
});
after(() => close());

/** The lines in the browser's database; none where there is no database yet. */
const kept = () =>
  tab.page.evaluate(async () => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === "myomap.records")) return [];
    const database = await new Promise((done, failed) => {
      const request = indexedDB.open("myomap.records");
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    try {
      return await new Promise((done, failed) => {
        const request = database.transaction("lines").objectStore("lines").getAll();
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    } finally {
      database.close();
    }
  });

/** Waits until so many records are kept, and gives their kinds. */
async function keeps(count) {
  for (;;) {
    const lines = await kept();
    if (lines.length === count) return lines.map((line) => JSON.parse(line).put.kind).sort();
    await tab.page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
}

/** Opens Locate in a page that knows nothing but what is kept. */
async function openLocate() {
  // Another address would only be another view of the same page.
  await tab.page.goto("about:blank");
  await tab.page.goto(`${address}#mode=locate&view=back`);
  await tab.ready();
}

/** Paints a stroke over the back. */
async function paint() {
  await tab.settled();
  await tab.page.mouse.move(590, 310);
  await tab.page.mouse.down();
  for (let x = 590; x <= 640; x += 5) await tab.page.mouse.move(x, 310);
  await tab.page.mouse.up();
}

test("nothing is kept unless the user says so", async () => {
  await openLocate();
  await paint();
  await tab.press("Go on to the questions");
  await tab.noSigns();
  await tab.settled();
  assert.deepEqual(await kept(), []);
});

test("answers and a painting are kept, and are there after a reload", async () => {
  await openLocate();
  await paint();
  await tab.press("Go on to the questions");
  await tab.press("Keep on this device");
  assert.deepEqual(await keeps(1), ["painting"]);
  await tab.noSigns();
  assert.deepEqual(await keeps(2), ["painting", "warning_answers"]);
  const [painting] = (await kept()).filter((line) => line.includes('"painting"'));
  const [pain] = JSON.parse(painting).put.value.pains;
  assert.ok(pain.places.length > 5, painting);

  await openLocate();
  // The questions are answered; the painting is offered.
  await tab.press(/^Open the last painting/);
  await tab.page.waitForFunction(() => /pain=/.test(location.hash));
  // Looking at it writes nothing anew.
  assert.deepEqual(await keeps(2), ["painting", "warning_answers"]);
});

let backup;

test("all of it is one file for the browser's downloads", async () => {
  // In Locate the way there is at the foot of a panel that may have to be scrolled.
  await tab.press(/^Explore:/);
  await tab.press("Settings");
  await tab.press(/^What is kept/);
  const coming = tab.page.waitForEvent("download");
  await tab.press("Back up …");
  const download = await coming;
  assert.match(download.suggestedFilename(), /^myomap-\d{4}-\d\d-\d\d\.jsonl$/);
  backup = await download.path();
  const lines = (await readFile(backup, "utf8")).trim().split("\n");
  assert.equal(lines.length, 3);
  assert.equal(JSON.parse(lines[0]).backup.records, 2);
});

test("a record is deleted alone, and all of them once the user has said so twice", async () => {
  await tab.press(/^Delete: /);
  await keeps(1);
  await tab.press("Delete everything …");
  assert.equal((await kept()).length, 1);
  await tab.press("Delete everything");
  assert.deepEqual(await keeps(0), []);
});

test("the backup brings back what was deleted, once", async () => {
  for (const time of ["first", "second"]) {
    const coming = tab.page.waitForEvent("filechooser");
    await tab.press("Restore …");
    await (await coming).setFiles(backup);
    await tab.page.waitForFunction(
      (there) => window.state.notices.some((says) => says.includes(there)),
      time === "first" ? "2 new, 0 already there" : "0 new, 2 already there",
    );
    assert.deepEqual(await keeps(2), ["painting", "warning_answers"], time);
  }
});

test("a line that was damaged is told, and the others are there", async () => {
  await tab.page.evaluate(async () => {
    const database = await new Promise((done) => {
      const request = indexedDB.open("myomap.records");
      request.onsuccess = () => done(request.result);
    });
    await new Promise((done) => {
      const store = database.transaction("lines", "readwrite").objectStore("lines");
      const all = store.openCursor();
      all.onsuccess = () => {
        const cursor = all.result;
        if (!cursor) return done();
        if (cursor.value.includes('"painting"')) cursor.update(cursor.value.replace("pains", "gains"));
        cursor.continue();
      };
    });
    database.close();
  });
  await openLocate();
  await tab.page.waitForFunction(() => window.state.notices.some((says) => /checksum/.test(says)));
  await tab.control(/^What is kept \(1\)/);
});

test("nothing of this was reported as an error", () => {
  assert.deepEqual(tab.faults, []);
});
