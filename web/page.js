// Loads the application with its progress shown, says plainly what is missing, and starts what
// stands around the canvas: the list view, the keys, the copy for use without a network.

import { startList } from "./list.js?v=dev";
import { tellInsets } from "./insets.js?v=dev";
import { leaveKeysToBrowser, tellKeysFromPointer } from "./keys.js?v=dev";
import { keepForOffline } from "./offline.js?v=dev";
import { exchangeBackups } from "./records.js?v=dev";
import { decimal, language, say } from "./words.js?v=dev";

const page = document.documentElement;
const canvas = document.getElementById("myomap");
const loading = document.getElementById("loading");
const text = document.getElementById("loading-text");
const progress = document.getElementById("progress");

/** Shows why there is no picture, in place of it. */
function stopWith(message) {
  text.textContent = message;
  text.setAttribute("role", "alert");
  progress.hidden = true;
  loading.hidden = false;
}

const WITHOUT_CARD = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether there is WebGL2, and whether a graphics card draws it, as far as the browser says. */
function webGl2() {
  try {
    const gl = document.createElement("canvas").getContext("webgl2");
    if (!gl) return { there: false };
    const info = gl.getExtension("WEBGL_debug_renderer_info");
    const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
    gl.getExtension("WEBGL_lose_context")?.loseContext();
    return { there: true, byProcessor: WITHOUT_CARD.test(name) };
  } catch {
    return { there: false };
  }
}

/** Shows how much of the program has come. */
function showProgress(come, bytes) {
  const share = Math.min(come / bytes, 1);
  progress.value = share;
  text.textContent =
    share < 1
      ? say("loadingOf", { come: decimal(come / 1e6), all: decimal(bytes / 1e6) })
      : say("starting");
}

/**
 * The answer to a request, its bytes counted as they come. They are counted on a clone: browsers keep the compiled
 * code for the next visit only where they compile the answer itself.
 */
async function counted(url, bytes) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${answer.statusText}`);
  const reader = bytes > 0 ? answer.clone().body?.getReader() : undefined;
  const count = async () => {
    let come = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      come += value.byteLength;
      showProgress(come, bytes);
    }
  };
  // An answer that breaks off is told by whoever compiles it.
  if (reader) count().catch(() => {});
  return answer;
}

/** Frames after the application has told its state: in the first ones shaders and letters are still made. */
const FRAMES_TO_FIRST_PICTURE = 5;

/** The picture is there some frames after the application has told its state. */
function hideLoadingWhenDrawn() {
  let left = FRAMES_TO_FIRST_PICTURE;
  const frame = () => {
    left -= 1;
    if (left > 0) {
      requestAnimationFrame(frame);
      return;
    }
    loading.hidden = true;
    performance.mark("myomap-first-picture");
  };
  canvas.addEventListener(
    "myomap-state",
    () => {
      performance.mark("myomap-first-state");
      requestAnimationFrame(frame);
    },
    { once: true },
  );
}

/** The page's own words, until the program says its own. */
function speak() {
  page.lang = language;
  document.title = say("title");
  text.textContent = say("loading");
}

async function start() {
  speak();
  if (typeof WebAssembly !== "object") {
    stopWith(say("noWebAssembly"));
    return;
  }
  const gl = webGl2();
  if (!gl.there) {
    stopWith(say("noWebGl2"));
    return;
  }
  // The program then leaves out what takes the processor longest.
  canvas.toggleAttribute("data-drawn-by-processor", gl.byProcessor);
  leaveKeysToBrowser(canvas);
  tellKeysFromPointer(page);
  startList(canvas);
  exchangeBackups(canvas);
  tellInsets(canvas);
  canvas.addEventListener("contextmenu", (event) => event.preventDefault());
  canvas.addEventListener("webglcontextlost", () => stopWith(say("contextLost")));
  hideLoadingWhenDrawn();
  const { default: init } = await import("./myomap.js?v=dev");
  const answer = counted("myomap_bg.wasm?v=dev", Number(page.dataset.bytes));
  await init({ module_or_path: answer });
}

// What the program cannot recover from ends it: the picture would stay still without a word.
addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError)
    stopWith(say("stopped"));
});

start()
  .then(() => keepForOffline(page.dataset.version))
  .catch((error) => {
    console.error(error);
    stopWith(
      say("notLoaded", { why: error.message }),
    );
  });
