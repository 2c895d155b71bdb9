// Draws the map of a page: an outline of the country, and on it what stands in the list of the page.
// Only script can show it, and everything on it is in the list too.

import { LatLngBounds, Map as LeafletMap, SVG, control } from "leaflet";

import { drawOutline } from "./map_outline.js";
import { countOfUnplaced, placesOnPage } from "./map_places.js";
import { drawPlaces } from "./map_markers.js";
import { offerStreets } from "./map_streets.js";

const NORWAY = new LatLngBounds([57.8, 4.3], [71.3, 31.3]);
// As far as seeds/build_outline.py has drawn it.
const DRAWN = new LatLngBounds([52, -14], [74, 50]);
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
  const map = mapIn(frame, words);
  const places = placesOnPage();
  lookAt(map, places);
  const layers = drawOutline(map, outline, words.credit);
  drawPlaces(map, places, words);
  offerStreets(map, region.querySelector("[data-map-streets]"), layers);
  sayWhatIsMissing(region.querySelector("[data-only-in-list]"));
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(frame);
}

function mapIn(frame, words) {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new LeafletMap(frame, {
    ...ZOOMS,
    attributionControl: false,
    zoomControl: false,
    // A page that is scrolled should not be caught by the map in it.
    scrollWheelZoom: false,
    maxBounds: DRAWN,
    renderer: new SVG({ padding: 0.5 }),
    zoomAnimation: !isCalm,
    fadeAnimation: !isCalm,
    markerZoomAnimation: !isCalm,
    inertia: !isCalm,
  });
  if (isCalm) {
    const panBy = map.panBy.bind(map);
    map.panBy = (offset, options) => panBy(offset, { ...options, animate: false });
  }
  control.attribution({ prefix: false }).addTo(map);
  // Below, since what opens over a place opens upwards.
  const titles = { zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut };
  control.zoom({ position: "bottomright", ...titles }).addTo(map);
  return map;
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
