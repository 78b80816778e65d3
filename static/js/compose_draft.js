// Keeps a draft on the server, holds it on the device while the server is away, and sends once.
import { answers, body, form, snapshot, text, title, words } from "./compose_fields.js";
import { beacon, post } from "./post.js";
import * as store from "./store.js";

const state = form.querySelector("[data-state]");
const { place, keep } = form.dataset;
const { member } = document.body.dataset;
const here = `draft:${member}:${place}:`;
const backup = () => here + form.elements.page.value;

let kept = snapshot();
let timer = 0;
let latest = 0;
let sent = false;
let leaving = false;
let saving = null;

// While the server cannot be reached the device holds the words, under the token of their form:
// they stand here only as long as they are not known to be there.
function hold() {
  const { token, known, page } = form.elements;
  if (store.has(`left:${member}`)) return false;
  return store.set(backup(), {
    token: token.value,
    known: known.value,
    page: page.value,
    words: snapshot(),
    at: Date.now(),
  });
}

// What other pages hold for this place, the newest first; each page has a key of its own, so that
// none writes over another's words.
const arrived = document.cookie.match(/(?:^|; )sent=([0-9a-f-]+)/)?.[1];
const entries = store
  .entries(here)
  .filter(([key, held]) => {
    const isWanted = held?.words && held.words !== kept && held.token !== arrived;
    if (!isWanted) store.remove(key);
    return isWanted;
  })
  .sort(([, one], [, other]) => (other.at ?? 0) - (one.at ?? 0));
// A page that answers a sending has on it what was sent.
const [newest, ...older] = form.dataset.answered === undefined ? entries : [];
if (newest) {
  const [key, held] = newest;
  const [heldTitle, heldText, heldWish, heldWarnings] = JSON.parse(held.words);
  // Answers to a board's questions stand in the text already.
  for (const each of answers) each.value = "";
  text.value = heldText;
  // A quote that was asked for stands below what was begun here.
  const { quoted } = form.dataset;
  if (quoted && !heldText.includes(quoted.trim())) text.value = `${heldText.trimEnd()}\n\n${quoted}`;
  if (title) title.value = heldTitle;
  for (const each of form.querySelectorAll('[name="wish"], [name="warnings"]')) {
    each.checked = each.value === heldWish || heldWarnings.includes(each.value);
  }
  // Perhaps it did arrive and only the answer was lost: under its own token it is one post.
  form.elements.token.value = held.token;
  // Another device may have written since: then the server keeps both.
  form.elements.known.value = held.known ?? "";
  setTimeout(async () => {
    for (const [each, other] of older) await handOn(each, other);
    await save();
    if (snapshot() === kept) store.remove(key);
  }, 0);
}

// The words of another page of this device go to the server, which shows them beside these.
async function handOn(key, { token, known, page, words: written }) {
  const [heldTitle, heldText, heldWish, heldWarnings] = JSON.parse(written);
  const data = body();
  for (const [name, value] of Object.entries({
    token,
    known,
    page,
    title: heldTitle,
    text: heldText,
    wish: heldWish,
  })) {
    data.set(name, value ?? "");
  }
  data.delete("warnings");
  for (const each of heldWarnings) data.append("warnings", each);
  try {
    const answer = await post(keep, data);
    // This page has not seen what the server has there now: so both are shown when it saves.
    if (answer.ok && !answer.redirected) store.remove(key);
  } catch {
    // It stays on the device: the next page tries again.
  }
}

form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(save, 1500);
  latest ||= setTimeout(save, 4000);
});

// One request at a time, so that an older text never overtakes a newer one.
async function save() {
  clearTimeout(timer);
  clearTimeout(latest);
  latest = 0;
  if (saving) {
    latest = setTimeout(save, 1000);
    return;
  }
  const now = snapshot();
  if (now === kept || sent) return;
  saving = new AbortController();
  try {
    const answer = await post(keep, body(), { signal: saving.signal });
    if (answer.redirected) throw new Error("logged-out");
    if (answer.headers.get("X-Refused") === "writer") throw new Error("somebody-else");
    if (answer.status === 403) throw new Error(answer.headers.get("X-Refused") === "csrf" ? "logged-out" : "refused");
    if (answer.status === 422) throw new Error("too-long");
    if (!answer.ok) throw new Error("not-kept");
    const told = await answer.json();
    kept = now;
    store.remove(backup());
    settle(told);
    report("kept");
  } catch (error) {
    if (!sent) {
      const isHeld = hold();
      const known = ["logged-out", "somebody-else", "refused", "too-long"].includes(error.message);
      report(known ? error.message : isHeld ? "not-kept" : "nowhere");
      latest ||= setTimeout(save, 15_000);
    }
  } finally {
    saving = null;
  }
}

// Said once, however often it is kept.
function report(how) {
  if (state.dataset.says === how) return;
  state.dataset.says = how;
  state.replaceChildren(words(how));
}

// Another device wrote in the same place: its words are shown beside these.
function settle({ known, others, token }) {
  // Another page sent this form meanwhile: what is written here is the next thing.
  if (token) form.elements.token.value = token;
  if (known === undefined) return;
  form.elements.known.value = known;
  const box = form.querySelector("[data-other-versions]");
  const list = box.querySelector("[data-versions]");
  const said = [...list.querySelectorAll('[value^="both:"]')].map((each) => each.value);
  // The same again is not read out again.
  if (said.join() === others.map((each) => `both:${each.state}`).join()) return;
  list.replaceChildren(...others.map(version));
  box.hidden = !others.length;
}

function version({ state, title, text }) {
  const item = words("other");
  const name = item.querySelector("[data-other-title]");
  name.hidden = !title;
  name.querySelector("bdi").textContent = title;
  item.querySelector("[data-other-words]").textContent = text;
  for (const each of item.querySelectorAll("button")) each.value += state;
  return item;
}

addEventListener("pagehide", () => {
  if (sent || snapshot() === kept) return;
  // Held until it is known to be kept: the next page may be drawn before this arrives.
  hold();
  // A form on its way is kept by the server.
  if (navigator.onLine && !leaving) beacon(keep, body());
});

// Sending: the button stays where it is and says what happens; the form's token makes ten
// presses one post. The words stay on the device until a page of the server says they arrived.
form.addEventListener("submit", (event) => {
  const pressed = event.submitter;
  if (sent) {
    event.preventDefault();
    return;
  }
  leaving = true;
  if (pressed?.name === "do") return;
  hold();
  sent = true;
  saving?.abort();
  const send = form.querySelector("[data-send]");
  send.dataset.label = send.textContent;
  send.textContent = send.dataset.sending;
  send.setAttribute("aria-disabled", "true");
});
addEventListener("pageshow", (event) => {
  const send = form.querySelector("[data-send]");
  leaving = false;
  // Out of the browser's memory: what is written now is no late word of the form that was sent.
  if (event.persisted) form.elements.page.value = crypto.randomUUID?.() ?? "";
  if (event.persisted && send.dataset.label) {
    sent = false;
    send.textContent = send.dataset.label;
    send.removeAttribute("aria-disabled");
  }
});
