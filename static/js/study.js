// A sitting without waits: the page holds the next cards and answers go by fetch. An
// answer that does not arrive is kept and sent again under the same id. Without this
// file the same forms do the same work, a page at a time.

const KEPT = "prebrief-answers-waiting";
const root = document.querySelector("[data-study]");
const note = document.querySelector("[data-study-waiting]");
const undo = document.querySelector("[data-study-undo]");
const waiting = JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value != null) made.setAttribute(name, value);
  made.append(...children.filter((child) => child != null));
  return made;
}

function gapped(text, filled) {
  const parts = text.split("[…]");
  const gap = () => filled == null
    ? element("span", { class: "gap" }, element("span", { class: "visually-hidden" }, "(blank)"))
    : element("strong", { class: "gap gap--filled" }, filled);
  return parts.flatMap((part, index) => (index ? [gap(), part] : [part]));
}

function face(card, filled) {
  const crumbs = card.crumbs.map((it) => element("li", {}, element("span", { lang: it.lang }, it.label)));
  return [
    element("ol", { class: "crumbs", role: "list", "aria-label": "Where this belongs" }, ...crumbs),
    card.context && element("p", { class: "card__context", lang: card.lang }, card.context),
    element("h1", { class: "card__question", lang: card.lang, tabindex: -1 }, ...gapped(card.question, filled)),
  ];
}

function answerSide(card) {
  const marks = card.citations.length ? element("span", { class: "quote__marks" }, ` [${card.citations.join(", ")}]`) : null;
  const label = "See it in the article";
  const link = element("a", { href: card.source_href, "data-hotkey": "s", "aria-keyshortcuts": "s", "data-hotkey-label": label }, label);
  return element("div", { class: "card__answer", tabindex: -1 },
    element("p", { class: "eyebrow" }, "Answer"),
    element("p", { class: "card__reply", lang: card.lang }, card.answer),
    ...card.notes.map((it) => element("p", { class: "note note--warning" }, it)),
    element("figure", { class: "quote" },
      element("blockquote", { lang: card.lang }, card.claim, marks),
      element("figcaption", {}, link, " ", element("kbd", { class: "hotkey", "aria-hidden": "true" }, "s"))));
}

function show(text) {
  note.textContent = text;
  note.hidden = !text;
}

function keep() {
  sessionStorage.setItem(KEPT, JSON.stringify(waiting));
  return waiting.length;
}

if (root) {
  const article = root.querySelector("[data-study-card]");
  const reveal = root.querySelector("[data-study-reveal]");
  const grading = root.querySelector("[data-study-answer]");
  const held = JSON.parse(root.dataset.study);
  const ahead = Number(root.dataset.studyNow) - Date.now();
  let shownAt = performance.now();
  let sending = false;
  let pause = 1000;

  const side = (card, isRevealed) => {
    article.replaceChildren(...face(card, isRevealed ? card.answer : null).filter(Boolean), ...(isRevealed ? [answerSide(card)] : []));
    reveal.hidden = isRevealed;
    grading.hidden = !isRevealed;
    root.querySelector("[data-study-edit]").href = card.edit_href + (isRevealed ? "&show=answer" : "");
    article.querySelector(isRevealed ? ".card__answer" : "h1").focus();
  };

  const showCard = (card) => {
    for (const [name, value] of [["card_id", card.card_id], ["review_id", card.review_id], ["card", card.card_id], ["review", card.review_id], ["shown_at", Date.now() + ahead]]) {
      for (const field of root.querySelectorAll(`input[name="${name}"]`)) field.value = value;
    }
    for (const button of grading.querySelectorAll("[name=rating]")) {
      button.querySelector(".grade__interval").textContent = card.intervals[button.value];
    }
    for (const count of document.querySelectorAll(".counts > span[class]")) {
      count.toggleAttribute("data-current", count.classList.contains(`counts__${card.queue}`));
    }
    side(card, false);
    shownAt = performance.now();
  };

  const count = (left) => {
    for (const [name, number] of Object.entries(left)) {
      document.querySelector(`.counts__${name} b`).textContent = number;
    }
    document.querySelector(".counts .visually-hidden").textContent = `, ${left.new + left.learning + left.review} left`;
  };

  const goOn = () => {
    if (held.length || waiting.length) return;
    location.assign(root.dataset.studyHome);
  };

  const take = (answer, reply) => {
    waiting.shift();
    keep();
    undo.hidden = false;
    undo.elements.review_id.value = answer.review_id;
    count(reply.counts);
    const wasEmpty = held.length === 0;
    const known = new Set(held.map((card) => card.card_id));
    held.push(...reply.next.filter((card) => !known.has(card.card_id)));
    if (wasEmpty && held.length) showCard(held[0]);
  };

  const send = async () => {
    if (sending || !waiting.length) return;
    sending = true;
    const answer = waiting[0];
    const body = new FormData(grading);
    for (const [name, value] of Object.entries(answer)) body.set(name, value);
    body.set("holding", held.map((card) => card.card_id).join(","));
    try {
      const response = await fetch(grading.action, { method: "POST", body, headers: { Accept: "application/json" } });
      if (response.status >= 500) throw new Error("later");
      const reply = await response.json();
      if (response.ok) {
        take(answer, reply);
        show("");
      } else {
        waiting.shift();
        keep();
        show(`${reply.detail ?? "An answer was refused."} ${reply.next_step ?? ""}`);
      }
      pause = 1000;
      sending = false;
      send();
      goOn();
    } catch {
      show(`${waiting.length} answer${waiting.length > 1 ? "s" : ""} waiting: sent again as soon as the library can be reached.`);
      setTimeout(() => { sending = false; send(); }, pause);
      pause = Math.min(pause * 2, 30000);
    }
  };

  reveal.addEventListener("submit", (event) => {
    event.preventDefault();
    if (held.length) side(held[0], true);
  });

  grading.addEventListener("submit", (event) => {
    event.preventDefault();
    const card = held.shift();
    if (!card) return;
    waiting.push({
      card_id: card.card_id,
      review_id: card.review_id,
      rating: event.submitter.value,
      duration_ms: Math.round(performance.now() - shownAt),
      answered_at: Math.round(Date.now() + ahead),
    });
    keep();
    if (held.length) showCard(held[0]);
    else grading.hidden = true;
    send();
  });

  undo.addEventListener("submit", (event) => {
    // What is not stored yet cannot be taken back.
    if (waiting.length) event.preventDefault();
  });

  send();
}
