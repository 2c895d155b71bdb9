// Copies the address of the page and says so. Without script one copies it from the browser's own field.

for (const button of document.querySelectorAll('[data-module="copy"]')) {
  if (navigator.clipboard) {
    const status = document.querySelector("[data-copy-status]");
    button.addEventListener("click", async () => {
      const { address, copied, failed } = button.dataset;
      try {
        await navigator.clipboard.writeText(address);
        status.textContent = copied;
      } catch {
        status.textContent = failed;
      }
    });
    button.removeAttribute("hidden");
  }
}
