// A small bar for bold, slanted, list and quote at the box; one tab stop, arrows go along it.
import { put } from "./typing.js";

const box = document.querySelector('[data-compose] [data-draft="text"]');
const bar = document.querySelector("[data-toolbar]");
const buttons = [...bar.querySelectorAll("button")];

const wraps = { bold: "**", slanted: "*" };
const lines = (mark) => (chosen) => chosen.split("\n").map((each) => mark + each).join("\n");
const marks = { list: lines("- "), quote: lines("> ") };

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
  if (wraps[kind]) wrap(wraps[kind]);
  else wholeLines(marks[kind]);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

// Twice is not at all: what is marked already loses its marks.
function wrap(mark) {
  const { selectionStart: from, selectionEnd: to, value } = box;
  const chosen = value.slice(from, to);
  const begins = value.slice(from - mark.length, from);
  const isMarked = begins === mark && value.slice(to, to + mark.length) === mark;
  const isBolder = mark === "*" && value[from - 2] === "*";
  if (from >= mark.length && isMarked && !isBolder) {
    put(box, from - mark.length, to + mark.length, chosen);
    box.setSelectionRange(from - mark.length, to - mark.length);
    return;
  }
  put(box, from, to, `${mark}${chosen}${mark}`);
  box.setSelectionRange(from + mark.length, to + mark.length);
}

// A list or a quote is made of lines, wherever in them the caret is.
function wholeLines(marked) {
  const { selectionStart, selectionEnd, value } = box;
  const from = value.lastIndexOf("\n", selectionStart - 1) + 1;
  const end = value.indexOf("\n", selectionEnd);
  put(box, from, end < 0 ? value.length : end, marked(value.slice(from, end < 0 ? value.length : end)));
}

// Words of a post that are selected can be quoted into the box.
const quoting = document.querySelector("[data-quote]");
let chosen = null;

if (quoting) {
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const first = selection.rangeCount ? selection.getRangeAt(0).startContainer : null;
    const start = (first?.closest ? first : first?.parentElement)?.closest(".post .words");
    const text = start ? within(selection.getRangeAt(0), start) : "";
    if (!text) {
      quoting.hidden = true;
      return;
    }
    const author = start.closest(".post").querySelector("h3 bdi")?.textContent ?? "";
    chosen = { text, author };
    quoting.hidden = false;
  });
  // A whole paragraph that is chosen ends where the next one begins.
  function within(range, words) {
    const chosen = range.cloneRange();
    if (!words.contains(chosen.endContainer)) {
      if (chosen.endOffset > 0) return "";
      chosen.setEndAfter(words.lastChild);
    }
    return chosen.toString().trim();
  }
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
