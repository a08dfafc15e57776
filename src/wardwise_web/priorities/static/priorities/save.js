// Saves each factor as soon as it is marked. Without it the page's own button saves all of them.
const form = document.querySelector("[data-saves-at-once]");
const waiting = new Map(); // factor → the turn that has still to be saved

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
  const turn = {};
  waiting.set(factor, turn);
  told.textContent = form.dataset.saving;
  try {
    const answer = await fetch(location.href, {
      method: "POST",
      headers: { "X-Saves": "at-once" },
      body: parts(factor),
    });
    if (waiting.get(factor) !== turn) return; // a later mark is on its way
    if (answer.status >= 500 || answer.redirected) throw new Error(String(answer.status));
    const words = (await answer.json()).told;
    waiting.delete(factor);
    told.textContent = words;
  } catch {
    if (waiting.get(factor) !== turn) return;
    told.textContent = form.dataset.notSaved;
    setTimeout(() => waiting.get(factor) === turn && save(factor), 3000);
  }
}

form?.addEventListener("change", (event) => {
  const factor = event.target.closest("[data-factor]");
  if (factor?.querySelector("input[type=radio]:checked")) save(factor);
});
form?.addEventListener("submit", () => waiting.clear());
window.addEventListener("beforeunload", (event) => {
  if (waiting.size) event.preventDefault();
});
