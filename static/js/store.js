// What this device holds for a while, as JSON. A browser may refuse, be full, or hold something that
// is none of ours: nothing here throws.
function attempt(act, otherwise) {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

export function get(key) {
  return attempt(() => JSON.parse(localStorage.getItem(key)), null);
}

export function has(key) {
  return attempt(() => localStorage.getItem(key) !== null, false);
}

// Whether it is held.
export function set(key, value) {
  return attempt(() => {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  }, false);
}

export function remove(key) {
  attempt(() => localStorage.removeItem(key));
}

// [[key, value]] of all whose key begins so.
export function entries(begins) {
  const keys = attempt(() => Object.keys(localStorage), []);
  return keys.filter((key) => key.startsWith(begins)).map((key) => [key, get(key)]);
}

// Everything but that a member has left: their other pages ask for it.
export function clear() {
  for (const key of attempt(() => Object.keys(localStorage), [])) {
    if (!key.startsWith("left:")) remove(key);
  }
  attempt(() => sessionStorage.clear());
}
