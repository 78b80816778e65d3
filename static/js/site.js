// Small things every page has: the device's time zone, the badge, errors that take focus.
import { watch } from "./live.js";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) document.cookie = `tz=${zone};path=/;max-age=31536000;samesite=lax`;

document.querySelector("[data-focus]")?.focus();

const { member, room, seq } = document.body.dataset;
if (member) {
  watch(room, Number(seq), {
    event({ kind, data }) {
      if (kind === "notices.changed") show("badge", data.unread);
      // Whom this member does not meet, from now on; a topic page takes their posts away.
      else document.dispatchEvent(new CustomEvent("apart", { detail: data.apart }));
    },
  });
}

export function show(id, count) {
  const badge = document.getElementById(id);
  if (!badge) return;
  badge.hidden = !count;
  badge.querySelector("[data-count]").textContent = count;
}

// One polite sentence at a time, at most every 30 seconds.
let last = 0;
let waiting = 0;
export function announce(words) {
  clearTimeout(waiting);
  const pause = Math.max(0, last + 30_000 - Date.now());
  waiting = setTimeout(() => {
    last = Date.now();
    document.getElementById("status").textContent = words();
  }, pause);
}

// What arrived need not be held on the device any more.
const arrived = document.cookie.match(/(?:^|; )sent=([0-9a-f-]+)/)?.[1];
if (arrived) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith("draft:") && JSON.parse(localStorage.getItem(key)).token === arrived) {
      localStorage.removeItem(key);
    }
  }
}

// A draft that is thrown away is thrown away on this device too.
for (const form of document.querySelectorAll("[data-forget]")) {
  form.addEventListener("submit", () => {
    localStorage.removeItem(`draft:${member}:${form.dataset.forget}`);
  });
}

// What was written and not sent is forgotten on this device with the session.
document.querySelector("[data-logout]")?.addEventListener("submit", () => localStorage.clear());
