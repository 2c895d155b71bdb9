// Street tiles in place of the outline, where the operator has named some and the visitor asks for them.

import { TileLayer } from "leaflet";

const NEAREST = 18;

// `outline` are the layers that the streets take the place of.
export function offerStreets(map, button, outline) {
  if (!button) {
    return;
  }
  const { tiles, credit, show, hide } = button.dataset;
  const streets = new TileLayer(tiles, { attribution: asText(credit), maxZoom: NEAREST });
  const nearestOfOutline = map.getMaxZoom();
  button.addEventListener("click", () => {
    const isShown = !map.hasLayer(streets);
    for (const layer of outline) {
      map[isShown ? "removeLayer" : "addLayer"](layer);
    }
    map[isShown ? "addLayer" : "removeLayer"](streets);
    map.setMaxZoom(isShown ? NEAREST : nearestOfOutline);
    button.textContent = isShown ? hide : show;
  });
}

// The map takes a credit for markup; ours is the words of a setting.
function asText(words) {
  const element = document.createElement("span");
  element.textContent = words;
  return element.innerHTML;
}
