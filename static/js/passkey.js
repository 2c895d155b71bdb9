// Makes a passkey, or shows one. It lies in the browser's own keeping, so nothing here works without script:
// the page says so. What the server asks is signed by the key, and the answer sent back as it came.

for (const part of document.querySelectorAll('[data-module="passkey"]')) {
  const [status, button, unable, unscripted] = ["status", "button", "unable", "unscripted"].map((name) =>
    part.querySelector(`[data-passkey-${name}]`),
  );
  unscripted.hidden = true;
  if (window.PublicKeyCredential && navigator.credentials) {
    setUp(part, status, button);
  } else {
    unable.hidden = false;
  }
}

function setUp(part, status, button) {
  const { step, question, answer, goesTo, asking, failed } = part.dataset;
  const token = part.querySelector("[name=token]").value;

  const send = async (address, body) => {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Form-Token": token },
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(response.status);
    }
    return response;
  };

  button.addEventListener("click", async () => {
    button.disabled = true;
    status.textContent = asking;
    try {
      const asked = toBytes(await (await send(question, {})).json());
      const credential =
        step === "make"
          ? await navigator.credentials.create({ publicKey: asked })
          : await navigator.credentials.get({ publicKey: asked });
      await send(answer, toJSON(credential));
      location.assign(goesTo);
    } catch {
      // Also when somebody changes their mind, or takes too long.
      status.textContent = failed;
      button.disabled = false;
    }
  });
  button.hidden = false;
}

// Browsers from before 2025 cannot read the question, or write the answer, by themselves.
function toBytes(asked) {
  const known = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));
  return {
    ...asked,
    challenge: bytes(asked.challenge),
    ...(asked.user && { user: { ...asked.user, id: bytes(asked.user.id) } }),
    excludeCredentials: known(asked.excludeCredentials),
    allowCredentials: known(asked.allowCredentials),
  };
}

function toJSON({ id, rawId, type, response }) {
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const told = parts.filter((name) => response[name]).map((name) => [name, text(response[name])]);
  return { id, rawId: text(rawId), type, response: Object.fromEntries(told) };
}

function bytes(word) {
  const letters = atob(word.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const letters = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
