// Hands the page to whatever the phone shares with. A browser that cannot share has no button for it.

for (const button of document.querySelectorAll('[data-module="share"]')) {
  if (navigator.share) {
    button.addEventListener("click", () => {
      const { address, title } = button.dataset;
      // Refused is what it is called when somebody changes their mind.
      navigator.share({ title, url: address }).catch(() => {});
    });
    button.removeAttribute("hidden");
  }
}
