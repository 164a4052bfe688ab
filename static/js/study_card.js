// Build a card as templates/macros/cards.html does: tests hold the two together.

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// Text with each […] set as a gap.
function gapped(text) {
  const gap = () => element("span", { class: "gap" }, element("span", { class: "visually-hidden" }, "(blank)"));
  return text.split("[…]").flatMap((part, index) => (index ? [gap(), part] : [part]));
}

function crumbs(items) {
  const places = items.map(({ label, lang }) => element("li", {}, element("span", { lang }, label)));
  return element("ol", { class: "crumbs", role: "list", "aria-label": "Where this belongs" }, ...places);
}

export function questionSide(card) {
  const { lang } = card;
  const context = card.context ? [element("p", { class: "card__context", lang }, card.context)] : [];
  const question = element("h1", { class: "card__question", lang, tabindex: "-1" }, ...gapped(card.question));
  return [crumbs(card.crumbs), ...context, question];
}

function quote(card) {
  const label = "See it in the article";
  const keys = { "data-hotkey": "s", "aria-keyshortcuts": "s", "data-hotkey-label": label };
  const link = element("a", { href: card.source_href, ...keys }, label);
  const marks = element("span", { class: "quote__marks" }, `[${card.citations.join(", ")}]`);
  return element(
    "figure",
    { class: "quote" },
    element("blockquote", { lang: card.lang }, card.claim, ...(card.citations.length ? [" ", marks] : [])),
    element("figcaption", {}, link, " ", element("kbd", { class: "hotkey", "aria-hidden": "true" }, "s")),
  );
}

export function answerSide(card) {
  return element(
    "div",
    { class: "card__answer", tabindex: "-1" },
    element("p", { class: "eyebrow" }, "Answer"),
    element("p", { class: "card__reply", lang: card.lang }, card.answer),
    ...card.notes.map((words) => element("p", { class: "note note--warning" }, words)),
    quote(card),
  );
}
