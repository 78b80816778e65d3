// A topic page: new replies wait behind a quiet bar; what changes or goes is changed in place.
import { watch } from "./live.js";
import "./reactions.js";
import { notice } from "./read_tracking.js";
import { announce } from "./site.js";
import { localTimes } from "./times.js";

const page = document.querySelector("[data-topic]");
const me = document.body.dataset.member;
const button = page.querySelector("[data-show]");
// Whether, and how often, the reader wants to hear of new replies while reading.
const wish = page.dataset.live ?? "live";
const GATHER_FOR = 300_000;
let toldAt = performance.now();
let gathering = 0;
// Ids of the members this reader does not meet.
let apart = new Set((page.dataset.apart ?? "").split(","));
const waiting = new Map(); // post id -> data, in order of arrival
const elsewhere = new Map(); // post id -> data of replies that belong on another page

const words = (id, n) => document.getElementById(id).content.textContent.replace("{n}", n);
const article = (post) => document.getElementById(`post-${post}`);

watch(page.dataset.room, Number(page.dataset.seq), {
  event({ kind, data }) {
    keepScroll(() => applyEvent(kind, data));
    refresh();
  },
  resync: stale,
  gone,
});

// What is looked at stays where it is on the screen, whatever changes around it: the box one writes
// in, else the first post that begins in view. The browser's own anchoring knows less.
document.documentElement.style.overflowAnchor = "none";

function keepScroll(change) {
  const marks = anchors().map((node) => [node, node.getBoundingClientRect().top]);
  change();
  const [kept, before] = marks.find(([node]) => node.isConnected) ?? [];
  if (kept) scrollBy({ top: kept.getBoundingClientRect().top - before, behavior: "instant" });
}

// Small parts, because a post may be longer than the screen: the first few that begin in view, then
// the one that goes out of it above. One of them may be what changes.
function anchors() {
  const box = document.activeElement;
  const found = box && box !== document.body && isInView(box) && !box.matches(".post") ? [box] : [];
  const above = [];
  for (const node of page.querySelectorAll(".post > header, .words > *, .words li, .post > .tools, .post > .note")) {
    const { top } = node.getBoundingClientRect();
    if (top >= innerHeight) continue;
    if (!isInView(node)) continue;
    (top >= 0 ? found : above).push(node);
    if (found.length > 5) break;
  }
  return [...found, ...above.reverse()];
}

function isInView(node) {
  const { top, bottom } = node.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function applyEvent(kind, data) {
  switch (kind) {
    case "reply.posted":
      arrived(data);
      break;
    case "post.edited":
      if (waiting.has(data.post)) waiting.set(data.post, data);
      else if (elsewhere.has(data.post)) elsewhere.set(data.post, data);
      else reworded(data);
      break;
    case "post.hidden":
    case "post.withdrawn":
      emptiedWhileWaiting(data, data.status);
      taken(data);
      break;
    case "post.restored":
      if (article(data.post) && data.html) restored(data);
      else if (waiting.has(data.post)) waiting.set(data.post, data);
      else arrived(data);
      break;
    case "post.reacted":
      counted(data);
      break;
    case "topic.closed":
    case "topic.reopened":
      closed(data.status === "closed");
      paced(data.pace);
      break;
    case "topic.pace_changed":
      paced(data.pace);
      break;
    case "topic.wish_changed":
      wished(data.wish);
      break;
    case "topic.retitled":
      retitled(data.title);
      break;
    case "topic.moved":
      moved(data);
      break;
  }
  // How many there are is said to everybody; somebody with a block reads fewer.
  if (data.length && !page.dataset.apart) page.querySelector("[data-length]").textContent = data.length;
}

// How slowly the topic goes, in words; nothing where it goes at its own pace.
function paced(says) {
  const line = page.querySelector("[data-pace]");
  line.textContent = says;
  line.hidden = !says;
}

// The title was taken back, or a detail was taken out of it.
function retitled(title) {
  const name = document.querySelector("h1 bdi");
  document.title = document.title.replace(name.textContent, title);
  name.textContent = title;
}

function stale() {
  if (!page.querySelector("[data-gone]").hidden) return;
  page.querySelector("[data-stale]").hidden = false;
}

// Logged out in another tab, say, or the board was closed: the words go, a draft stays.
function gone() {
  waiting.clear();
  elsewhere.clear();
  refresh();
  for (const post of page.querySelectorAll(".post")) post.remove();
  page.querySelector("[data-stale]").hidden = true;
  page.querySelector("[data-gone]").hidden = false;
}

// A block keeps two members apart at once; when one is taken back, a reload shows the words again.
document.addEventListener("apart", ({ detail: ids }) => {
  apart = new Set(ids.map(String));
  if (apart.has(page.dataset.author)) gone();
  for (const node of page.querySelectorAll(".post")) {
    if (apart.has(node.dataset.author)) keepScroll(() => emptied(node, "apart"));
    else if (node.dataset.gone === "apart") stale();
    else unnamed(node);
  }
  for (const data of [...waiting.values(), ...elsewhere.values()]) {
    if (apart.has(String(data.author))) emptiedWhileWaiting(data, "apart");
  }
  refresh();
});

function arrived(data) {
  if (article(data.post)) return;
  if (!data.html) {
    // Hidden before it got here: a reload shows it to those who read hidden posts.
    if (keeps(data)) stale();
    return;
  }
  (place(data) ? waiting : elsewhere).set(data.post, data);
}

// A reload would show that it was there, and replies to it need their place.
function emptiedWhileWaiting(data, why) {
  if (waiting.has(data.post)) waiting.set(data.post, { ...data, html: "", gone: why });
  elsewhere.delete(data.post);
}

function restored(data) {
  const old = article(data.post);
  const fresh = drawn(data);
  old.replaceWith(fresh);
  notice(fresh);
}

function refresh() {
  const pause = wish === "gathered" && button.hidden ? toldAt + GATHER_FOR - performance.now() : 0;
  if (wish === "off" || (pause > 0 && waiting.size + elsewhere.size)) {
    clearTimeout(gathering);
    if (pause > 0) gathering = setTimeout(refresh, pause);
    return;
  }
  const n = [...waiting.values()].filter(({ gone }) => !gone).length;
  const far = elsewhere.size;
  button.hidden = !n && !far;
  if (button.hidden) return;
  const text = n
    ? words(n === 1 ? "words-one" : "words-many", n)
    : words(far === 1 ? "words-elsewhere" : "words-elsewhere-many", far);
  toldAt = performance.now();
  if (button.textContent !== text) {
    button.textContent = text;
    announce(() => (button.hidden ? "" : button.textContent));
  }
}

button.addEventListener("click", () => {
  if (![...waiting.values()].some(({ gone }) => !gone)) {
    const [post] = elsewhere.keys();
    location.assign(`/posts/${post}/`);
    return;
  }
  let first = null;
  for (const data of [...waiting.values()].sort(inReadingOrder)) {
    if (article(data.post)) continue;
    const put = place(data);
    if (!put) {
      // Its place went meanwhile: it can still be read on its own page.
      if (!data.gone) elsewhere.set(data.post, data);
      continue;
    }
    const node = data.gone ? stub(data) : drawn(data);
    put(node);
    if (data.gone) continue;
    node.classList.add("just-came");
    notice(node);
    first ??= node;
  }
  waiting.clear();
  page.querySelector("[data-empty]")?.remove();
  refresh();
  first?.scrollIntoView({ block: "nearest" });
  first?.focus({ preventScroll: true });
});

function inReadingOrder(one, other) {
  if (page.querySelector("[data-flat]")) return one.number - other.number;
  return one.branch - other.branch || one.subthread - other.subthread || one.number - other.number;
}

// How to put a reply where it belongs on this page; null if it belongs on another.
function place(data) {
  const isFirst = page.dataset.page === "1";
  const flat = page.querySelector("[data-flat]");
  if (flat) {
    const posts = [...flat.querySelectorAll(":scope > .post")];
    const next = posts.find(({ dataset }) => Number(dataset.number) > data.number);
    const isBefore = next && next === posts[0] && !isFirst;
    if (isBefore || (!next && !("last" in page.dataset))) return null;
    return (node) => flat.insertBefore(node, next ?? null);
  }
  const branch = page.querySelector(`[data-branch-of="${data.branch}"]`);
  if (branch) {
    // Behind a fold it would stand out of order: it is shown on its own page.
    const folded = branch.querySelector(".folded");
    return folded && !follower(branch, data) ? null : (node) => within(branch, node, data);
  }
  // It answers a reply that is itself still waiting, and comes behind it.
  if (data.subthread !== 0) {
    const head = [...waiting.values()].find((one) => one.branch === data.branch && one.subthread === 0);
    return head ? () => {} : null;
  }
  const branches = page.querySelector("[data-branches]");
  if (!branches) return null;
  const sections = [...branches.querySelectorAll(":scope > [data-branch-of]")];
  const next = sections.find(({ dataset }) => Number(dataset.branchOf) > data.branch);
  const isBefore = next && next === sections[0] && !isFirst;
  if (isBefore || (!next && !("last" in page.dataset))) return null;
  return (node) => {
    const section = document.createElement("section");
    section.className = "branch";
    section.dataset.branchOf = data.branch;
    section.append(node);
    branches.insertBefore(section, next ?? null);
  };
}

// Reading order inside a branch is (subthread, number).
function within(branch, node, data) {
  let below = branch.querySelector(".below");
  if (!below) {
    below = document.createElement("div");
    below.className = "below";
    branch.append(below);
  }
  below.insertBefore(node, follower(branch, data));
}

// The post that comes next in reading order, if it is on this page.
function follower(branch, data) {
  return (
    [...branch.querySelectorAll(".below > .post")].find((other) => {
      const subthread = Number(other.dataset.subthread);
      return subthread > data.subthread || (subthread === data.subthread && Number(other.dataset.number) > data.number);
    }) ?? null
  );
}

function drawn(data) {
  const template = document.createElement("template");
  template.innerHTML = data.html.trim();
  const node = template.content.firstElementChild;
  personal(node);
  localTimes(node);
  // What this reader chose to see like any other stands open.
  const shows = new Set(page.dataset.shows?.split(" ") ?? []);
  for (const fold of node.querySelectorAll("details.fold[data-warnings]")) {
    fold.open = fold.dataset.warnings.split(" ").every((each) => shows.has(each));
  }
  return node;
}

// One drawing serves every reader: each keeps the buttons that are theirs.
function personal(node) {
  const mine = node.dataset.author === me;
  for (const part of node.querySelectorAll(mine || !me ? "[data-others]" : "[data-own]")) part.remove();
  if (!me) node.querySelector(".tools")?.remove();
  if ("moderates" in page.dataset) node.querySelector("[data-block]")?.remove();
  unnamed(node);
}

// Whom it answers is not said of somebody this reader does not meet.
function unnamed(node) {
  const answers = node.querySelector(".answers");
  if (answers && apart.has(answers.dataset.to)) answers.remove();
}

// What a reload would show of a post whose words are not for this reader.
function stub(data) {
  const node = document.createElement("article");
  node.className = "post";
  node.id = `post-${data.post}`;
  node.tabIndex = -1;
  node.setAttribute("aria-labelledby", `by-${data.post}`);
  Object.assign(node.dataset, { post: data.post, number: data.number, branch: data.branch, subthread: data.subthread });
  emptied(node, data.gone);
  return node;
}

function reworded(data) {
  const old = article(data.post);
  if (!old) return;
  if (!data.html) {
    // Changed and then hidden: the words shown here are not its words any more.
    if (keeps(data)) {
      emptied(old, data.status);
      stale();
    }
    return;
  }
  const fresh = drawn(data);
  const body = (node) => node.querySelector(".fold") ?? node.querySelector(".words");
  const was = body(old);
  if (!was) return;
  const now = body(fresh);
  if (was.open && "open" in now) now.open = true;
  was.replaceWith(now);
  old.querySelector(".correction")?.remove();
  const note = fresh.querySelector(".correction");
  if (note) now.after(note);
  const meta = old.querySelector(".meta");
  if (meta && fresh.querySelector("[data-edited]") && !meta.querySelector("[data-edited]")) {
    const mark = document.createElement("span");
    mark.dataset.edited = "";
    mark.textContent = words("words-edited");
    meta.append(mark);
  }
}

// Its author still reads a hidden post.
function keeps(data) {
  return data.status === "hidden" && String(data.author) === me;
}

function taken(data) {
  const old = article(data.post);
  if (!old || old.classList.contains("gone")) return;
  if (keeps(data)) {
    const note = document.getElementById("note-hidden").content.cloneNode(true);
    if (!old.querySelector(".note")) old.querySelector(".words").before(note);
    old.querySelector(".tools")?.remove();
  } else {
    emptied(old, data.status);
  }
}

// What is left of a post whose words are not for this reader: that it was there.
function emptied(node, why) {
  const stub = document.getElementById(`gone-${why}`);
  if (!stub || node.dataset.gone) return;
  node.classList.add("gone");
  node.dataset.gone = why;
  const name = document.createElement("h3");
  name.className = "vh";
  name.id = `by-${node.dataset.post}`;
  name.textContent = words("words-post", node.dataset.number);
  const hadFocus = node.contains(document.activeElement);
  node.replaceChildren(name, stub.content.cloneNode(true));
  if (hadFocus) node.focus({ preventScroll: true });
}

function moved(data) {
  const link = page.querySelector("[data-board]");
  link.textContent = data.board;
  link.href = data.board_link;
  page.querySelector("[data-moved]").hidden = false;
}

function counted(data) {
  for (const [kind, count] of Object.entries(data.reactions)) {
    for (const node of article(data.post)?.querySelectorAll(`[data-count="${kind}"]`) ?? []) {
      node.textContent = count;
      const own = node.closest(".given");
      if (own) own.hidden = !count;
      else node.hidden = !count;
    }
  }
}

function closed(yes) {
  page.querySelector("[data-closed]").hidden = !yes;
  // As a reload would have it: nothing to answer with, and nothing to change.
  for (const part of page.querySelectorAll(".post [data-writes]")) part.hidden = yes;
  const state = page.querySelector("[data-compose] [data-state]");
  if (!state) {
    if (!yes) stale();
    return;
  }
  if (yes) {
    state.dataset.says = "closed";
    state.textContent = words("words-closed");
  } else if (state.dataset.says === "closed") {
    state.dataset.says = "";
    state.textContent = "";
  }
}

// Where nothing was said there is no line for it.
function wished(words) {
  for (const each of page.querySelectorAll("[data-wish]")) {
    each.textContent = words;
    const line = each.closest(".wish");
    if (line) line.hidden = !words;
  }
}

// The way back ends with its minute, here as on the server.
for (const form of page.querySelectorAll("[data-undo]"))
  setTimeout(() => form.remove(), Number(form.dataset.undo) * 1000);
