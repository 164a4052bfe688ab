// Marking a passage in the source offers to make it a claim. Places are counted in code
// points from the start of the source shown, as the library counts them.

const form = document.querySelector("[data-mark]");
const source = document.querySelector(".source__text");
const offer = form?.querySelector("[data-marked]");
const hint = form?.querySelector("[data-mark-hint]");
const SHOWN = 60;

function placeOf(node, offset) {
  const before = document.createRange();
  before.selectNodeContents(source);
  before.setEnd(node, offset);
  return [...before.toString()].length;
}

function marked() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  return source.contains(range.commonAncestorContainer) && range.toString().trim() ? range : null;
}

function follow() {
  // A press on the button takes the selection away before it sends.
  if (form.contains(document.activeElement)) return;
  const range = marked();
  offer.hidden = !range;
  hint.hidden = Boolean(range);
  for (const name of ["start", "end"]) form.elements[name].disabled = !range;
  if (!range) return;
  form.elements.start.value = placeOf(range.startContainer, range.startOffset);
  form.elements.end.value = placeOf(range.endContainer, range.endOffset);
  const words = range.toString().trim().replace(/\s+/g, " ");
  offer.querySelector("span.soft").textContent = words.length > SHOWN ? `“${words.slice(0, SHOWN)}…”` : `“${words}”`;
}

if (form && source) {
  document.addEventListener("selectionchange", follow);
  follow();
}
// Whoever goes on with words of their own does not mean what was marked before.
form?.querySelector("details").addEventListener("input", () => {
  for (const name of ["start", "end"]) form.elements[name].disabled = true;
});
