// What every page needs: single keys, one submission per click, and the rarer
// behaviours fetched only when the page asks for them. All of it only speeds up.

const WRITES = "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit])";
const NATIVE = "a[href], button, summary, input";

function pressed(event) {
  const key = event.key === " " ? "Space" : event.key;
  return event.ctrlKey || event.metaKey ? `Mod+${event.shiftKey ? "Shift+" : ""}${key.toLowerCase()}` : key;
}

function controlFor(key) {
  const scope = document.querySelector("dialog[open]") ?? document;
  return [...scope.querySelectorAll("[data-hotkey]")].find(
    (control) =>
      control.dataset.hotkey.split(" ").includes(key) &&
      !control.disabled &&
      control.checkVisibility(),
  );
}

async function openHelp(opener) {
  const { showHelp } = await import("./help.js");
  showHelp(opener);
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.repeat || event.altKey || event.isComposing) return;
  if (document.documentElement.dataset.shortcuts === "off") return;
  if (event.target.closest(WRITES)) return;
  const key = pressed(event);
  // Space and Enter belong to the control that has focus.
  if ((key === "Space" || key === "Enter") && event.target.closest(NATIVE)) return;
  if (key === "?") {
    event.preventDefault();
    openHelp(document.activeElement);
    return;
  }
  const control = controlFor(key);
  if (!control) return;
  event.preventDefault();
  control[control.matches(WRITES) ? "focus" : "click"]();
});

document.addEventListener("click", async (event) => {
  const help = event.target.closest("[data-help]");
  if (help) openHelp(help);
  const copier = event.target.closest("[data-copy]");
  if (copier) (await import("./copy.js")).copyFrom(copier);
});

document.addEventListener("change", (event) => {
  if (event.target.closest("[data-auto-submit]")) event.target.form.requestSubmit();
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
});

// A page that comes back from the browser's cache may send again.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const busy of document.querySelectorAll("[aria-busy]")) busy.removeAttribute("aria-busy");
});

// A page that answers a form must not send it again when it is loaded anew.
const answered = document.querySelector("[data-address]");
if (answered) history.replaceState(null, "", answered.dataset.address);

// What the page wants read first, such as the answer just shown.
document.querySelector("[data-focus]")?.focus();

const zone = CSS.escape(Intl.DateTimeFormat().resolvedOptions().timeZone);
for (const [wanted, file] of [
  ["[data-poll]", "./poll.js"],
  ["[data-timezone]", "./timezone.js"],
  [`[data-zone-guess]:not([data-zone-guess="${zone}"])`, "./zone_guess.js"],
]) {
  if (document.querySelector(wanted)) import(file);
}
