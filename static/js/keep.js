// Keeps a page on the phone when its visitor says so, and takes it away again. Before that nothing is kept.

import {
  KEPT,
  SHELL,
  alone,
  canKeep,
  forgetWhereNothingIsKept,
  isPageOfOurs,
  keepUnlessLeaving,
  opened,
  stopWhereSomebodyLeft,
  takeAway,
} from "./stores.js";

const BUILT_FILES = "/static/";

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
  const look = async () => {
    const isKept = await isKeptHere(window.location.href);
    show(isKept, isKept ? part.dataset.kept : "");
  };

  add.addEventListener("click", async () => {
    try {
      await keep(window.location.href, part.dataset.also.split(" "));
      show(true, part.dataset.kept);
      remove.focus();
    } catch {
      await takeAway(window.location.href);
      show(false, part.dataset.failed);
    }
  });
  remove.addEventListener("click", async () => {
    await takeAway(window.location.href);
    show(false, part.dataset.removed);
    add.focus();
  });
  // Another tab may have taken it away meanwhile.
  window.addEventListener("pageshow", (event) => event.persisted && look());

  // Of a tab that was closed while it kept something, files may be left.
  if (await caches.has(SHELL)) {
    await alone(forgetWhereNothingIsKept);
  }
  await look();
  part.hidden = false;
}

async function isKeptHere(address) {
  const [response, worker] = await Promise.all([
    caches.match(address, { cacheName: KEPT, ignoreVary: true }),
    navigator.serviceWorker.getRegistration(),
  ]);
  return Boolean(response && worker);
}

function keep(address, also) {
  return keepUnlessLeaving(async (signal) => {
    const shell = await opened(SHELL, signal);
    await shell.addAll(filesOfThisPage().map((path) => new Request(path, { signal })));
    await Promise.all(also.map((path) => add(shell, path, signal)));
    await add(await opened(KEPT, signal), address, signal);
    // The worker comes last: it takes itself away where it finds no page.
    stopWhereSomebodyLeft(signal);
    await activated(await navigator.serviceWorker.register("/worker.js"));
    stopWhereSomebodyLeft(signal);
  });
}

async function add(store, address, signal) {
  const response = await fetch(address, { cache: "no-store", signal });
  if (!(await isPageOfOurs(response))) {
    throw new Error("something else was answered than a page of ours");
  }
  await store.put(address, response);
}

// A page may have style and script that no other page has.
function filesOfThisPage() {
  const paths = performance
    .getEntriesByType("resource")
    .map((entry) => new URL(entry.name))
    .filter((url) => url.origin === window.location.origin && url.pathname.startsWith(BUILT_FILES))
    .map((url) => url.pathname);
  return [...new Set(paths)];
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
