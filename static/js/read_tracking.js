// Which posts were really seen, for "new for me" and for where the topic opens next time.
import { beacon, post } from "./post.js";
import * as store from "./store.js";

const page = document.querySelector("[data-topic]");
const url = page.dataset.read;
const key = `seen:${document.body.dataset.member}:${url}`;
const AT_ONCE = 400;
const numbers = new Set(url ? (store.get(key) ?? []) : []);
let timer = 0;
let sending = false;

const observer = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      const node = entry.target;
      clearTimeout(node.seenTimer);
      if (entry.isIntersecting) {
        node.seenTimer = setTimeout(() => {
          observer.unobserve(node);
          numbers.add(node.dataset.number);
          clearTimeout(timer);
          timer = setTimeout(send, 2000);
        }, 1000);
      }
    }
  },
  { rootMargin: "0px 0px -15% 0px" },
);

// From now on it is noticed when this post has been in view for a second; for members only.
export function notice(post) {
  if (url) observer.observe(post);
}

function form(few) {
  const data = new FormData(document.getElementById("act"));
  data.set("numbers", few.join(","));
  return data;
}

// What was read is forgotten here only when it is known to have arrived.
async function send() {
  clearTimeout(timer);
  if (!numbers.size || sending) return;
  sending = true;
  const few = [...numbers].slice(0, AT_ONCE);
  try {
    const answer = await post(url, form(few), { keepalive: true });
    if (answer.ok && !answer.redirected) {
      for (const number of few) numbers.delete(number);
      store.remove(key);
    }
  } catch {
    // Offline: once more when the line is back.
  }
  sending = false;
  if (numbers.size) timer = setTimeout(send, 15_000);
}

addEventListener("online", send);
addEventListener("pagehide", () => {
  // After a log-out in another tab nothing is held here any more.
  if (!numbers.size || store.has(`left:${document.body.dataset.member}`)) return;
  // The next page of this topic sends them again: reading twice is reading once.
  store.set(key, [...numbers]);
  beacon(url, form([...numbers].slice(0, AT_ONCE)));
});
for (const each of page.querySelectorAll(".post")) notice(each);
if (numbers.size) send();
