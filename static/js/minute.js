// Answers while one chooses: sends the form, and puts what comes back beside it. The server keeps nothing of it.
// Without script the button of the form does the same.

const WAIT_IN_MILLISECONDS = 250;

const form = document.querySelector('[data-module="minute"]');
const answer = document.querySelector("[data-minute-answer]");
const status = document.querySelector("[data-minute-status]");

if (form && answer && status) {
  setUp(form);
}

function setUp(form) {
  let timer = 0;
  let asking = new AbortController();
  const ask = async () => {
    asking.abort();
    asking = new AbortController();
    answer.setAttribute("aria-busy", "true");
    try {
      const body = new URLSearchParams(new FormData(form));
      const response = await fetch(form.dataset.address, { method: "POST", body, signal: asking.signal });
      show(response.ok, await response.json());
    } catch (error) {
      // One that was called off is followed by another; without a network the button is still there.
      if (error.name !== "AbortError") {
        answer.removeAttribute("aria-busy");
      }
    }
  };
  const askSoon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  };
  form.addEventListener("input", (event) => askSoon(event.target.matches('[type="text"]') ? WAIT_IN_MILLISECONDS : 0));
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    asking.abort();
  });
}

function show(isAnswer, { summary, html, address }) {
  answer.removeAttribute("aria-busy");
  status.textContent = summary;
  // What cannot be used is told to everybody; that something came, one sees.
  status.classList.toggle("visually-hidden", isAnswer);
  if (isAnswer) {
    answer.innerHTML = html;
    // So that the page, opened again, is the one that is seen.
    history.replaceState(history.state, "", address);
  }
}
