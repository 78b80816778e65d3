// The compose box: keeps a draft on the server, asks guidance, sends once.
import { beacon, post } from "./post.js";
import * as store from "./store.js";
import { choose, underline } from "./highlight.js";

const form = document.querySelector("[data-compose]");
const text = form.querySelector('[data-draft="text"]');
const title = form.querySelector('[data-draft="title"]');
const state = form.querySelector("[data-state]");
const prompt = form.querySelector("[data-prompt]");
const answers = [...form.querySelectorAll("[data-answer]")];
const similar = form.querySelector("[data-similar]");
const warnings = () =>
  [...form.querySelectorAll('[name="warnings"]:checked')].map((each) => each.value);
const wish = () => form.querySelector('[name="wish"]:checked')?.value ?? "";
const { place, keep, look } = form.dataset;
const { member } = document.body.dataset;
const here = `draft:${member}:${place}:`;
const backup = () => here + form.elements.page.value;
const words = (name) => form.querySelector(`[data-words-${name}]`).content.cloneNode(true);

let kept = snapshot();
let timer = 0;
let latest = 0;
let sent = false;
let leaving = false;
let saving = null;

// Answers to a board's questions stand before the text, as they will in the post.
function written() {
  const given = answers.filter((each) => each.value.trim());
  const said = given.map((each) => `**${each.dataset.answer}**\n\n${each.value.trim()}`);
  if (text.value.trim() || !said.length) said.push(text.value);
  return said.join("\n\n");
}

function snapshot() {
  return JSON.stringify([title?.value ?? "", written(), wish(), warnings()]);
}

function body() {
  const data = new FormData();
  data.set("csrfmiddlewaretoken", form.csrfmiddlewaretoken.value);
  data.set("writer", form.elements.writer.value);
  data.set("place", place);
  data.set("token", form.elements.token.value);
  data.set("known", form.elements.known.value);
  data.set("page", form.elements.page.value);
  data.set("title", title?.value ?? "");
  data.set("wish", wish());
  data.set("text", written());
  for (const each of warnings()) data.append("warnings", each);
  return data;
}

// While the server cannot be reached the device holds the words, under the token of their form:
// they stand here only as long as they are not known to be there.
function hold() {
  const { token, known, page } = form.elements;
  if (store.has(`left:${member}`)) return false;
  return store.set(backup(), {
    token: token.value, known: known.value, page: page.value, words: snapshot(), at: Date.now(),
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
  for (const [name, value] of Object.entries({ token, known, page, title: heldTitle, text: heldText, wish: heldWish })) {
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
  clearTimeout(looking);
  looking = setTimeout(askGuidance, 1200);
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

// Enter in the title goes on to the words, and presses nothing.
title?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  (answers[0] ?? text).focus();
});

// Guidance: one thought at a time, beside the box; what was let stand is not said again.
let looking = 0;
let request = null;
const done = new Set();
// A remark stands right below the field it is about, and topics like a title below the title.
if (similar) title.closest(".field").after(similar);

async function askGuidance() {
  request?.abort();
  if (!written().trim() && !title?.value.trim()) {
    quiet();
    return;
  }
  request = new AbortController();
  try {
    const answer = await post(look, body(), { signal: request.signal });
    if (answer.status === 429) {
      const wait = Number(answer.headers.get("Retry-After")) || 60;
      looking = setTimeout(askGuidance, wait * 1000);
    }
    if (!answer.ok || answer.redirected) return;
    const found = await answer.json();
    say(found.prompt);
    if (similar) liken(found.similar);
    if (lights) light(found.cues);
  } catch {
    // Guidance is a help, not a gate: the same rules run when it is sent.
  }
}

function say(found) {
  if (!found || done.has(found.rule)) {
    quiet();
    return;
  }
  // Also where a moderator reads it first: a card with the way to people, and no remark.
  const { help } = found;
  // A cry for help is no spelling mistake.
  underline(text, help || found.field === "title" ? [] : found.words);
  const said = JSON.stringify([found.message, found.words]);
  if (prompt.dataset.said === said && !prompt.hidden) return;
  const content = words(help ? "help" : "prompt");
  content.querySelector("[data-message]").textContent = found.message;
  for (const each of content.querySelectorAll("[data-for]")) {
    if (!each.dataset.for.split(" ").includes(found.severity)) each.remove();
  }
  if (!help) {
    if (found.words.length) {
      content.querySelector("[data-named]").hidden = false;
      content.querySelector("q").textContent = found.words.join(", ");
    }
    content.querySelector("[data-change]").addEventListener("click", () => {
      choose(found.field === "title" && title ? title : text, found.words);
    });
    content.querySelector("[data-split]").hidden = found.rule !== "G18";
    const dismiss = content.querySelector("[data-dismiss]");
    dismiss?.addEventListener("click", () => accept(found.rule));
    content.querySelector("[data-wrong]")?.addEventListener("click", () => {
      remember("wrong", found.rule);
      accept(found.rule);
    });
    // A tip that was read here need not be asked again when it is sent.
    if (found.severity === "tip") remember("seen", found.rule);
  }
  const about = help ? writingIn() : found.field === "title" && title ? title : text;
  prompt.dataset.said = said;
  about.closest(".field").after(prompt);
  prompt.replaceChildren(content);
  prompt.hidden = false;
  prompt.classList.toggle("help", help);
  // Help has to be seen; the focus and the caret stay where they are.
  if (help) prompt.scrollIntoView({ block: "nearest", behavior: "instant" });
  tie(about);
}

// Help stands next to the box that is written in: the title, an answer to the board, the text.
function writingIn() {
  return [title, ...answers].find((each) => each && each === document.activeElement) ?? text;
}

// Whoever comes back to the field hears what was said about it.
function tie(box) {
  for (const each of [title, ...answers, text].filter(Boolean)) {
    const ids = (each.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== "said");
    if (each === box) ids.push("said");
    if (ids.length) each.setAttribute("aria-describedby", ids.join(" "));
    else each.removeAttribute("aria-describedby");
  }
}

function quiet() {
  prompt.hidden = true;
  prompt.replaceChildren();
  underline(text, []);
  tie(null);
}

// Seen by the writer alone; off with one press, on this device.
const lights = form.querySelector("[data-lights]");
lights?.querySelector("[data-lights-off]").addEventListener("click", () => {
  store.set("lights", "off");
  lights.hidden = true;
  text.focus();
});

function light(cues) {
  lights.hidden = store.has("lights");
  for (const each of lights.querySelectorAll("[data-cue]")) {
    each.classList.toggle("there", cues.includes(each.dataset.cue));
  }
}

function liken(topics) {
  const list = similar.querySelector("ul");
  const said = [...list.querySelectorAll("a")].map((each) => each.getAttribute("href"));
  // The same again is not read out again.
  if (topics.map((each) => each.at).join() === said.join()) return;
  list.replaceChildren(
    ...topics.map((each) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      Object.assign(link, { href: each.at, target: "_blank", textContent: each.title });
      item.append(link);
      return item;
    }),
  );
  similar.hidden = !topics.length;
}

// Which rules were read ("seen"), or let stand ("as_it_is").
function remember(name, rule) {
  const input = form.querySelector(`input[name="${name}"]`);
  const rules = new Set(input.value.split(",").filter(Boolean));
  rules.add(rule);
  input.value = [...rules].join(",");
}

function accept(rule) {
  remember("as_it_is", rule);
  done.add(rule);
  quiet();
  text.focus();
}

// What was said when the form was sent is about words that stand in the box.
const said = [...prompt.querySelectorAll(".named q")].map((each) => each.textContent);
if (said.length) underline(text, said);
