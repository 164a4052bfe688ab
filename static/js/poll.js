// Follow long work: `data-poll` answers {done, total, status, message}. Asks every
// second, less often while nothing moves. At the end it goes where `data-poll-then`
// says, stays with the bar full where that is empty, or loads the page anew.

const FIRST_MS = 1000;
const SLOWEST_MS = 10000;
const UNDER_WAY = new Set(["waiting", "queued", "running"]);

function show(box, state) {
  const bar = box.querySelector("progress");
  const count = box.querySelector("[data-poll-count]");
  const message = box.querySelector("[data-poll-message]");
  if (bar && state.total) {
    bar.max = state.total;
    bar.value = state.done;
  }
  if (count && state.total) count.textContent = `${state.done} of ${state.total}`;
  // Only a new sentence is written: this is a live region and would be read again.
  if (message && state.message && message.textContent !== state.message) {
    message.textContent = state.message;
  }
}

async function ask(url) {
  const answer = await fetch(url, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}

function follow(box) {
  let pause = FIRST_MS;
  let last = -1;
  const step = async () => {
    let state;
    try {
      state = await ask(box.dataset.poll);
    } catch {
      pause = Math.min(pause * 2, SLOWEST_MS);
      setTimeout(step, pause);
      return;
    }
    show(box, state);
    if (!UNDER_WAY.has(state.status)) {
      if (box.dataset.pollThen) location.assign(box.dataset.pollThen);
      else if (box.dataset.pollThen === undefined) location.reload();
      return;
    }
    pause = state.done === last ? Math.min(pause * 1.5, SLOWEST_MS) : FIRST_MS;
    last = state.done;
    setTimeout(step, pause);
  };
  setTimeout(step, pause);
}

for (const box of document.querySelectorAll("[data-poll]")) follow(box);
