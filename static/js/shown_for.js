// Hides the fields that belong to another answer than the one chosen. Without script all of them stand there,
// each under a heading that says when to fill it in.

for (const part of document.querySelectorAll("[data-shown-for]")) {
  setUp(part);
}

function setUp(part) {
  const wanted = part.dataset.shownFor.split(",").map((pair) => pair.split(":"));
  const fields = wanted.flatMap(([name]) => [...document.querySelectorAll(`[name="${name}"]`)]);
  const isFaulty = part.querySelector(".fault") !== null;
  const look = () => {
    const isWanted = wanted.some(([name, value]) =>
      fields.some((field) => field.name === name && field.value === value && field.checked),
    );
    part.hidden = !isWanted && !isFaulty;
  };
  for (const field of fields) {
    field.addEventListener("change", look);
  }
  look();
}
