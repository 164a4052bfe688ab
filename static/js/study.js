// Show the answer at once, and take the rest of a sitting over from its forms once it is
// under way: the page itself loads little. Without this file the same forms do the same
// work, a page at a time.

const DOUBLE_MS = 250;
const NEAR_PX = 24;
const PREFIX = "prebrief-answer ";
const root = document.querySelector("[data-study]");
const part = (name) => root.querySelector(`[data-study-${name}]`);
const opened = {
  at: performance.now(),
  // What to add to this device's clock for the library's.
  ahead: Number(root?.dataset.studyNow) - Date.now(),
};
// When and where the answer was asked for.
export const turned = { at: -Infinity, x: 0, y: 0 };
let sitting = null;

function filled(answer) {
  const gap = document.createElement("strong");
  gap.className = "gap gap--filled";
  gap.textContent = answer;
  return gap;
}

// Turn a card to its answer side, which is an element.
export function turn(card, side) {
  const article = part("card");
  for (const gap of article.querySelectorAll(".gap")) gap.replaceWith(filled(card.answer));
  article.append(side);
  part("reveal").hidden = true;
  part("answer").hidden = false;
  part("edit").href = `${card.edit_href}&show=answer`;
  // A reload, or the way back from the source, shows the same side of the same card.
  history.replaceState(null, "", card.answer_href);
  turned.at = performance.now();
  article.querySelector(".card__answer").focus();
}

// A key or a finger that comes down twice within a moment meant it once: what showed the
// answer does not grade it as well.
function refuseDouble(event) {
  const isKey = event.type === "keydown";
  const isNear = Math.hypot(event.clientX - turned.x, event.clientY - turned.y) < NEAR_PX;
  const isSame = isKey ? event.key === " " || event.key === "Enter" : event.detail > 0 && isNear;
  if (isSame && performance.now() - turned.at < DOUBLE_MS) {
    event.preventDefault();
    event.stopImmediatePropagation();
  } else if (!isKey) Object.assign(turned, { x: event.clientX, y: event.clientY });
}

async function take(event) {
  const { target: form, submitter } = event;
  if (form !== part("reveal") && form !== part("answer")) return;
  event.preventDefault();
  const side = part("side")?.content.firstElementChild;
  if (side && form === part("reveal")) turn(JSON.parse(root.dataset.study)[0], side);
  try {
    sitting ??= import("./study_sitting.js").then(({ open }) => open(root, opened));
    (await sitting)(form, submitter);
  } catch {
    // The rest could not be loaded or used: the forms do their own work.
    root.removeEventListener("submit", take);
    if (!form.hidden) form.requestSubmit(submitter);
  }
}

async function sendKept() {
  const outbox = await import("./study_outbox.js");
  // The queue is another one then.
  if (await outbox.sendKept()) location.reload();
}

root?.addEventListener("submit", take);
for (const kind of ["keydown", "click"]) window.addEventListener(kind, refuseDouble, true);
if (Object.keys(localStorage).some((key) => key.startsWith(PREFIX))) sendKept();
