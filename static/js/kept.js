// Lists the pages that were kept on this phone, and takes them away. Without script none can have been kept.

import { KEPT, alone, canKeep, forgetAll, keptAddresses, takeAway } from "./stores.js";

for (const part of document.querySelectorAll('[data-module="kept"]')) {
  if (canKeep()) {
    // A browser that refuses to keep anything has nothing to list.
    show(part).catch(() => {});
    part.querySelector("[data-kept-remove-all]").addEventListener("click", async () => {
      await alone(forgetAll);
      await showAgain(part);
    });
  }
}

async function show(part) {
  const pages = await Promise.all((await keptAddresses()).map(read));
  const rows = pages.map((page) => row(part, page));
  part.querySelector("[data-kept-list]").replaceChildren(...rows);
  part.querySelector("[data-kept-some]").hidden = rows.length === 0;
  part.querySelector("[data-kept-none]").hidden = rows.length > 0;
}

async function showAgain(part) {
  await show(part);
  part.querySelector("[data-kept-status]").textContent = part.dataset.removed;
  part.querySelector("h2").focus();
}

// Whatever lies there has a row, so that it can be taken away.
async function read(address) {
  const response = await caches.match(address, { cacheName: KEPT, ignoreVary: true });
  const page = new DOMParser().parseFromString((await response?.text()) ?? "", "text/html");
  return {
    address,
    language: page.documentElement.lang,
    title: textOf(page.querySelector("h1")),
    words: [...page.querySelectorAll("[data-understood]")].map(textOf).join(", "),
    made: page.querySelector("[data-made-words]")?.dataset.madeWords ?? "",
  };
}

function textOf(element) {
  return element?.textContent.trim() ?? "";
}

function row(part, page) {
  const title = page.title || part.dataset.unnamed;
  const made = part.querySelector("template").content.cloneNode(true);
  const link = made.querySelector("a");
  link.href = page.address;
  if (page.language) {
    link.parentElement.lang = page.language;
  }
  link.textContent = title;
  made.querySelector("[data-kept-words]").textContent = page.words;
  made.querySelector("[data-kept-made]").textContent = page.made;
  made.querySelector("[data-kept-name]").textContent = ` ${[title, page.words, page.made].filter(Boolean).join(", ")}`;
  made.querySelector("button").addEventListener("click", async () => {
    await takeAway(page.address);
    await showAgain(part);
  });
  return made;
}
