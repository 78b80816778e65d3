// The words that a rule means, in the box they stand in: underlined beneath it, or selected.
// The box itself is never touched while somebody writes: a copy of its text lies under it.
const FAR_TOO_LONG = 20_000;
let under = null;
let meant = [];

// The server reads plain quotes and one blank, and “dont” as “don't”.
function pattern(words) {
  const written = words.map((word) =>
    word
      .replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
      .replace(/'/g, "['‘’]?")
      .replace(/"/g, '["“”]')
      .replace(/-/g, "[-‐‑–—]")
      .replace(/\s+/g, "\\s+"),
  );
  return new RegExp(written.join("|"), "giu");
}

function found(box, words) {
  const from = words.filter((word) => word.trim());
  return from.length ? [...box.value.matchAll(pattern(from))] : [];
}

export function choose(box, words) {
  const [first] = found(box, words);
  box.focus();
  if (first) box.setSelectionRange(first.index, first.index + first[0].length);
}

export function underline(box, words) {
  meant = words;
  under ??= copy(box);
  draw(box);
}

function copy(box) {
  const made = document.createElement("div");
  made.className = "under";
  made.setAttribute("aria-hidden", "true");
  box.before(made);
  box.addEventListener("input", () => draw(box));
  box.addEventListener("scroll", () => {
    made.scrollTop = box.scrollTop;
  });
  new ResizeObserver(() => fit(box)).observe(box);
  return made;
}

function fit(box) {
  under.style.inset = `${box.offsetTop + box.clientTop}px auto auto ${box.offsetLeft + box.clientLeft}px`;
  under.style.inlineSize = `${box.clientWidth}px`;
  under.style.blockSize = `${box.clientHeight}px`;
  under.scrollTop = box.scrollTop;
}

function draw(box) {
  const places = box.value.length > FAR_TOO_LONG ? [] : found(box, meant);
  under.hidden = !places.length;
  if (!places.length) return under.replaceChildren();
  const parts = [];
  let at = 0;
  for (const place of places) {
    const marked = document.createElement("mark");
    marked.textContent = place[0];
    parts.push(box.value.slice(at, place.index), marked);
    at = place.index + place[0].length;
  }
  under.replaceChildren(...parts, `${box.value.slice(at)}\n`);
  fit(box);
}
