// A sitting without waits: the page holds the next cards, and answers go out behind it.

import { turn, turned } from "./study.js";
import { answerSide, questionSide } from "./study_card.js";
import { Outbox } from "./study_outbox.js";

const HELD = 3;

export function open(root, opened) {
  const part = (name) => root.querySelector(`[data-study-${name}]`);
  const [article, reveal, grading, edit] = ["card", "reveal", "answer", "edit"].map(part);
  const undo = document.querySelector("[data-study-undo]");
  const left = document.querySelector(".counts");
  const held = JSON.parse(root.dataset.study);
  let shownAt = opened.at;
  const outbox = new Outbox(() => held.map((card) => card.card_id), onReply);

  function ask() {
    const [card] = held;
    for (const field of root.querySelectorAll("[name=card_id], [name=card]")) field.value = card.card_id;
    for (const field of root.querySelectorAll("[name=review_id], [name=review]")) field.value = card.review_id;
    for (const button of grading.querySelectorAll("[name=rating]")) {
      button.querySelector(".grade__interval").textContent = card.intervals[button.value];
    }
    for (const one of left.children) one.toggleAttribute("data-current", one.className === `counts__${card.queue}`);
    article.replaceChildren(...questionSide(card));
    document.querySelector("[data-study-aside]")?.remove();
    reveal.hidden = false;
    grading.hidden = true;
    edit.href = card.edit_href;
    history.replaceState(null, "", card.href);
    article.querySelector("h1").focus();
    turned.at = -Infinity;
    shownAt = performance.now();
  }

  function onReply(answer, { ok, reply }) {
    if (!ok) return;
    undo.hidden = false;
    undo.elements.review_id.value = answer.review_id;
    for (const [name, number] of Object.entries(reply.counts)) {
      left.querySelector(`.counts__${name} b`).textContent = number;
    }
    left.lastElementChild.textContent = `, ${Object.values(reply.counts).reduce((a, b) => a + b)} left`;
    const isOut = held.length === 0;
    held.push(...reply.next.slice(0, HELD - held.length));
    if (isOut && held.length) ask();
    else if (isOut && outbox.isEmpty) location.assign(root.dataset.studyHome);
  }

  function grade(rating) {
    const [{ card_id, review_id }] = held;
    const duration_ms = Math.round(performance.now() - shownAt);
    outbox.add({ card_id, review_id, rating, duration_ms, answered_at: Date.now() + opened.ahead });
    held.shift();
    if (held.length) ask();
    else grading.hidden = true;
  }

  // Other forms go as they are, but not past an answer that is under way.
  document.addEventListener("submit", async (event) => {
    const { target: form, submitter } = event;
    if (form.method !== "post" || form === grading || outbox.isEmpty) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    await outbox.done;
    form.requestSubmit(submitter);
  }, true);

  return (form, submitter) => {
    if (form === grading && !grading.hidden) grade(submitter.value);
    if (form === reveal && !reveal.hidden) turn(held[0], answerSide(held[0]));
  };
}
