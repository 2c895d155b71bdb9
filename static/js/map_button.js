// Shows and hides the map of a page. What draws it is fetched at the first press and not before.
// Without script the button stays hidden, and the list says it all.

const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)");

for (const button of document.querySelectorAll('[data-module="map"]')) {
  const region = document.getElementById(button.getAttribute("aria-controls"));
  const status = document.querySelector("[data-map-status]");
  if (region && status) {
    setUp(button, region, status);
  }
}

function setUp(button, region, status) {
  const { dataset } = button;
  let drawing = null;

  const show = (isShown) => {
    button.setAttribute("aria-expanded", String(isShown));
    button.textContent = isShown ? dataset.hide : dataset.show;
    region.hidden = !isShown;
  };
  button.addEventListener("click", async () => {
    const isShown = !region.hidden;
    show(!isShown);
    if (isShown) {
      return;
    }
    status.textContent = "";
    region.querySelector("h2").focus({ preventScroll: true });
    // Else a phone shows but a strip of it.
    region.scrollIntoView({ block: "start", behavior: isCalm.matches ? "instant" : "smooth" });
    drawing ??= fetched(dataset).then((bundle) => bundle.draw(region));
    try {
      await drawing;
    } catch {
      // Most often there is no network; the next press tries again.
      drawing = null;
      show(false);
      status.textContent = dataset.failed;
      button.focus();
    }
  });
  button.removeAttribute("hidden");
}

// The map measures itself as it is drawn, so its style has to be there first.
async function fetched({ script, style }) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = style;
  const isStyled = new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", reject);
  });
  document.head.append(link);
  const [bundle] = await Promise.all([import(script), isStyled]);
  return bundle;
}
