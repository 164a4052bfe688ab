// Light a claim's place in the source beside it. Only the source's box is moved, never
// the page.

export function light(claim) {
  for (const mark of document.querySelectorAll(".source mark[data-current]")) delete mark.dataset.current;
  const mark = document.getElementById(claim?.id.replace("claim", "source") ?? "");
  const box = mark?.closest(".source");
  // An address may name a card, or the page's content.
  if (!box) return;
  mark.dataset.current = "";
  box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
}

// While the page is being built, nothing is :target yet.
const named = () => light(document.getElementById(location.hash.slice(1)));
window.addEventListener("hashchange", named);
named();

// Marking a passage is rare: what it takes is fetched when it happens.
if (document.querySelector("[data-mark]")) {
  document.addEventListener("selectionchange", () => import("./mark.js"), { once: true });
}
