// “@” and the beginning of a name: people of this topic, as buttons right after the box. The caret
// stays where it is; Tab reaches the first one, and choosing goes back to the box.
import { put } from "./insert_text.js";

const box = document.querySelector('[data-compose] [data-draft="text"]');
const list = document.querySelector("[data-people]");
const begun = /(?:^|[^\p{L}\p{N}_.@/+-])@([\p{L}\p{N}_][\p{L}\p{M}\p{N}_ .'-]{0,29})?$/u;
const names = document.createElement("ul");
let asked = "";
let waiting = 0;

if (list) {
  list.append(names);
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(offer, 250);
  });
  for (const place of [box, list]) {
    place.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || list.hidden) return;
      close();
      box.focus();
    });
  }
}

function beginning() {
  const before = box.value.slice(Math.max(0, box.selectionStart - 40), box.selectionStart);
  return begun.exec(before)?.[1] ?? (before.endsWith("@") && begun.test(before) ? "" : null);
}

async function offer() {
  const begins = beginning();
  if (begins === null) return close();
  asked = begins;
  try {
    const answer = await fetch(`${list.dataset.people}?begins=${encodeURIComponent(begins)}`);
    if (!answer.ok || answer.redirected || asked !== begins) return;
    const { people } = await answer.json();
    if (beginning() !== begins) return;
    show(people);
  } catch {
    // A name can be written out as well.
  }
}

function show(people) {
  const said = [...names.querySelectorAll("button")].map((each) => each.textContent);
  // Whoever is among them already is not thrown out.
  if (list.contains(document.activeElement)) return;
  list.hidden = !people.length;
  if (said.join() === people.map((name) => `@${name}`).join()) return;
  names.replaceChildren(
    ...people.map((name) => {
      const item = document.createElement("li");
      const button = Object.assign(document.createElement("button"), {
        type: "button",
        className: "button quiet",
        textContent: `@${name}`,
      });
      button.addEventListener("click", () => choose(name));
      item.append(button);
      return item;
    }),
  );
}

function choose(name) {
  const begins = beginning();
  const end = box.selectionStart;
  box.focus();
  if (begins !== null) put(box, end - begins.length, end, `${name} `);
  close();
}

function close() {
  if (list.contains(document.activeElement)) box.focus();
  asked = null;
  list.hidden = true;
  names.replaceChildren();
}
