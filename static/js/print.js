// Prints the page. Without script the button stays hidden; the browser's own menu prints just as well.

for (const button of document.querySelectorAll('[data-module="print"]')) {
  button.addEventListener("click", () => window.print());
  button.removeAttribute("hidden");
}
