// A plain static host: the site under a sub-path, with the types that hosts give, nothing else.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

/** Serves `folder` at `http://localhost:PORT/<under>/`; gives the address and a way to end it. */
export async function serve(folder, under) {
  const prefix = `/${under}/`;
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const inside = path.startsWith(prefix) ? normalize(path.slice(prefix.length) || "index.html") : "";
    try {
      if (!inside || inside.startsWith("..")) throw new Error("outside");
      const body = await readFile(join(folder, inside));
      response.writeHead(200, {
        "content-type": TYPES[extname(inside)] ?? "application/octet-stream",
        "cache-control": "max-age=600",
      });
      response.end(body);
    } catch {
      response.writeHead(404).end("not found");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://localhost:${server.address().port}${prefix}`,
    end: () => new Promise((resolve) => server.close(resolve)),
  };
}
