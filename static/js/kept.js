// Lists the pages that were kept on this phone, and takes them away. Without script none can have been kept.

import { KEPT, canKeep, forgetAll, keptAddresses, takeAway } from "./stores.js";

for (const part of document.querySelectorAll('[data-module="kept"]')) {
  if (canKeep()) {
    // A browser that refuses to keep anything has nothing to list.
    show(part).catch(() => {});
    part.querySelector("[data-kept-remove-all]").addEventListener("click", async () => {
      await forgetAll();
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

async function read(address) {
  const response = await caches.match(address, { cacheName: KEPT, ignoreVary: true });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return {
    address,
    language: page.documentElement.lang,
    title: page.querySelector("h1").textContent.trim(),
    day: page.querySelector("[data-day]")?.dataset.day ?? "",
  };
}

function row(part, page) {
  const made = part.querySelector("template").content.cloneNode(true);
  const link = made.querySelector("a");
  link.href = page.address;
  link.lang = page.language;
  link.textContent = page.title;
  made.querySelector("[data-kept-day]").textContent = page.day;
  made.querySelector("[data-kept-name]").textContent = ` ${page.title}`;
  made.querySelector("button").addEventListener("click", async () => {
    await takeAway(page.address);
    await showAgain(part);
  });
  return made;
}
