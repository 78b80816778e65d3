// Small things every page has: the device's time zone, the badge, errors that take focus.
import { watch } from "./live.js";
import "./post.js";
import * as store from "./store.js";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) document.cookie = `tz=${zone};path=/;max-age=31536000;samesite=lax`;

document.querySelector("[data-focus]")?.focus();

const { member, room, seq } = document.body.dataset;
if (member) {
  watch(room, Number(seq), {
    event({ kind, data }) {
      if (kind === "notices.changed") show("badge", data.unread);
      else apart(data.apart);
    },
    state({ unread, apart: members }) {
      show("badge", unread);
      apart(members);
    },
  });
}

// Whom this member does not meet, from now on; a topic page takes their posts away.
function apart(members) {
  document.dispatchEvent(new CustomEvent("apart", { detail: members }));
}

export function show(id, count) {
  const badge = document.getElementById(id);
  if (!badge) return;
  badge.hidden = !count;
  badge.querySelector("[data-count]").textContent = count;
}

// One polite sentence at a time, at most every 30 seconds; whatever the clock is set to.
let last = -Infinity;
let waiting = 0;
export function announce(words) {
  clearTimeout(waiting);
  const pause = Math.max(0, last + 30_000 - performance.now());
  waiting = setTimeout(() => {
    last = performance.now();
    document.getElementById("status").textContent = words();
  }, pause);
}

// What arrived need not be held on the device any more.
const arrived = document.cookie.match(/(?:^|; )sent=([0-9a-f-]+)/)?.[1];
for (const [key, held] of arrived ? store.entries("draft:") : []) {
  if (held?.token === arrived) store.remove(key);
}

// A draft that is thrown away is thrown away on this device too.
for (const form of document.querySelectorAll("[data-forget]")) {
  form.addEventListener("submit", () => {
    for (const [key] of store.entries(`draft:${member}:${form.dataset.forget}:`)) store.remove(key);
  });
}

// What was written and not sent is forgotten on this device with the session.
// Other pages that are still open hold nothing after that, until the member is here again.
document.querySelector("[data-logout]")?.addEventListener("submit", () => {
  store.clear();
  if (member) store.set(`left:${member}`, "left");
});
if (member) store.remove(`left:${member}`);
