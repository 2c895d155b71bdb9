// Where a browser keeps what its visitor has chosen to keep: the pages, and what it takes to show them.
// Whoever leaves in a hurry waits for nothing, so what is being kept meanwhile is told to stop.

export const KEPT = "kept";
export const SHELL = "shell";

const LEAVING = "leaving";

let leaving = new AbortController();

export function canKeep() {
  return "serviceWorker" in navigator && "caches" in window;
}

// Leaves nothing of ours behind. The worker is told first: it goes on when the page has gone.
export async function leave() {
  stopKeeping();
  navigator.serviceWorker.controller?.postMessage({ forget: true });
  const forgotten = forgetAll();
  new BroadcastChannel(LEAVING).postMessage(null);
  await forgotten;
}

// What is kept from now on is kept again, as in a tab that stays open.
export function stopKeeping() {
  leaving.abort();
  leaving = new AbortController();
}

export function signalOfLeaving() {
  return leaving.signal;
}

// Hands `work` a signal of somebody leaving, in this tab or in another.
export async function keepUnlessLeaving(work) {
  const signal = signalOfLeaving();
  const tabs = new BroadcastChannel(LEAVING);
  tabs.addEventListener("message", stopKeeping);
  try {
    return await alone(() => work(signal));
  } finally {
    tabs.close();
  }
}

// One tab at a time: else one promises what another is just taking away.
export function alone(work, options = {}) {
  return navigator.locks ? navigator.locks.request(KEPT, options, work) : work(true);
}

export function stopWhereSomebodyLeft(signal) {
  if (signal.aborted) {
    throw new Error("somebody left");
  }
}

// Opening a store makes one.
export function opened(name, signal) {
  stopWhereSomebodyLeft(signal);
  return caches.open(name);
}

export async function forgetAll() {
  await Promise.all([caches.delete(KEPT), caches.delete(SHELL), unregister()]);
}

async function unregister() {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.unregister();
}

export async function keptAddresses() {
  if (!(await caches.has(KEPT))) {
    return [];
  }
  const store = await caches.open(KEPT);
  return (await store.keys()).map((request) => request.url);
}

export function takeAway(address) {
  return alone(async () => {
    if (await caches.has(KEPT)) {
      const store = await caches.open(KEPT);
      await store.delete(address, { ignoreVary: true });
    }
    await forgetWhereNothingIsKept();
  });
}

export async function forgetWhereNothingIsKept() {
  if ((await keptAddresses()).length === 0) {
    await forgetAll();
  }
}

// A network that wants one to log in may answer in a page's place, and so may a site that is being mended.
export async function isPageOfOurs(response) {
  const isPage = response.ok && !response.redirected && response.headers.get("content-type")?.startsWith("text/html");
  return Boolean(isPage) && (await response.clone().text()).includes("data-made=");
}
