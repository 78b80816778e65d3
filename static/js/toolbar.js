// A small bar for bold, slanted, list and quote above the box; one tab stop, arrows go along it.
const box = document.querySelector('[data-compose] [data-draft="text"]');
const bar = document.querySelector("[data-toolbar]");
const buttons = [...bar.querySelectorAll("button")];

const wrap = (mark) => (chosen) => `${mark}${chosen}${mark}`;
const lines = (mark) => (chosen) => chosen.split("\n").map((each) => mark + each).join("\n");
const marks = { bold: wrap("**"), slanted: wrap("*"), list: lines("- "), quote: lines("> ") };

bar.hidden = false;
buttons.forEach((button, at) => {
  button.tabIndex = at ? -1 : 0;
  button.addEventListener("click", () => mark(button.dataset.mark));
});

bar.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const at = buttons.indexOf(document.activeElement);
  const next = buttons[(at + step + buttons.length) % buttons.length];
  for (const each of buttons) each.tabIndex = each === next ? 0 : -1;
  next.focus();
  event.preventDefault();
});

function mark(kind) {
  const { selectionStart: from, selectionEnd: to, value } = box;
  const marked = marks[kind](value.slice(from, to));
  box.focus();
  // As if it were typed, so that the browser's own undo takes it back.
  if (!document.execCommand("insertText", false, marked)) box.setRangeText(marked, from, to);
  // Nothing was chosen: the caret waits between the marks.
  const inside = from + Math.floor(marked.length / 2);
  if (from === to) {
    const at = kind === "list" || kind === "quote" ? from + marked.length : inside;
    box.setSelectionRange(at, at);
  }
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

// Words of a post that are selected can be quoted into the box.
const quoting = document.querySelector("[data-quote]");
let chosen = null;

if (quoting) {
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const start = selection.anchorNode?.parentElement?.closest(".post .words");
    const end = selection.focusNode?.parentElement?.closest(".post .words");
    const text = selection.toString().trim();
    if (!text || !start || start !== end) {
      quoting.hidden = true;
      return;
    }
    const author = start.closest(".post").querySelector("h3 bdi")?.textContent ?? "";
    chosen = { text, author };
    quoting.hidden = false;
  });
  quoting.addEventListener("click", () => {
    if (!chosen) return;
    const says = quoting.dataset.says.replace("{who}", chosen.author);
    const before = box.value.trim() ? `${box.value.trimEnd()}\n\n` : "";
    box.value = `${before}${says}\n${lines("> ")(chosen.text)}\n\n`;
    quoting.hidden = true;
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
