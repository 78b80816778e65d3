// Reactions without leaving the page; without this script the same buttons submit the form.
import { post } from "./post.js";
import { say } from "./say.js";

document.addEventListener("click", async (event) => {
  const pressed = event.target.closest("button.reaction");
  if (!pressed) return;
  event.preventDefault();
  if (pressed.dataset.busy) return;
  pressed.dataset.busy = "yes";
  const form = new FormData(document.getElementById("act"));
  form.set("reaction", pressed.value);
  try {
    const answer = await post(pressed.formAction, form, { headers: { Accept: "application/json" } });
    if (answer.ok && !answer.redirected) {
      const on = !pressed.value.startsWith("-");
      pressed.setAttribute("aria-pressed", String(on));
      pressed.value = (on ? "-" : "") + pressed.dataset.kind;
    } else if (answer.redirected || answer.headers.get("X-Refused")) {
      say("words-not-you");
    } else {
      document.getElementById("act").requestSubmit(pressed);
    }
  } catch {
    say("words-failed");
  }
  delete pressed.dataset.busy;
});
