// Draws the map of a page: an outline of the country, and on it what stands in the list of the page.
// Only script can show it, and everything on it is in the list too.

import { LatLngBounds } from "leaflet";

import { NORWAY, mapIn } from "./map_frame.js";
import { drawOutline } from "./map_outline.js";
import { countOfUnplaced, placesOnPage } from "./map_places.js";
import { drawPlaces } from "./map_markers.js";
import { offerStreets } from "./map_streets.js";

// The outline is right to a kilometre or two: nearer than this it would look more certain than it is.
const ZOOMS = { minZoom: 4, maxZoom: 10 };
const NEAREST_AT_FIRST = 9;
const MOST_FOR_NAMES = 150;
const PADDING = 32;

export async function draw(region) {
  const frame = region.querySelector("[data-map]");
  const words = frame.dataset;
  const response = await fetch(words.outline);
  const outline = await response.json();
  const map = mapIn(frame, words, ZOOMS);
  const places = placesOnPage();
  lookAt(map, places);
  const layers = drawOutline(map, outline, words.credit);
  drawPlaces(map, places, words);
  offerStreets(map, region.querySelector("[data-map-streets]"), layers);
  sayWhatIsMissing(region.querySelector("[data-only-in-list]"));
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(frame);
}

// Around what is in the list, with room for the names beside it.
function lookAt(map, places) {
  const spots = places.map(({ lat, lon }) => [lat, lon]);
  map.fitBounds(spots.length ? new LatLngBounds(spots) : NORWAY, {
    maxZoom: NEAREST_AT_FIRST,
    paddingTopLeft: [PADDING, PADDING],
    paddingBottomRight: [Math.min(MOST_FOR_NAMES, map.getSize().x / 3), PADDING],
    animate: false,
  });
}

function sayWhatIsMissing(line) {
  const count = countOfUnplaced();
  line.textContent = line.dataset.onlyInList.replace("{count}", count);
  line.hidden = count === 0;
}
