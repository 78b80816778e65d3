// The moderators' pages: the count moves by itself, the list only when asked.
import { watch } from "./live.js";
import { announce, show } from "./site.js";

const page = document.querySelector("[data-queue]");
const changed = page.querySelector("[data-changed]");
const { thisCase } = page.dataset;

watch(page.dataset.room, Number(page.dataset.seq), {
  event({ data }) {
    show("waiting", data.waiting);
    if (thisCase && String(data.case) !== thisCase) return;
    const who = page.querySelector("[data-who]");
    const template = document.getElementById("words-decided");
    if (data.decided_by) {
      const item = page.querySelector(`[data-case="${data.case}"] .meta`);
      if (item && template) {
        item.append(` · ${template.content.textContent.replace("{who}", data.decided_by)}`);
      }
      if (who) who.textContent = data.decided_by;
    }
    changed.hidden = false;
    announce(() => changed.textContent.trim());
  },
  resync: () => (changed.hidden = false),
});
