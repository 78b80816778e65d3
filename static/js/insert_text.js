// Puts words in the place of what stands between two positions, as if they were typed: the browser's
// own undo takes it back. The caret stands behind them.
export function put(box, from, to, words) {
  box.focus();
  box.setSelectionRange(from, to);
  if (!document.execCommand("insertText", false, words)) box.setRangeText(words, from, to, "end");
}
