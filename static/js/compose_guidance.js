// Guidance beside the box: asked while somebody writes, and never a gate.
import { answers, body, form, text, title, words, written } from "./compose_fields.js";
import { choose, underline } from "./highlight.js";
import { post } from "./post.js";
import * as store from "./store.js";

const { look } = form.dataset;
const prompt = form.querySelector("[data-prompt]");
const similar = form.querySelector("[data-similar]");

// One thought at a time; what was let stand is not said again.
let looking = 0;
let request = null;
const done = new Set();
// A remark stands right below the field it is about, and topics like a title below the title.
if (similar) title.closest(".field").after(similar);

form.addEventListener("input", () => {
  clearTimeout(looking);
  looking = setTimeout(askGuidance, 1200);
});

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
    content.querySelector("[data-split]").hidden = !found.can_split;
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
