// The moderators' pages: cases come in and are marked as decided while one looks.
import { watch } from "./live.js";
import { announce, show } from "./site.js";

const page = document.querySelector("[data-queue]");
const changed = page.querySelector("[data-changed]");
const list = page.querySelector("[data-cases]");
const { thisCase } = page.dataset;
let counting = 0;
const template = (id) => document.getElementById(id).content.textContent;

watch(page.dataset.room, Number(page.dataset.seq), {
  event({ data }) {
    clearTimeout(counting);
    counting = setTimeout(count, 300);
    if (thisCase) here(data);
    else if (list) listed(data);
  },
  resync() {
    changed.hidden = false;
    count();
  },
});

// How many wait is each moderator's own number.
async function count() {
  try {
    const answer = await fetch(page.dataset.waitingAt);
    if (!answer.ok || answer.redirected) return;
    const { waiting } = await answer.json();
    show("waiting", waiting);
    const number = page.querySelector("[data-waiting]");
    if (number) number.textContent = waiting;
  } catch {
    // The next event asks again.
  }
}

// On a case's own page: say what happened, and leave what is being written alone.
function here(data) {
  if (String(data.case) !== thisCase) return;
  // What one does oneself, here or in another tab, is no news; another version is: a report more,
  // or words that its author changed.
  const isSame = String(data.version) === page.dataset.version;
  const isMine = String(data.held_by) === document.body.dataset.member;
  if (data.status === "open" && isSame && isMine) return;
  page.querySelector("[data-who]").textContent = data.decided_by ?? data.held_by_name ?? "";
  changed.hidden = false;
  announce(() => changed.textContent.trim());
}

function listed(data) {
  const old = list.querySelector(`[data-case="${data.case}"]`);
  if (data.status !== "open") {
    if (old && !old.querySelector("[data-decided]")) {
      const mark = document.createElement("p");
      mark.dataset.decided = "";
      mark.textContent = template("words-decided").replace("{who}", data.decided_by ?? "");
      old.append(mark);
    }
    return;
  }
  const holder = document.createElement("template");
  holder.innerHTML = data.html.trim();
  const fresh = holder.content.firstElementChild;
  list.querySelector(".empty")?.remove();
  if (old) old.replaceWith(fresh);
  // Worries about a person stand first; nothing else is pushed down while it is being read.
  else if (data.is_worry) list.prepend(fresh);
  else list.append(fresh);
  if (!old) announce(() => template("words-new-case"));
}

// The reason begins with the words of the guideline that is chosen, unless it was written by hand.
const decide = page.querySelector("[data-decide]");
const reason = decide?.querySelector("[name=reason]");
const drafts = new Map(
  [...page.querySelectorAll("[data-draft-for]")].map((node) => [node.dataset.draftFor, node.content.textContent]),
);
decide?.querySelector("[name=guideline]")?.addEventListener("change", (event) => {
  const isOwn = reason.value.trim() && ![...drafts.values()].includes(reason.value);
  if (!isOwn) reason.value = drafts.get(event.target.value) ?? "";
});

// Of what only some decisions need, the chosen one's stands open and nothing else is there.
const more = decide?.querySelector("[data-needs]");
if (more) {
  const needs = JSON.parse(more.dataset.needs);
  const outcomes = decide.querySelectorAll("[name=outcome]");
  const choose = () => {
    const chosen = [...outcomes].find((each) => each.checked)?.value;
    const wanted = needs[chosen] ?? [];
    for (const field of more.querySelectorAll("[data-detail]")) {
      field.hidden = !wanted.includes(field.dataset.detail);
    }
    more.hidden = !wanted.length;
    more.open = wanted.length > 0;
  };
  for (const each of outcomes) each.addEventListener("change", choose);
  choose();
}

// Pressing another button of the page loads it anew: what is half written stays.
const store = `case-${document.body.dataset.member}-${thisCase}`;
const boxes = thisCase ? [...page.querySelectorAll("form textarea[name]")] : [];
const nameOf = (box) => `${box.form.action} ${box.name}`;
const kept = held() ?? {};
for (const box of boxes) {
  const words = kept[nameOf(box)];
  // Not over what the server gave back with an error: that is newer.
  if (words !== undefined && !page.querySelector(".error-summary")) box.value = words;
}
page.addEventListener("submit", (event) => {
  const half = boxes.filter((box) => box.form !== event.target && box.value !== box.defaultValue);
  const words = Object.fromEntries(half.map((box) => [nameOf(box), box.value]));
  if (half.length) hold(words);
});

// A browser that holds nothing is no reason to stop.
function held() {
  try {
    const words = JSON.parse(sessionStorage.getItem(store));
    sessionStorage.removeItem(store);
    return words;
  } catch {
    return null;
  }
}

function hold(words) {
  try {
    sessionStorage.setItem(store, JSON.stringify(words));
  } catch {
    // Then the other box is empty again, as without this script.
  }
}
