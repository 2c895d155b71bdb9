// Completes the name of a place while one types it. All names come in one file, the same for everybody,
// so that nobody is told which letters were typed.

const MOST = 8;
const PLAIN = { æ: "ae", ø: "o", å: "a", đ: "d", ŋ: "n", ŧ: "t" };

for (const field of document.querySelectorAll('[data-module="place-names"]')) {
  setUp(field);
}

function setUp(field) {
  const list = document.createElement("datalist");
  list.id = `${field.id}-names`;
  field.after(list);
  field.setAttribute("list", list.id);
  let names = [];

  const offer = () => list.replaceChildren(...fitting(names, field.value).map((name) => optionOf(name, field.value)));
  const fetchNames = async () => {
    try {
      names = withFolded(await (await fetch(field.dataset.names)).json());
      offer();
    } catch {
      // Without the names one types the whole of it; at the next visit to the field we try again.
      field.addEventListener("focus", fetchNames, { once: true });
    }
  };
  field.addEventListener("focus", fetchNames, { once: true });
  field.addEventListener("input", offer);
}

function withFolded(names) {
  return names.map((name) => ({ name, folded: fold(name) }));
}

function fitting(names, typed) {
  const wanted = fold(typed);
  if (!wanted) {
    return [];
  }
  const letters = typed.trim().toLowerCase();
  const is = {
    asTyped: ({ name }) => name.toLowerCase().startsWith(letters),
    first: ({ folded }) => folded.startsWith(wanted),
    inside: ({ folded }) => folded.includes(` ${wanted}`),
  };
  const found = new Set([is.asTyped, is.first, is.inside].flatMap((fits) => names.filter(fits)));
  return [...found].slice(0, MOST).map(({ name }) => name);
}

// A browser shows only options that hold what was typed, letter by letter: «tromso» has to stand in the label.
function optionOf(name, typed) {
  const option = document.createElement("option");
  option.value = name;
  if (!name.toLowerCase().includes(typed.toLowerCase())) {
    option.label = `${name} (${typed})`;
  }
  return option;
}

// As places/folding.py does, and aa and oe are what people write who have no å and no ø.
function fold(text) {
  const letters = text.normalize("NFC").toLowerCase().replace(/[æøåđŋŧ]/g, (letter) => PLAIN[letter]);
  const bare = letters.normalize("NFD").replace(/\p{M}/gu, "");
  return bare.replaceAll("aa", "a").replaceAll("oe", "o").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
