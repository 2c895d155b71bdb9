// Tells once that somebody looks at the sheet of a code: what only fetches pages, such as a preview or a
// scanner of mail, never does. Whoever leaves at once has not looked.

const LOOKED_AFTER_MILLISECONDS = 1500;

for (const part of document.querySelectorAll('[data-module="opened"]')) {
  let waiting;
  const look = () => {
    clearTimeout(waiting);
    if (document.visibilityState === "visible" && !document.prerendering) {
      waiting = setTimeout(tell, LOOKED_AFTER_MILLISECONDS);
    }
  };
  const tell = () => {
    document.removeEventListener("visibilitychange", look);
    fetch(part.dataset.address, { method: "POST", keepalive: true }).catch(() => {});
  };
  document.addEventListener("visibilitychange", look);
  look();
}
