// Says, while one writes, what could be said better. The server keeps nothing of it; without script the
// same is told once the page is saved.

const WAIT_IN_MILLISECONDS = 1200;

for (const part of document.querySelectorAll('[data-module="hints"]')) {
  const field = part.querySelector(`[name="${part.dataset.field}"]`);
  if (field) {
    setUp(field, part.dataset);
  }
}

function setUp(field, { address, field: name }) {
  const said = document.createElement("ul");
  const status = document.createElement("div");
  status.className = "hints-now";
  status.setAttribute("role", "status");
  field.after(status);
  let timer = 0;
  const ask = async () => {
    const text = field.value;
    const token = field.form.elements.namedItem("token")?.value;
    try {
      const response = await fetch(address, {
        method: "POST",
        body: new URLSearchParams({ field: name, text }),
        headers: token ? { "X-Form-Token": token } : {},
      });
      // What was asked about may not be what stands there any more.
      if (response.ok && text === field.value) {
        show(status, said, await response.json());
      }
    } catch {
      status.replaceChildren();
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_IN_MILLISECONDS);
  });
}

function show(status, said, sentences) {
  status.replaceChildren(...(sentences.length ? [said] : []));
  said.replaceChildren(
    ...sentences.map((sentence) => {
      const item = document.createElement("li");
      item.textContent = sentence;
      return item;
    }),
  );
}
