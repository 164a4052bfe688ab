// List the keys this page answers to, read off the controls that carry them.

const NAMES = new Map([
  ["Space", "Space"],
  ["ArrowLeft", "←"],
  ["ArrowRight", "→"],
  ["ArrowUp", "↑"],
  ["ArrowDown", "↓"],
]);

function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function nameOf(control) {
  if (control.dataset.hotkeyLabel) return control.dataset.hotkeyLabel;
  if (control.ariaLabel) return control.ariaLabel;
  const copy = (control.labels?.[0] ?? control).cloneNode(true);
  for (const hint of copy.querySelectorAll("kbd, .button__note, .grade__interval")) hint.remove();
  return copy.textContent.trim().replace(/\s+/g, " ");
}

function keyNames(control) {
  const term = element("dt");
  for (const key of control.dataset.hotkey.split(" ")) {
    const plain = /^[A-Z]$/.test(key) ? `Shift ${key}` : key.replace("Mod+", "Ctrl ");
    const name = NAMES.get(key) ?? plain;
    term.append(element("kbd", name));
  }
  return term;
}

function build() {
  const dialog = element("dialog", "", { class: "dialog", "aria-labelledby": "help-title" });
  const list = element("dl");
  for (const control of document.querySelectorAll("[data-hotkey]")) {
    list.append(keyNames(control), element("dd", nameOf(control)));
  }
  const any = element("dt");
  any.append(element("kbd", "?"));
  list.append(any, element("dd", "This list"));
  const note = element("p", "Single keys can be turned off in ", { class: "small soft" });
  note.append(element("a", "Settings", { href: "/settings" }), ".");
  const close = element("form", "", { method: "dialog" });
  close.append(element("button", "Close", { class: "button", autofocus: "" }));
  dialog.append(element("h2", "Keys on this page", { id: "help-title" }), list, note, close);
  return dialog;
}

export function showHelp(opener) {
  const dialog = build();
  document.body.append(dialog);
  dialog.addEventListener("close", () => {
    dialog.remove();
    opener?.focus?.();
  });
  dialog.showModal();
}
