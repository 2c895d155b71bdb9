// Gives each name on the map the first spot beside its dot where it covers nothing, or hides it.
// What comes first in the list has the first choice; the names of towns have the last.

const SLACK = 2;
const OUT_OF_THE_WAY = 28; // pixels from a town's middle, where a dot may lie
const OVER_THE_DOT = 26; // pixels from a dot's middle to that of a name above or below it

export function makeRoom(frame) {
  const edges = boxOf(frame);
  const taken = [...frame.querySelectorAll(".map-dot, .leaflet-control")].map(boxOf);
  const places = [...frame.querySelectorAll(".map-name")];
  const towns = [...frame.querySelectorAll(".map-town:not([hidden])")];
  for (const name of [...places, ...towns]) {
    name.classList.remove("is-before", "is-below", "is-above");
  }
  // All are measured before any is moved, or the browser would lay out the page for each of them.
  const spots = [...places.map(besideDot), ...towns.map(aroundTown)];
  for (const { name, boxes } of spots) {
    const isFree = ([, box]) => !isCut(box, edges) && !taken.some((other) => meet(box, other));
    const found = boxes.find(isFree);
    name.classList.toggle("is-crowded", !found);
    if (found) {
      const [side, box] = found;
      taken.push(box);
      if (side) {
        name.classList.add(side);
      }
    }
  }
}

function besideDot(name) {
  const box = boxOf(name);
  const { left, right } = boxOf(name.parentElement);
  const before = { ...box, left: left + right - box.right, right: left + right - box.left };
  const aside = (left + right - box.left - box.right) / 2;
  const moved = (down) => shifted(box, aside, down);
  return {
    name,
    boxes: [["", box], ["is-before", before], ["is-above", moved(-OVER_THE_DOT)], ["is-below", moved(OVER_THE_DOT)]],
  };
}

function aroundTown(name) {
  const box = boxOf(name);
  const moved = (down) => shifted(box, 0, down);
  return { name, boxes: [["", box], ["is-below", moved(OUT_OF_THE_WAY)], ["is-above", moved(-OUT_OF_THE_WAY)]] };
}

function boxOf(element) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { left, right, top, bottom };
}

function shifted({ left, right, top, bottom }, aside, down) {
  return { left: left + aside, right: right + aside, top: top + down, bottom: bottom + down };
}

function isCut(box, edges) {
  const isPartlyIn = meet(box, edges);
  const isWhole =
    box.left >= edges.left && box.right <= edges.right && box.top >= edges.top && box.bottom <= edges.bottom;
  return isPartlyIn && !isWhole;
}

function meet(one, other) {
  return (
    one.left < other.right + SLACK &&
    other.left < one.right + SLACK &&
    one.top < other.bottom + SLACK &&
    other.top < one.bottom + SLACK
  );
}
