// Passkeys, where the browser knows them; the ceremony itself is allauth's.
if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("[data-passkey]")) form.hidden = false;
  for (const words of document.querySelectorAll("[data-no-passkey]")) words.hidden = true;
}

// It was called off, took too long, or the device said no.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const words of document.querySelectorAll("[data-passkey-failed]")) words.hidden = false;
});

// A second try begins without the words about the first.
document.addEventListener(
  "click",
  (event) => {
    if (!event.target.closest("[data-passkey] button")) return;
    for (const words of document.querySelectorAll("[data-passkey-failed]")) words.hidden = true;
  },
  { capture: true },
);
