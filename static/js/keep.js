// Keeps a page on the phone when its visitor says so, and takes it away again. Before that nothing is kept.

import { KEPT, SHELL, canKeep, forgetWhereNothingIsKept, takeAway } from "./stores.js";

const FILES = "/static/";

for (const part of document.querySelectorAll('[data-module="keep"]')) {
  if (canKeep()) {
    // Some browsers refuse to keep anything, as in a private window. Then it is not offered.
    setUp(part).catch(() => {});
  }
}

async function setUp(part) {
  const add = part.querySelector("[data-keep-add]");
  const remove = part.querySelector("[data-keep-remove]");
  const status = part.querySelector("[data-keep-status]");
  const show = (isKept, words) => {
    add.hidden = isKept;
    remove.hidden = !isKept;
    status.textContent = words;
  };

  add.addEventListener("click", async () => {
    try {
      await keep(window.location.href, part.dataset.also.split(" "));
      show(true, part.dataset.kept);
      remove.focus();
    } catch {
      await forgetWhereNothingIsKept();
      show(false, part.dataset.failed);
    }
  });
  remove.addEventListener("click", async () => {
    await takeAway(window.location.href);
    show(false, part.dataset.removed);
    add.focus();
  });

  const isKept = Boolean(await caches.match(window.location.href, { cacheName: KEPT, ignoreVary: true }));
  show(isKept, isKept ? part.dataset.kept : "");
  part.hidden = false;
}

async function keep(address, also) {
  await activated(await navigator.serviceWorker.register("/worker.js"));
  const shell = await caches.open(SHELL);
  await shell.addAll([...new Set([...also, ...filesOfThisPage()])]);
  const store = await caches.open(KEPT);
  await store.add(new Request(address, { cache: "no-store" }));
}

// A page may have style and script that no other page has.
function filesOfThisPage() {
  return performance
    .getEntriesByType("resource")
    .map((entry) => new URL(entry.name))
    .filter((url) => url.origin === window.location.origin && url.pathname.startsWith(FILES))
    .map((url) => url.pathname);
}

function activated(registration) {
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "activated") {
        resolve();
      } else if (worker.state === "redundant") {
        reject(new Error("the worker could not be set up"));
      }
    };
    worker.addEventListener("statechange", look);
    look();
  });
}
