// Tells the program which edges of the canvas are not for what it draws: those beside a notch, under the bar of
// the system, and under a keyboard on the screen. The picture itself stays as large as it is.

/** Where the browser says its safe areas; the style sheet gives it their sizes. */
function probe() {
  const element = document.createElement("div");
  element.id = "safe-area";
  element.setAttribute("aria-hidden", "true");
  document.body.append(element);
  return element;
}

/** What of the page's foot lies under the keyboard. Who has made the page larger with two fingers has no keyboard. */
function keyboard(view) {
  if (!view || view.scale > 1.01) return 0;
  return Math.max(0, document.documentElement.clientHeight - view.offsetTop - view.height);
}

export function tellInsets(canvas) {
  const safe = probe();
  const view = window.visualViewport;
  let told = "";
  const tell = () => {
    const { paddingLeft, paddingTop, paddingRight, paddingBottom } = getComputedStyle(safe);
    const insets = {
      left: parseFloat(paddingLeft),
      top: Math.max(parseFloat(paddingTop), view?.scale > 1.01 ? 0 : (view?.offsetTop ?? 0)),
      right: parseFloat(paddingRight),
      bottom: Math.max(parseFloat(paddingBottom), keyboard(view)),
    };
    const detail = JSON.stringify(insets);
    if (detail === told) return;
    told = detail;
    canvas.dispatchEvent(new CustomEvent("myomap-insets", { detail }));
  };
  // The program listens from its start on, which its first state tells.
  canvas.addEventListener(
    "myomap-state",
    () => {
      tell();
      addEventListener("resize", tell);
      for (const event of ["resize", "scroll"]) view?.addEventListener(event, tell);
    },
    { once: true },
  );
}
