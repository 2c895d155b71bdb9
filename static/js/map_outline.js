// The country as static/map/norway.json has it (seeds/build_outline.py): land, county borders, towns.

import { DivIcon, LayerGroup, Marker, Polygon, Polyline } from "leaflet";

const THOUSANDTHS = 1000;
const UNDER_THE_PLACES = 450;

// Returns what street tiles take the place of.
export function drawOutline(map, { land, borders, neighbours, towns }, attribution) {
  const shapes = new LayerGroup([
    shape(Polygon, neighbours, "map-neighbours"),
    shape(Polygon, land, "map-land", { attribution }),
    shape(Polyline, borders, "map-borders"),
  ]).addTo(map);
  const pane = map.createPane("towns");
  pane.style.zIndex = UNDER_THE_PLACES;
  // The names are there to find one's way by eye; the list says where each thing is.
  pane.setAttribute("aria-hidden", "true");
  const names = new LayerGroup(towns.map(nameOf)).addTo(map);
  const showNames = () => {
    for (const name of pane.querySelectorAll(".map-town")) {
      name.hidden = Number(name.dataset.zoom) > map.getZoom();
    }
  };
  map.on("zoomend", showNames);
  showNames();
  return [shapes, names];
}

function shape(Kind, lines, className, options) {
  return new Kind(lines.map(pointsOf), { className, interactive: false, smoothFactor: 0.7, ...options });
}

function nameOf([words, lat, lon, zoom]) {
  const name = document.createElement("span");
  name.className = "map-town";
  name.dataset.zoom = zoom;
  name.textContent = words;
  const icon = new DivIcon({ html: name, className: "map-point", iconSize: [0, 0] });
  return new Marker([lat, lon], { icon, pane: "towns", interactive: false, keyboard: false });
}

function pointsOf(steps) {
  const points = [];
  let lat = 0;
  let lon = 0;
  for (let at = 0; at < steps.length; at += 2) {
    lat += steps[at];
    lon += steps[at + 1];
    points.push([lat / THOUSANDTHS, lon / THOUSANDTHS]);
  }
  return points;
}
