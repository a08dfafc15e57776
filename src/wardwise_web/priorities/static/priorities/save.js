// Saves each factor as soon as it is marked. Without it the page's own button saves all of them.
const form = document.querySelector("[data-saves-at-once]");
const waiting = new Set(); // factors whose last change has still to be sent
let underWay = null; // one request at a time: none may overtake the one before it
let turning = false;

function parts(factor) {
  const data = new FormData();
  data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  for (const field of factor.querySelectorAll("input, textarea")) {
    if (field.type !== "radio" || field.checked) data.set(field.name, field.value);
  }
  return data;
}

async function save(factor) {
  const told = factor.querySelector("[data-told]");
  waiting.delete(factor); // a change from here on puts it back
  told.textContent = form.dataset.saving;
  const patience = new AbortController();
  const late = setTimeout(() => patience.abort(), 20000);
  try {
    const answer = await fetch(location.href, {
      method: "POST",
      headers: { "X-Saves": "at-once" },
      body: parts(factor),
      signal: patience.signal,
    });
    if (answer.status >= 500 || answer.redirected) throw new Error(String(answer.status));
    told.textContent = (await answer.json()).told;
    return true;
  } catch {
    waiting.add(factor);
    told.textContent = form.dataset.notSaved;
    return false;
  } finally {
    clearTimeout(late);
  }
}

async function saveInTurn() {
  if (turning) return;
  turning = true;
  while (waiting.size) {
    underWay = save(waiting.values().next().value);
    const isSaved = await underWay;
    underWay = null;
    if (!isSaved) await new Promise((passed) => setTimeout(passed, 3000));
  }
  turning = false;
}

form?.addEventListener("change", (event) => {
  const factor = event.target.closest("[data-factor]");
  if (!factor?.querySelector("input[type=radio]:checked")) return;
  waiting.add(factor);
  saveInTurn();
});
form?.addEventListener("submit", async (event) => {
  waiting.clear(); // the page's own button sends them all
  if (!underWay) return;
  event.preventDefault();
  while (underWay) {
    await underWay;
    waiting.clear(); // what came back unsaved goes with the page as well
  }
  form.submit();
});
window.addEventListener("beforeunload", (event) => {
  if (waiting.size || underWay) event.preventDefault();
});
