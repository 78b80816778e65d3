// Sends forms. Logging in again changes the token of every form, in this tab and in others; the
// cookie has the one that holds now.
const TOKEN = /(?:^|; )(?:__Host-)?csrftoken=([^;]+)/;

function renew(data) {
  const token = document.cookie.match(TOKEN)?.[1];
  if (token) data.set("csrfmiddlewaretoken", token);
  return data;
}

// As fetch does; what the page is told of a login in another tab is in X-Refused.
export function post(url, data, options = {}) {
  return fetch(url, { method: "POST", body: renew(data), ...options });
}

// Sent while the page goes away; nobody hears what came of it.
export function beacon(url, data) {
  return navigator.sendBeacon(url, renew(data));
}

// A form that is sent by its button.
document.addEventListener(
  "submit",
  ({ target }) => {
    const token = document.cookie.match(TOKEN)?.[1];
    const field = target.elements.namedItem("csrfmiddlewaretoken");
    if (token && field) field.value = token;
  },
  true,
);
