// Something that did not work is said where everybody sees it: in the bar at the bottom.
export function say(id) {
  const line = document.querySelector("[data-trouble]");
  line.textContent = document.getElementById(id).content.textContent;
  line.hidden = false;
}
