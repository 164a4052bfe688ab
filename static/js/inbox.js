// The inbox by keys: `e` and `r` belong to the card that has focus, `n` and `p` move
// on, and a tick is stored as it is set, so that leaving the page loses none.

const form = document.querySelector("[data-inbox]");
const cards = [...form.querySelectorAll(".inbox-card")];
let current = -1;
let storing = Promise.resolve();

function setCurrent(index) {
  for (const control of cards[current]?.querySelectorAll("[data-card-key]") ?? []) {
    delete control.dataset.hotkey;
    control.removeAttribute("aria-keyshortcuts");
  }
  current = index;
  for (const control of cards[current]?.querySelectorAll("[data-card-key]") ?? []) {
    control.dataset.hotkey = control.dataset.cardKey;
    control.setAttribute("aria-keyshortcuts", control.dataset.cardKey);
  }
}

function focusCard(index) {
  const box = cards[index]?.querySelector("input[type=checkbox]");
  box?.focus();
  cards[index]?.scrollIntoView({ block: "nearest" });
}

async function store(body) {
  const headers = { Accept: "application/json" };
  const answer = await fetch(form.dataset.inbox, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`${form.dataset.inbox} answered ${answer.status}`);
  const { ticked } = await answer.json();
  for (const shown of document.querySelectorAll("[data-ticked]")) {
    shown.textContent = ticked.toLocaleString("en");
  }
}

form.addEventListener("focusin", (event) => {
  const index = cards.indexOf(event.target.closest(".inbox-card"));
  if (index >= 0) setCurrent(index);
  // The browser focuses the card that the address names, early or late.
  if (event.target === cards[index]) focusCard(index);
});

form.addEventListener("change", (event) => {
  if (!event.target.matches("input[type=checkbox]")) return;
  // One after the other, each with what the page shows by then. One that fails is made
  // good by the next button, which sends all of it.
  storing = storing.then(() => store(new FormData(form))).catch(() => {});
});

form.addEventListener("click", (event) => {
  const step = event.target.closest("[data-step]");
  if (!step) return;
  const next = current + Number(step.dataset.step);
  focusCard(Math.min(Math.max(next, 0), cards.length - 1));
});

setCurrent(0);
// Where a card was rejected or edited, go on beside it.
focusCard(cards.findIndex((card) => `#${card.id}` === location.hash));
