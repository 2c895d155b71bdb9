// The places on the map, as buttons in the order of the list. A group comes apart where it can be
// looked at more closely; a place, or what lies on one spot, tells what is there.

import { DivIcon, DomEvent, LayerGroup, Marker } from "leaflet";

import { grouping } from "./map_places.js";
import { labelOf, openPopup } from "./map_popup.js";
import { makeRoom } from "./map_room.js";

const FROM_THE_EDGE = [60, 60];

export function drawPlaces(map, places, words) {
  const groupsAt = grouping(places);
  const markers = new LayerGroup().addTo(map);
  const drawNow = () => {
    const held = places[document.activeElement?.dataset.first];
    markers.clearLayers();
    for (const group of groupsAt(map.getZoom())) {
      const button = buttonOf(map, group, words);
      markers.addLayer(markerOf(group, button));
      // Whoever came here by the keyboard goes on from where they were.
      if (group.places.includes(held)) {
        button.focus({ preventScroll: true });
      }
    }
  };
  map.on("zoomend zoomlevelschange", drawNow);
  // Which ends after zooming too, and by then everything has its place.
  map.on("moveend", () => makeRoom(map.getContainer()));
  drawNow();
  makeRoom(map.getContainer());
}

function markerOf({ lat, lon }, button) {
  const icon = new DivIcon({ html: button, className: "map-point", iconSize: [0, 0] });
  return new Marker([lat, lon], { icon, interactive: false, keyboard: false });
}

function buttonOf(map, group, words) {
  const { lat, lon, places } = group;
  const comesApart = group.opensAt !== null && group.opensAt <= map.getMaxZoom();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "map-place";
  button.classList.toggle("is-group", places.length > 1);
  button.classList.toggle("is-rough", !places.some((place) => place.isExact));
  button.dataset.first = group.first;
  button.dataset.count = places.length;
  button.setAttribute("aria-label", labelOf(places, words, comesApart));
  button.append(span("map-dot", places.length > 1 ? places.length : ""));
  if (places.length === 1) {
    button.append(span("map-name", places[0].name));
  }
  DomEvent.disableClickPropagation(button);
  button.addEventListener("focus", () => map.panInside([lat, lon], { padding: FROM_THE_EDGE }));
  button.addEventListener("click", () => {
    if (comesApart) {
      map.setView([lat, lon], group.opensAt);
    } else {
      openPopup(map, group, button, words);
    }
  });
  return button;
}

function span(className, words) {
  const made = document.createElement("span");
  made.className = className;
  made.textContent = words;
  return made;
}
