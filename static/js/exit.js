// Leaves the page at once, takes its place in the history, and takes away what was kept of it. Without script the link is a plain link.

import { canKeep, leave as forgetAsOneLeaves } from "./stores.js";

const PRESSES = 3;
const WITHIN_MILLISECONDS = 5000;

for (const link of document.querySelectorAll('[data-module="exit"]')) {
  const status = document.querySelector("[data-exit-status]");
  if (status) {
    setUp(link, status);
  }
}

function setUp(link, status) {
  const leave = () => {
    // Hidden before the next page has come: on a slow line that may take a while.
    document.documentElement.classList.add("is-leaving");
    status.textContent = link.dataset.leaving;
    // Not waited for: it is done while the next page is on its way.
    if (canKeep()) {
      forgetAsOneLeaves().catch(() => {});
    }
    window.location.replace(link.href);
  };

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  // A browser may show the page as it was left when one goes back to it.
  window.addEventListener("pageshow", () => {
    document.documentElement.classList.remove("is-leaving");
    status.textContent = "";
  });
  let fading;
  countShifts(leave, (words) => {
    status.textContent = link.dataset[words];
    clearTimeout(fading);
    fading = setTimeout(() => {
      status.textContent = "";
    }, WITHIN_MILLISECONDS);
  });
  // The keys only work with script, so only script tells about them.
  document.querySelector("[data-exit-hint]")?.removeAttribute("hidden");
}

function countShifts(leave, say) {
  let presses = 0;
  let isAlone = false;
  let timer;

  const start = () => {
    presses = 0;
    clearTimeout(timer);
  };
  document.addEventListener("keydown", (event) => {
    isAlone = event.key === "Shift";
    if (!isAlone && presses > 0) {
      start();
      say("cancelled");
    }
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !isAlone) {
      return;
    }
    presses += 1;
    if (presses === PRESSES) {
      start();
      leave();
    } else if (presses === 1) {
      timer = setTimeout(() => {
        start();
        say("cancelled");
      }, WITHIN_MILLISECONDS);
      say("twice");
    } else {
      say("once");
    }
  });
}
