// What opens over a place: what is there, and the way to it in the list.

import { Popup } from "leaflet";

const ABOVE_THE_DOT = [0, -12];
const HIGHEST = 220;
const WIDEST = 300;
const BESIDE_THE_WORDS = 80;

// What a marker is called by those who do not see it.
export function labelOf(places, words, comesApart) {
  if (places.length > 1) {
    return (comesApart ? words.group : words.together).replace("{count}", places.length);
  }
  return [places[0].name, ...whereabouts(places[0], words)].join(", ");
}

export function openPopup(map, { lat, lon, places }, opener, words) {
  const list = document.createElement("ul");
  list.className = "map-found";
  list.dir = document.documentElement.dir;
  list.append(...places.map((place) => entryOf(place, words)));
  const width = Math.min(WIDEST, map.getSize().x - BESIDE_THE_WORDS);
  const size = { minWidth: width, maxWidth: width, maxHeight: HIGHEST };
  const popup = new Popup({ ...size, offset: ABOVE_THE_DOT });
  popup.setLatLng([lat, lon]).setContent(list).openOn(map);
  const box = popup.getElement();
  box.querySelector(".leaflet-popup-close-button").setAttribute("aria-label", words.close);
  list.querySelector("a").focus({ preventScroll: true });
  const isIn = () => box.contains(document.activeElement) || document.activeElement === document.body;
  popup.on("remove", () => {
    // Who closed it from inside is led back; who went on elsewhere stays there.
    if (isIn()) {
      opener.focus({ preventScroll: true });
    }
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      popup.close();
    }
  });
}

function entryOf(place, words) {
  const entry = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#${place.anchor}`;
  link.textContent = words.toList;
  const of = document.createElement("span");
  of.className = "visually-hidden";
  of.textContent = ` ${place.name}`;
  link.append(of);
  entry.append(paragraph("map-found-name", place.name));
  entry.append(paragraph("soft", whereabouts(place, words).join(", ")), link);
  return entry;
}

function whereabouts({ where, isExact, remark }, words) {
  return [where, isExact ? null : words.rough, remark].filter(Boolean);
}

function paragraph(className, words) {
  const made = document.createElement("p");
  made.className = className;
  made.textContent = words;
  return made;
}
