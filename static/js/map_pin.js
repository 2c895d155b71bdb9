// The map on which one points at where a place is. The fields it fills are sent with the others.

import { DivIcon, Marker } from "leaflet";

import { NORWAY, mapIn } from "./map_frame.js";
import { drawOutline } from "./map_outline.js";
import { offerStreets } from "./map_streets.js";

const ZOOMS = { minZoom: 4, maxZoom: 12 };
// From further away than this a finger covers a whole town: the first press goes nearer.
const NEAR_ENOUGH = 10;
// On a map of streets, as near as this, one sees the house.
const AT_THE_DOOR = 16;
const DIGITS = 5;

export async function draw(region) {
  const frame = region.querySelector("[data-map]");
  const words = frame.dataset;
  const fields = region.closest("form").elements;
  const [lat, lon, precision] = ["lat", "lon", "precision"].map((name) => fields.namedItem(name));
  const outline = await (await fetch(words.outline)).json();
  const map = mapIn(frame, words, ZOOMS);
  const start = lat.value && lon.value ? [Number(lat.value), Number(lon.value)] : null;
  if (start) {
    map.setView(start, NEAR_ENOUGH);
  } else {
    map.fitBounds(NORWAY);
  }
  const layers = drawOutline(map, outline, words.credit);
  offerStreets(map, region.querySelector("[data-map-streets]"), layers);
  const pin = pinAt(start ?? map.getCenter(), words.point);
  if (start) {
    pin.addTo(map);
  }
  const put = (point) => {
    if (map.getZoom() < NEAR_ENOUGH) {
      map.setView(point, NEAR_ENOUGH);
      return;
    }
    pin.setLatLng(point).addTo(map);
    lat.value = point.lat.toFixed(DIGITS);
    lon.value = point.lng.toFixed(DIGITS);
    precision.value = map.getZoom() >= AT_THE_DOOR ? "exact" : "postcode";
  };
  pin.on("dragend", () => put(pin.getLatLng()));
  map.on("click", ({ latlng }) => put(latlng));
  // With the keyboard the arrows move the map; Enter puts the point in the middle of it.
  frame.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === frame) {
      event.preventDefault();
      put(map.getCenter());
    }
  });
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(frame);
}

function pinAt(point, words) {
  const dot = document.createElement("span");
  dot.className = "map-pin";
  const icon = new DivIcon({ html: dot, className: "map-point", iconSize: [0, 0] });
  return new Marker(point, { draggable: true, alt: words, title: words, icon });
}
