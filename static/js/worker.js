// Answers where there is no network, with what the visitor has chosen to keep. It keeps no page by itself.

import { KEPT, SHELL } from "./stores.js";

const WITHOUT_NETWORK = "/uten-nett";

self.addEventListener("install", (event) => {
  self.skipWaiting();
  // Older files stay beside them: a page that was kept goes on asking for those it was made with.
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll(FILES)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("message", (event) => {
  if (event.data.forget) {
    event.waitUntil(Promise.all([caches.delete(KEPT), caches.delete(SHELL), self.registration.unregister()]));
  }
});

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) {
    return;
  }
  if (pathname.startsWith("/static/")) {
    event.respondWith(file(event.request));
  } else if (mode === "navigate") {
    event.respondWith(page(event));
  }
});

async function file(request) {
  return (await found(request.url)) ?? fetch(request);
}

async function page(event) {
  const { url } = event.request;
  try {
    const response = await fetch(event.request);
    event.waitUntil(renew(url, response.clone()));
    return response;
  } catch {
    return (await found(url)) ?? (await withoutNetwork(url)) ?? Response.error();
  }
}

// What is kept already is kept as it was last seen; nothing else comes in this way.
async function renew(url, response) {
  for (const name of [KEPT, SHELL]) {
    if (response.ok && (await caches.match(url, { cacheName: name, ignoreVary: true }))) {
      const store = await caches.open(name);
      await store.put(url, response);
      return;
    }
  }
}

function found(url) {
  return caches.match(url, { ignoreVary: true });
}

// In the language of the page that was asked for, where a page in that language has been kept.
async function withoutNetwork(url) {
  const language = new URL(url).pathname.split("/")[1];
  const shell = await caches.open(SHELL);
  const paths = (await shell.keys()).map((request) => new URL(request.url).pathname);
  const pages = paths.filter((path) => path.endsWith(WITHOUT_NETWORK));
  return found(pages.find((path) => path === `/${language}${WITHOUT_NETWORK}`) ?? pages[0] ?? url);
}
