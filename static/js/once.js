// Sends a form once, however often its button is pressed: pressing twice would make two of what it makes.

for (const form of document.querySelectorAll('[data-module="once"]')) {
  let isSent = false;
  form.addEventListener("submit", (event) => {
    if (isSent) {
      event.preventDefault();
    }
    isSent = true;
  });
  // Whoever comes back to the page may press anew.
  window.addEventListener("pageshow", () => {
    isSent = false;
  });
}
