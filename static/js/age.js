// Says when a page was made where that may be long ago: one that was kept, or left open for a while.

const OLD_IN_MILLISECONDS = 30 * 60 * 1000;

const notice = document.querySelector('[data-module="age"]');

if (notice) {
  const made = new Date(document.documentElement.dataset.made);
  const isOld = () => Date.now() - made >= OLD_IN_MILLISECONDS || dayInNorway(made) !== dayInNorway(new Date());
  const look = () => {
    notice.hidden = navigator.onLine && !isOld();
  };
  notice.classList.add("ds-alert");
  // A phone shows a page from its memory, too: when one goes back, and when one comes back to it.
  window.addEventListener("pageshow", look);
  window.addEventListener("online", look);
  window.addEventListener("offline", look);
  document.addEventListener("visibilitychange", look);
  setTimeout(look, OLD_IN_MILLISECONDS);
}

function dayInNorway(moment) {
  return moment.toLocaleDateString("sv", { timeZone: "Europe/Oslo" });
}
