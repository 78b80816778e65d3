// The fields of the compose box, and what stands in them.
export const form = document.querySelector("[data-compose]");
export const text = form.querySelector('[data-draft="text"]');
export const title = form.querySelector('[data-draft="title"]');
export const answers = [...form.querySelectorAll("[data-answer]")];
const warnings = () => [...form.querySelectorAll('[name="warnings"]:checked')].map((each) => each.value);
const wish = () => form.querySelector('[name="wish"]:checked')?.value ?? "";
const { place } = form.dataset;
export const words = (name) => form.querySelector(`[data-words-${name}]`).content.cloneNode(true);

// Answers to a board's questions stand before the text, as they will in the post.
export function written() {
  const given = answers.filter((each) => each.value.trim());
  const said = given.map((each) => `**${each.dataset.answer}**\n\n${each.value.trim()}`);
  if (text.value.trim() || !said.length) said.push(text.value);
  return said.join("\n\n");
}

export function snapshot() {
  return JSON.stringify([title?.value ?? "", written(), wish(), warnings()]);
}

export function body() {
  const data = new FormData();
  data.set("csrfmiddlewaretoken", form.csrfmiddlewaretoken.value);
  data.set("writer", form.elements.writer.value);
  data.set("place", place);
  data.set("token", form.elements.token.value);
  data.set("known", form.elements.known.value);
  data.set("page", form.elements.page.value);
  data.set("title", title?.value ?? "");
  data.set("wish", wish());
  data.set("text", written());
  for (const each of warnings()) data.append("warnings", each);
  return data;
}

// Enter in the title goes on to the words, and presses nothing.
title?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  (answers[0] ?? text).focus();
});
