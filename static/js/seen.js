// Which posts were really seen, for "new for me" and for where the topic opens next time.
const page = document.querySelector("[data-topic]");
const numbers = new Set();
let timer = 0;

const observer = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      const node = entry.target;
      clearTimeout(node.seenTimer);
      if (entry.isIntersecting) {
        node.seenTimer = setTimeout(() => {
          observer.unobserve(node);
          numbers.add(node.dataset.number);
          clearTimeout(timer);
          timer = setTimeout(send, 2000);
        }, 1000);
      }
    }
  },
  { rootMargin: "0px 0px -15% 0px" },
);

// From now on it is noticed when this post has been in view for a second; for members only.
export function notice(post) {
  if (page.dataset.read) observer.observe(post);
}

function send() {
  if (!numbers.size) return;
  const form = new FormData(document.getElementById("act"));
  form.set("numbers", [...numbers].join(","));
  numbers.clear();
  navigator.sendBeacon(page.dataset.read, form);
}

addEventListener("pagehide", send);
for (const post of page.querySelectorAll(".post")) notice(post);
