// What the list of the page has on the map. It is read from the cards, so the two cannot disagree.

import Supercluster from "supercluster";

const CARDS = "article.card, li.listed";
const TOUCH = 46; // pixels between two markers one can hit with a finger
const NEAREST = 18;
const EVERYWHERE = [-180, -85, 180, 85];

export function placesOnPage() {
  return [...document.querySelectorAll(CARDS)].filter((card) => card.dataset.place).map(placeOf);
}

export function countOfUnplaced() {
  return [...document.querySelectorAll(CARDS)].filter((card) => !card.dataset.place).length;
}

// Gathers places that lie too near each other to be told apart, for each zoom. Returns a function
// from a zoom to groups in the order of the list, a place by itself being a group of one. A larger
// one comes apart from the zoom it `opensAt`, which is beyond the nearest where all lie on one spot.
export function grouping(places) {
  const index = new Supercluster({ radius: TOUCH, extent: 256, maxZoom: NEAREST });
  index.load(
    places.map(({ lat, lon }, number) => ({
      type: "Feature",
      properties: { number },
      geometry: { type: "Point", coordinates: [lon, lat] },
    })),
  );
  const groupOf = ({ properties, geometry, id }) => {
    const [lon, lat] = geometry.coordinates;
    const members = properties.cluster ? index.getLeaves(id, Infinity) : [{ properties }];
    const numbers = members.map((member) => member.properties.number).sort((one, other) => one - other);
    return {
      lat,
      lon,
      first: numbers[0],
      places: numbers.map((number) => places[number]),
      opensAt: properties.cluster ? index.getClusterExpansionZoom(id) : null,
    };
  };
  return (zoom) =>
    index
      .getClusters(EVERYWHERE, zoom)
      .map(groupOf)
      .sort((one, other) => one.first - other.first);
}

function placeOf(card) {
  const [lat, lon] = card.dataset.place.split(",").map(Number);
  const heading = card.querySelector("h3");
  return {
    lat,
    lon,
    name: heading.textContent.trim(),
    where: card.dataset.placeWords,
    remark: card.querySelector(".ds-tag")?.textContent.trim(),
    isExact: "placeIsExact" in card.dataset,
    anchor: heading.id || card.id,
  };
}
