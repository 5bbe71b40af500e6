// Keeps the whole site for use without a network. Each version has a cache of its own, so that
// files of two versions are never mixed; the page says when a newer one is ready.

const VERSION = "dev";
const FILES = ["./"];

// Several sites may share a host: only the caches of this one are ours to delete.
const PREFIX = `myomap ${self.registration.scope} `;
const CACHE = PREFIX + VERSION;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) =>
      cache.addAll(
        FILES.map((file) =>
          // Files with a version in their address may come from the browser's own cache.
          file.includes("?v=") ? file : new Request(file, { cache: "reload" }),
        ),
      ),
    ),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith(PREFIX) && name !== CACHE)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "use-now") self.skipWaiting();
});

/** Whether a request is for the page itself. Beside it lie other files that people open, as the licences do. */
function isPage({ mode, url }) {
  if (mode !== "navigate") return false;
  const inside = new URL(url).pathname.slice(new URL(self.registration.scope).pathname.length);
  return inside === "" || inside === "index.html";
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(isPage(request) ? "./" : request))
      .then((kept) => kept ?? fetch(request)),
  );
});
