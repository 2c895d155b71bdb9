// The frame of a map of Norway: how one moves in it, and where its buttons stand.

import { LatLngBounds, Map as LeafletMap, SVG, control } from "leaflet";

export const NORWAY = new LatLngBounds([57.8, 4.3], [71.3, 31.3]);
// As far as seeds/build_outline.py has drawn it.
const DRAWN = new LatLngBounds([52, -14], [74, 50]);

export function mapIn(frame, words, zooms) {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new LeafletMap(frame, {
    ...zooms,
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
