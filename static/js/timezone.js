// Offer the browser's time zone: into an empty field at once, otherwise on a button.

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function choose(field) {
  const known = !(field instanceof HTMLSelectElement) || [...field.options].some((option) => option.value === zone);
  if (known) field.value = zone;
}

for (const field of document.querySelectorAll("[data-timezone]")) {
  if (!zone) break;
  if (!field.value) choose(field);
  const offer = document.querySelector("[data-timezone-offer]");
  if (!offer || field.value === zone) continue;
  offer.textContent = `Use this browser’s zone, ${zone}`;
  offer.hidden = false;
  offer.addEventListener("click", () => {
    choose(field);
    offer.hidden = true;
    field.focus();
  });
}
