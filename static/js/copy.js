// Copies the address of the page, or the text of a field, and says so.
// Without script one copies it by hand: from the browser's own field, or from the one on the page.

for (const button of document.querySelectorAll('[data-module="copy"]')) {
  if (navigator.clipboard) {
    const status = document.querySelector("[data-copy-status]");
    button.addEventListener("click", async () => {
      const { address, field, copied, failed } = button.dataset;
      try {
        await navigator.clipboard.writeText(field ? document.getElementById(field).value : address);
        status.textContent = copied;
      } catch {
        status.textContent = failed;
      }
    });
    button.removeAttribute("hidden");
  }
}
