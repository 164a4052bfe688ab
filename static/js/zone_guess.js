// Let days begin in the browser's zone until the person has confirmed one.

const guess = document.querySelector("form[data-zone-guess]");
const answer = new FormData(guess);
answer.set("timezone", Intl.DateTimeFormat().resolvedOptions().timeZone);
fetch(guess.action, { method: "POST", body: answer });
