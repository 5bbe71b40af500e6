// The canvas takes every key. What belongs to the browser is kept from it here: its own shortcuts,
// its history, and the way out of the canvas by Escape and then Tab.

/** Keys that the application uses together with Ctrl or Cmd: search, and editing of text. */
const WITH_CONTROL = new Set([
  "k", "a", "c", "v", "x", "y", "z",
  "Backspace", "Delete", "Home", "End", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown",
]);
const CLIPBOARD = new Set(["c", "v", "x"]);
const FUNCTION_KEY = /^F\d+$/;

/** Lets the browser have its keys while the canvas has the focus. */
export function leaveKeysToBrowser(canvas) {
  let leaving = false;
  const route = (event) => {
    if (event.target !== canvas) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const control = event.ctrlKey || event.metaKey;
    const way_out = key === "Tab" && leaving;
    if (event.type === "keydown" && key !== "Shift" && key !== "Tab") leaving = key === "Escape";
    const browsers =
      FUNCTION_KEY.test(key) ||
      (control && !WITH_CONTROL.has(key) && key !== "Control" && key !== "Meta") ||
      (event.altKey && (key === "ArrowLeft" || key === "ArrowRight")) ||
      way_out;
    if (browsers) {
      event.stopImmediatePropagation();
    } else if (control && CLIPBOARD.has(key)) {
      // The application hears of the clipboard by the browser's own events, which come only if
      // the key is left to it as well.
      event.preventDefault = () => {};
    }
  };
  // Where nothing has the focus, keys are meant for the picture, except the one that chooses a focus.
  addEventListener("keydown", (event) => {
    if (event.target !== document.body || event.key === "Tab") return;
    canvas.focus({ preventScroll: true });
    canvas.dispatchEvent(new KeyboardEvent("keydown", event));
  });
  addEventListener("keydown", route, { capture: true });
  addEventListener("keyup", route, { capture: true });
  canvas.addEventListener("blur", () => {
    leaving = false;
  });
}

/** Marks the page while it is gone through by keys: only then the canvas shows that it has the focus. */
export function tellKeysFromPointer(root) {
  const mark = (by) => root.toggleAttribute("data-by-keys", by);
  addEventListener("keydown", (event) => event.key === "Tab" && mark(true), { capture: true });
  addEventListener("pointerdown", () => mark(false), { capture: true });
}
