// The inbox by keys: some belong to the card or sentence that has focus, some to its claim,
// whose place in the source is lit. A tick is stored as it is set: leaving loses none.

import { light } from "./source.js";

const form = document.querySelector("[data-inbox]");
const items = [...form.querySelectorAll("[data-item]")];
const claimOf = (index) => items[index]?.closest(".claim");
const toolOf = (index, name) => claimOf(index)?.querySelector(`[data-tool=${name}]`);
let current = -1;
let storing = Promise.resolve();

function setCurrent(index) {
  for (const control of items[current]?.querySelectorAll("[data-item-key]") ?? []) {
    delete control.dataset.hotkey;
    control.removeAttribute("aria-keyshortcuts");
  }
  current = index;
  for (const control of items[current]?.querySelectorAll("[data-item-key]") ?? []) {
    control.dataset.hotkey = control.dataset.itemKey;
    control.setAttribute("aria-keyshortcuts", control.dataset.itemKey);
  }
  for (const button of form.querySelectorAll("[data-press]")) button.hidden = !toolOf(current, button.dataset.press);
  light(claimOf(current));
}

function focusItem(index) {
  items[index]?.querySelector("input[type=checkbox], button")?.focus();
  items[index]?.scrollIntoView({ block: "nearest" });
}

async function store(body) {
  const headers = { Accept: "application/json" };
  const answer = await fetch(form.dataset.inbox, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`${form.dataset.inbox} answered ${answer.status}`);
  const { ticked } = await answer.json();
  for (const shown of form.querySelectorAll("[data-ticked]")) shown.textContent = ticked.toLocaleString("en");
  for (const button of form.querySelectorAll("[data-keep]")) button.hidden = ticked === 0;
}

// One after the other, with what the page shows by then; the next button mends a failure.
function storeTicks() {
  storing = storing.then(() => store(new FormData(form))).catch(() => {});
}

form.addEventListener("focusin", ({ target }) => {
  const index = items.indexOf(target.closest("[data-item]") ?? target.closest(".claim")?.querySelector("[data-item]"));
  if (index >= 0 && index !== current) setCurrent(index);
  // The browser focuses the card or claim that the address names, early or late.
  if (index >= 0 && [items[index], claimOf(index)].includes(target)) focusItem(index);
});

form.addEventListener("change", ({ target }) => target.matches("input[type=checkbox]") && storeTicks());

form.addEventListener("click", ({ target }) => {
  const step = target.closest("[data-step]")?.dataset.step;
  if (step) focusItem(Math.min(Math.max(current + Number(step), 0), items.length - 1));
  const tool = target.closest("[data-press]")?.dataset.press;
  if (tool) toolOf(current, tool)?.click();
  if (!target.closest("[data-tick-all]")) return;
  const boxes = [...form.querySelectorAll("[data-item] input[type=checkbox]")];
  const isOn = boxes.some((box) => !box.checked);
  for (const box of boxes) box.checked = isOn;
  storeTicks();
});

for (const item of items) item.closest(".claim").tabIndex = -1;
setCurrent(0);
// Where something was rejected or edited, go on beside it.
const named = location.hash && document.getElementById(location.hash.slice(1));
focusItem(items.findIndex((item, index) => named && (item === named || claimOf(index) === named)));
