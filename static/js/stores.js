// Where a browser keeps what its visitor has chosen to keep: the pages, and what it takes to show them.

export const KEPT = "kept";
export const SHELL = "shell";

// Leaves nothing of ours behind. The worker is told first: it goes on when the page has gone.
export async function forgetAll() {
  navigator.serviceWorker.controller?.postMessage({ forget: true });
  const registration = await navigator.serviceWorker.getRegistration();
  await Promise.all([caches.delete(KEPT), caches.delete(SHELL), registration?.unregister()]);
}

export async function keptAddresses() {
  // Opening a store would make one.
  if (!(await caches.has(KEPT))) {
    return [];
  }
  const store = await caches.open(KEPT);
  return (await store.keys()).map((request) => request.url);
}

export async function takeAway(address) {
  const store = await caches.open(KEPT);
  await store.delete(address, { ignoreVary: true });
  await forgetWhereNothingIsKept();
}

export async function forgetWhereNothingIsKept() {
  if ((await keptAddresses()).length === 0) {
    await forgetAll();
  }
}

export function canKeep() {
  return "serviceWorker" in navigator && "caches" in window;
}
