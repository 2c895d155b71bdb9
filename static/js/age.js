// Says when a page was made where that may be long ago: one that was kept, or left open since yesterday.

const notice = document.querySelector('[data-module="age"]');

if (notice) {
  notice.classList.add("ds-alert");
  const look = () => {
    notice.hidden = document.documentElement.dataset.made === dayInNorway() && navigator.onLine;
  };
  // A phone shows a page from its memory, too: when one goes back, and when one comes back to it.
  window.addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", look);
}

// Swedish writes a day as machines do, the year first.
function dayInNorway() {
  return new Date().toLocaleDateString("sv", { timeZone: "Europe/Oslo" });
}
