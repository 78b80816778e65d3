// A small bar for bold, italic, list and quote at the box; one tab stop, arrows go along it.
import { put } from "./insert_text.js";

const box = document.querySelector('[data-compose] [data-draft="text"]');
const bar = document.querySelector("[data-toolbar]");
const buttons = [...bar.querySelectorAll("button")];

const wraps = { bold: "**", italic: "*" };
const marks = { list: "- ", quote: "> " };

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
  else wholeLines(marks[kind], kind === "quote");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

// A mark reads only beside words and within one line: so each line of what is chosen gets its own,
// without the blanks around it and behind what makes it a list or a quote. Twice is not at all.
const PIECE = /^((?:[ \t]*(?:>[ \t]|-[ \t]))*[^\S\n]*)(.*?)([^\S\n]*)$/;
const OF_A_WORD = /[\p{L}\p{N}\p{M}_]/u;

// A part of a word cannot be marked: the whole word is.
function toWholeWords(value, from, to) {
  const isWord = (at) => at >= 0 && at < value.length && OF_A_WORD.test(value[at]);
  if (from < to) {
    while (isWord(from) && isWord(from - 1)) from -= 1;
    while (isWord(to) && isWord(to - 1)) to += 1;
  } else if (isWord(from) && isWord(from - 1)) {
    while (isWord(from - 1)) from -= 1;
    while (isWord(to)) to += 1;
  }
  return [from, to];
}

// Where a mark would be shown as it was typed: see text/rendering.py.
function cannotBeMarked(words, sign, before, behind) {
  const inner = sign === "**" ? words.replaceAll("**", "") : words;
  if (/^\*|\*$/.test(inner) || /https?:\/\/|mailto:/i.test(words)) return true;
  if (sign === "*" && /[^*]\*[^*]/.test(words)) return true;
  if (/[\p{L}\p{N}\p{M}_*)\]}\\]$/u.test(before) || /^[\p{L}\p{N}\p{M}_*([{\\]/u.test(behind)) return true;
  const first = inner.replace(/^["'“‘«„([{¿¡#@…-]*/, "").slice(0, 2);
  const last = inner.replace(/["'”’»“)\]}.,;:!?…%-]*$/, "").slice(-2);
  if (!/^[\p{L}\p{N}\p{M}\p{So}]/u.test(first) || !/[\p{L}\p{N}\p{M}\p{So}]$/u.test(last)) return true;
  if (sign === "**" && (inner.match(/\p{L}/gu) ?? []).length > 1) return false;
  const numbers = [/\p{Nd}\s*$/u.test(before), /^\s*\p{Nd}/u.test(behind)];
  return numbers.every(Boolean) || (numbers.some(Boolean) && /\p{Nd}/u.test(inner));
}

function wrap(sign) {
  let { selectionStart: from, selectionEnd: to } = box;
  const { value } = box;
  const outer = value.slice(from - sign.length, from) === sign && value.slice(to, to + sign.length) === sign;
  const isBolder = sign === "*" && value[from - 2] === "*" && value[from - 3] !== "*";
  if (from >= sign.length && outer && !isBolder) {
    from -= sign.length;
    to += sign.length;
  } else {
    [from, to] = toWholeWords(value, from, to);
  }
  const lines = value
    .slice(from, to)
    .split("\n")
    .map((line) => PIECE.exec(line));
  const filled = lines.filter(([, , words]) => words);
  const isMarked = (words) =>
    words.length > 2 * sign.length &&
    words.startsWith(sign) &&
    words.endsWith(sign) &&
    (sign !== "*" || !words.startsWith("**") || words.startsWith("***"));
  const takesOff = filled.length > 0 && filled.every(([, , words]) => isMarked(words));
  if (!filled.length || value.slice(from, to) === sign + sign) {
    if (value.slice(from, to) === sign + sign) {
      // Nothing was written between them: they go again.
      put(box, from, to, "");
      return;
    }
    // Nothing is chosen: the caret stands between the marks.
    put(box, from, to, sign + sign);
    box.setSelectionRange(from + sign.length, from + sign.length);
    return;
  }
  const marked = lines.map(([, before, words, after], at) => {
    if (!words) return before + after;
    if (takesOff) return before + words.slice(sign.length, -sign.length) + after;
    // What stands beside it in its line.
    const near = (at ? "" : value.slice(0, from).split("\n").at(-1)) + before;
    const behind = after + (at < lines.length - 1 ? "" : value.slice(to).split("\n")[0]);
    if (isMarked(words) || cannotBeMarked(words, sign, near, behind)) return before + words + after;
    return before + sign + (sign === "**" ? words.replaceAll("**", "") : words) + sign + after;
  });
  if (!takesOff && marked.join("\n") === value.slice(from, to)) {
    const state = box.form.querySelector("[data-state]");
    state.dataset.says = "no-mark";
    state.textContent = bar.dataset.cannot;
  }
  put(box, from, to, marked.join("\n"));
  // One line: the words are chosen again, so that a second press takes the marks off.
  const [[, before, , after]] = lines;
  if (lines.length === 1) {
    const isMarkedNow = isMarked(marked[0].slice(before.length, marked[0].length - after.length));
    const around = isMarkedNow ? sign.length : 0;
    box.setSelectionRange(from + before.length + around, from + marked[0].length - after.length - around);
  } else {
    box.setSelectionRange(from, from + marked.join("\n").length);
  }
}

const NUMBER =
  /^\s*[^\p{L}\p{N}\s"'“”‘’«»]{0,3}\s?(?:[\p{Nd}\p{No}]|[A-Z]{2,6} ?\p{Nd}|(?:half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|ninety|an? hundred)\b)/iu;

// A list or a quote is made of whole lines, wherever in them the caret is; blank lines are no items.
function wholeLines(sign, marksBlanks) {
  const { selectionStart, selectionEnd, value } = box;
  const from = selectionStart ? value.lastIndexOf("\n", selectionStart - 1) + 1 : 0;
  // A choice that ends where a line begins does not mean that line.
  const last = selectionEnd > selectionStart && value[selectionEnd - 1] === "\n" ? selectionEnd - 1 : selectionEnd;
  const end = value.indexOf("\n", last);
  const lines = value.slice(from, end < 0 ? value.length : end).split("\n");
  const isOnly = lines.length === 1;
  const takesOff = lines.some(Boolean) && lines.every((line) => !line.trim() || line.startsWith(sign));
  const marked = lines.map((line) => {
    if (takesOff) return line.startsWith(sign) ? line.slice(sign.length) : line;
    if (!line.trim() && !isOnly) return marksBlanks ? sign.trimEnd() : line;
    return line.startsWith(sign) ? line : sign + line;
  });
  // Numbers behind the sign alone would be read as a comparison: a sign by itself says it is a quote.
  if (marksBlanks && !takesOff && lines.some((line) => line.trim()) && lines.every((line) => NUMBER.test(line))) {
    marked.unshift(sign.trimEnd());
  }
  put(box, from, end < 0 ? value.length : end, marked.join("\n"));
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
    chosen = { text, author: authorOf(getSelection().getRangeAt(0), start) };
    quoting.hidden = false;
  });
  // What is quoted inside a post are somebody else's words: alone they stand under the name that is
  // written above them, if one is; beside the author's own words they are left out.
  function authorOf(range, words) {
    const common = range.commonAncestorContainer;
    const quoted = (common.closest ? common : common.parentElement).closest("blockquote");
    if (!quoted || !words.contains(quoted)) return words.closest(".post").querySelector("h3 bdi")?.textContent ?? "";
    return saysWho(quoted.previousElementSibling);
  }

  // The name in a line such as “fern wrote:”; empty if it is no such line.
  function saysWho(line) {
    const [before, after] = quoting.dataset.says.split("{who}");
    const said = line?.textContent.trim() ?? "";
    const names = said.startsWith(before) && said.endsWith(after) && !said.includes("\n");
    return names ? said.slice(before.length, said.length - after.length) : "";
  }

  // A whole paragraph that is chosen ends where the next one begins.
  function within(range, words) {
    const own = range.cloneRange();
    if (!words.contains(own.endContainer)) {
      if (own.endOffset > 0) return "";
      own.setEndAfter(words.lastChild);
    }
    const part = own.cloneContents();
    const common = own.commonAncestorContainer;
    const isQuoted = (common.closest ? common : common.parentElement).closest("blockquote");
    for (const each of isQuoted ? [] : part.querySelectorAll("blockquote")) {
      if (saysWho(each.previousElementSibling)) each.previousElementSibling.remove();
      each.remove();
    }
    const holder = document.createElement("div");
    for (const each of part.querySelectorAll("p")) each.append("\n");
    for (const each of part.querySelectorAll("li")) each.prepend("- ");
    holder.append(part);
    return holder.textContent.replace(/\n\s*\n+/g, "\n\n").trim();
  }
  quoting.addEventListener("click", () => {
    if (!chosen) return;
    const says = chosen.author ? `${quoting.dataset.says.replace("{who}", chosen.author)}\n` : "";
    const before = box.value.trim() ? `${box.value.trimEnd()}\n\n` : "";
    const quoted = chosen.text
      .split("\n")
      .map((line) => `> ${line}`.trimEnd())
      .join("\n");
    box.value = `${before}${says}${quoted}\n\n`;
    quoting.hidden = true;
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
