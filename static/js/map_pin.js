// The map on which one points at where a place is. The fields it fills are sent with the others.

import { DivIcon, LatLngBounds, Map as LeafletMap, Marker, SVG, control } from "leaflet";

import { drawOutline } from "./map_outline.js";

const NORWAY = new LatLngBounds([57.8, 4.3], [71.3, 31.3]);
const ZOOMS = { minZoom: 4, maxZoom: 13 };
const NEAR = 10;
const DIGITS = 5;

export async function draw(region) {
  const frame = region.querySelector("[data-map]");
  const words = frame.dataset;
  const form = region.closest("form");
  const [lat, lon] = ["lat", "lon"].map((name) => form.elements.namedItem(name));
  const outline = await (await fetch(words.outline)).json();
  const map = new LeafletMap(frame, {
    ...ZOOMS,
    attributionControl: false,
    zoomControl: false,
    scrollWheelZoom: false,
    renderer: new SVG({ padding: 0.5 }),
  });
  control.attribution({ prefix: false }).addTo(map);
  control.zoom({ position: "bottomright", zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  const start = lat.value && lon.value ? [Number(lat.value), Number(lon.value)] : null;
  if (start) {
    map.setView(start, NEAR);
  } else {
    map.fitBounds(NORWAY);
  }
  drawOutline(map, outline, words.credit);
  const pin = new Marker(start ?? map.getCenter(), {
    draggable: true,
    alt: words.point,
    title: words.point,
    icon: new DivIcon({ html: point(), className: "map-point", iconSize: [0, 0] }),
  });
  const keep = ({ lat: north, lng: east }) => {
    lat.value = north.toFixed(DIGITS);
    lon.value = east.toFixed(DIGITS);
  };
  const put = (point) => {
    pin.setLatLng(point).addTo(map);
    keep(point);
  };
  if (start) {
    pin.addTo(map);
  }
  pin.on("dragend", () => keep(pin.getLatLng()));
  map.on("click", ({ latlng }) => put(latlng));
  // With the keyboard the arrows move the map; Enter puts the point in the middle of it.
  frame.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === frame) {
      event.preventDefault();
      put(map.getCenter());
    }
  });
}

function point() {
  const made = document.createElement("span");
  made.className = "map-pin";
  return made;
}
