// Send answers in order. What does not arrive is kept, across reloads too, and sent
// again under the same id: the library stores it once.

const PREFIX = "prebrief-answer ";
const [FIRST_MS, SLOWEST_MS, PATIENCE_MS] = [1000, 30000, 10000];
const note = document.querySelector("[data-study-waiting]");

function say(words) {
  note.textContent = words;
  note.hidden = !words;
}

const wait = (ms) =>
  new Promise((done) => {
    setTimeout(done, ms);
    window.addEventListener("online", done, { once: true });
  });

async function post(answer, holding) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...answer, holding })) body.set(name, value);
  body.set("csrf_token", document.querySelector("[name=csrf_token]").value);
  const response = await fetch(note.dataset.studyWaiting, {
    method: "POST", body, headers: { Accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE_MS), keepalive: true,
  });
  if (response.status >= 500) throw new Error(`${response.status}`);
  return { ok: response.ok, status: response.status, reply: await response.json() };
}

export class Outbox {
  #waiting = [];
  #done = Promise.resolve();

  // `holding` gives the ids of the cards at hand; `onReply` gets an answer and what came.
  constructor(holding, onReply) {
    this.holding = () => [...holding(), ...this.#waiting.slice(1).map((it) => it.card_id)].join(",");
    this.onReply = onReply;
  }

  get isEmpty() { return this.#waiting.length === 0; }
  get done() { return this.#done; }

  add(answer) {
    localStorage.setItem(PREFIX + answer.review_id, JSON.stringify(answer));
    this.#waiting.push(answer);
    if (this.#waiting.length === 1) this.#done = this.#send();
  }

  async #send() {
    for (let pause = FIRST_MS; this.#waiting.length; ) {
      const [answer] = this.#waiting;
      try {
        const came = await post(answer, this.holding());
        this.#waiting.shift();
        // A form too old is refused, not the answer: the next page sends it.
        if (came.status !== 403) localStorage.removeItem(PREFIX + answer.review_id);
        say(came.ok ? "" : `${came.reply.detail} ${came.reply.next_step}`);
        this.onReply(answer, came);
        pause = FIRST_MS;
      } catch {
        const count = this.#waiting.length;
        say(`${count} answer${count > 1 ? "s" : ""} waiting: sent again as soon as the library can be reached.`);
        await wait(pause);
        pause = Math.min(pause * 2, SLOWEST_MS);
      }
    }
  }
}

// Send what earlier pages left; tells whether all of it was taken.
export async function sendKept() {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  const answers = keys.map((key) => JSON.parse(localStorage.getItem(key)));
  let isTaken = true;
  const outbox = new Outbox(() => [], (_, came) => { isTaken &&= came.ok; });
  for (const answer of answers.sort((a, b) => a.answered_at - b.answered_at)) outbox.add(answer);
  await outbox.done;
  return isTaken;
}
