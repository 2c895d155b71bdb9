// Answers where there is no network, with what the visitor has chosen to keep. It keeps no page by itself.

import {
  KEPT,
  SHELL,
  alone,
  isPageOfOurs,
  keptAddresses,
  opened,
  signalOfLeaving,
  stopKeeping,
} from "./stores.js";

const WITHOUT_NETWORK = "/uten-nett";

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(install());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim().then(goWhereNothingIsKept));
});

self.addEventListener("message", (event) => {
  if (event.data.forget) {
    stopKeeping();
    event.waitUntil(go());
  }
});

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (origin !== self.location.origin) {
    return;
  }
  if (mode === "navigate") {
    event.respondWith(method === "GET" ? page(event) : afterPress(event.request));
  } else if (method === "GET" && pathname.startsWith("/static/")) {
    event.respondWith(file(event.request));
  }
});

// FILES are put in by front_end/build.mjs. Older ones stay beside them: a page that was kept goes on asking for those it was made with.
async function install() {
  const shell = await caches.open(SHELL);
  await shell.addAll(FILES);
  await goWhereNothingIsKept();
}

// Somebody may have left while the worker was set up. To throw ends the setting up.
async function goWhereNothingIsKept() {
  if ((await keptAddresses()).length === 0) {
    await go();
    throw new Error("nothing is kept");
  }
}

async function go() {
  await Promise.all([caches.delete(KEPT), caches.delete(SHELL), self.registration.unregister()]);
}

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

async function afterPress(request) {
  try {
    return await fetch(request);
  } catch {
    return (await withoutNetwork(request.url)) ?? Response.error();
  }
}

// What is kept already is kept as it was last seen; nothing else comes in this way.
// Where a tab is keeping or taking away something, it is left as it is: to wait might be to wait for each other.
function renew(url, response) {
  const signal = signalOfLeaving();
  return alone(
    async (isAlone) => {
      const name = isAlone && (await storeOf(url));
      if (name && (await isPageOfOurs(response))) {
        const store = await opened(name, signal);
        await store.put(url, response);
      }
    },
    { ifAvailable: true },
  );
}

async function storeOf(url) {
  for (const name of [KEPT, SHELL]) {
    if (await caches.match(url, { cacheName: name, ignoreVary: true })) {
      return name;
    }
  }
  return null;
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
