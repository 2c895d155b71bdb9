// Presses the one button of the page once somebody sees it: the click in the mail was the answer.
// A page that is fetched ahead, or opened behind another, waits until it is looked at.

for (const form of document.querySelectorAll('[data-module="confirm"]')) {
  const press = () => {
    if (document.visibilityState === "visible" && !document.prerendering) {
      document.removeEventListener("visibilitychange", press);
      form.requestSubmit();
    }
  };
  document.addEventListener("visibilitychange", press);
  press();
}
