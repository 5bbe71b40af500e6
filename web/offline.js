// Keeps the site for use without a network, and says when a newer version is ready.

const update = document.getElementById("update");
const useNow = document.getElementById("update-now");

/** Registers the service worker. Without one (a plain http address) the page works all the same. */
export async function keepForOffline(version) {
  if (!("serviceWorker" in navigator) || version === "dev") return;
  const worker = await navigator.serviceWorker.register("sw.js").catch((error) => {
    console.warn(`not kept for offline use: ${error.message}`);
  });
  if (!worker) return;
  let agreed = false;
  const offer = (waiting) => {
    if (!navigator.serviceWorker.controller) return;
    update.hidden = false;
    useNow.onclick = () => {
      agreed = true;
      waiting.postMessage("use-now");
    };
  };
  if (worker.waiting) offer(worker.waiting);
  worker.addEventListener("updatefound", () => {
    const coming = worker.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed") offer(coming);
    });
  });
  let hasOne = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    // The first one takes over a page that is already what it keeps.
    if (!hasOne) {
      hasOne = true;
      return;
    }
    if (agreed) {
      location.reload();
      return;
    }
    // Agreed to in another tab. What is being painted in this one is nobody's to throw away: all of the old version is
    // loaded here and goes on working until its user agrees, too, or comes back another time.
    update.hidden = false;
    useNow.onclick = () => location.reload();
  });
}
