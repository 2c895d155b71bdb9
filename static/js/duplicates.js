// Asks, while a name is typed, whether something called nearly so is there already. The server keeps nothing of it.
// Without script the next page tells the same.

const WAIT_IN_MILLISECONDS = 500;
const SHORTEST = 3;

for (const part of document.querySelectorAll('[data-module="duplicates"]')) {
  const [field, list] = [part.querySelector('[name="name"]'), part.querySelector("[data-alike]")];
  if (field && list) {
    setUp(field, list, part.dataset);
  }
}

function setUp(field, list, { address, words, claim }) {
  let timer = 0;
  const ask = async () => {
    const typed = field.value.trim();
    if (typed.length < SHORTEST) {
      list.replaceChildren();
      return;
    }
    try {
      const response = await fetch(`${address}?${new URLSearchParams({ navn: typed })}`);
      const found = response.ok ? await response.json() : [];
      // What was asked about may not be what stands there any more.
      if (typed === field.value.trim()) {
        show(list, found, words, claim);
      }
    } catch {
      list.replaceChildren();
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_IN_MILLISECONDS);
  });
}

function show(list, found, words, claim) {
  if (!found.length) {
    list.replaceChildren();
    return;
  }
  const title = document.createElement("strong");
  title.textContent = words;
  const items = document.createElement("ul");
  items.append(
    ...found.map((one) => {
      const item = document.createElement("li");
      const name = [one.name, one.organisation].filter((part, at, all) => all.indexOf(part) === at).join(", ");
      item.append(linkTo(one.href, name), linkTo(one.claim, claim));
      return item;
    }),
  );
  list.replaceChildren(title, items);
}

function linkTo(href, words) {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = words;
  return link;
}
