// Puts about where one is into the answers, once one asks for it. The position is rounded before it
// leaves this page, and nothing is sent before the answers are. What one types afterwards counts instead.

const HUNDREDTHS = 100; // about a kilometre
const ASK = { enableHighAccuracy: false, timeout: 10_000, maximumAge: 5 * 60_000 };

for (const part of document.querySelectorAll('[data-module="position"]')) {
  const [place, lat, lon] = ["place", "lat", "lon"].map((name) => part.querySelector(`[name="${name}"]`));
  const [status, use, remove, tick] = ["status", "use", "remove", "tick"].map((name) =>
    part.querySelector(`[data-position-${name}]`),
  );
  if (navigator.geolocation && place && lat && lon && status && use && remove) {
    setUp({ words: part.dataset, place, lat, lon, status, use, remove, tick });
  }
}

function setUp({ words, place, lat, lon, status, use, remove, tick }) {
  let typedBefore = "";
  let questions = 0;

  const say = (text) => {
    status.textContent = text;
    use.hidden = lat.value !== "";
    remove.hidden = lat.value === "";
  };
  const take = (position) => {
    [lat.value, lon.value] = position ? [rounded(position.latitude), rounded(position.longitude)] : ["", ""];
  };

  use.addEventListener("click", () => {
    const question = ++questions;
    // An answer that comes after one has typed a place, or asked again, comes too late.
    const unlessTooLate = (act) => (answer) => question === questions && act(answer);
    say(words.asking);
    navigator.geolocation.getCurrentPosition(
      unlessTooLate(({ coords }) => {
        const hadFocus = document.activeElement === use;
        take(coords);
        typedBefore = place.value;
        place.value = "";
        say(words.used);
        if (hadFocus) {
          remove.focus();
        }
      }),
      unlessTooLate((error) => say(error.code === error.PERMISSION_DENIED ? words.refused : words.failed)),
      ASK,
    );
  });
  remove.addEventListener("click", () => {
    take(null);
    place.value = typedBefore;
    say(words.removed);
    place.focus();
  });
  place.addEventListener("input", () => {
    questions += 1;
    if (lat.value !== "") {
      take(null);
      say(words.removed);
    } else {
      say("");
    }
  });
  tick?.remove(); // the button does the same at once
  say(status.textContent);
}

function rounded(degrees) {
  return String(Math.round(degrees * HUNDREDTHS) / HUNDREDTHS);
}
