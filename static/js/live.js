// The one file that opens a socket. docs/live.md has the protocol.
//
// watch(room, seq, listener): listener.event(frame) is called once for each event after `seq`, in
// order; listener.resync() when the gap is too old, listener.gone() when the room may not be read.

const CATCH_UP = "/live/missed/";
const SILENCE = 75_000; // the server beats every 30 s
const LONGEST_PAUSE = 60_000;
const POLL_EVERY = 60_000;
const OPEN_WITHIN = 8_000;

const rooms = new Map();
let socket = null;
let tries = 0;
// By a clock that nobody sets; the other one only tells that the device slept.
let heard = performance.now();
let ticked = Date.now();
let again = 0;
let stopped = false;

export function watch(name, seq, listener) {
  rooms.set(name, { name, seq, listener, busy: null, dirty: false });
  if (socket?.readyState === WebSocket.OPEN) ask(name);
  else if (!socket && !again) connect();
}

function connect() {
  again = 0;
  if (stopped) return;
  const line = new WebSocket(location.origin.replace(/^http/, "ws") + "/ws/");
  socket = line;
  const late = setTimeout(() => line.close(), OPEN_WITHIN);
  line.onopen = () => {
    clearTimeout(late);
    heard = performance.now();
    for (const name of rooms.keys()) ask(name);
  };
  line.onmessage = (message) => {
    tries = 0;
    heard = performance.now();
    receive(JSON.parse(message.data));
  };
  line.onclose = (event) => {
    clearTimeout(late);
    if (socket !== line) return;
    socket = null;
    if (event.code === 4400) stopped = true;
    // Something about this member changed: what the page shows may not be what a reload would.
    if (event.code === 4401) for (const room of rooms.values()) anew(room);
    // Too many windows: this one asks by itself now and then, and tries again later.
    if (event.code === 4429) tries = 5;
    // Full jitter: after a restart not everybody comes back in the same second.
    const pause = Math.random() * Math.min(LONGEST_PAUSE, 2000 * 2 ** tries);
    tries += 1;
    for (const room of rooms.values()) catchUp(room);
    if (!stopped) again = setTimeout(connect, pause);
  };
}

function ask(name) {
  socket.send(JSON.stringify({ do: "watch", room: name }));
}

function receive(frame) {
  if (frame.type === "several") {
    frame.frames.forEach(receive);
    return;
  }
  if (frame.type === "beat") {
    for (const [name, seq] of Object.entries(frame.rooms)) {
      const room = rooms.get(name);
      if (room && seq > room.seq) catchUp(room);
    }
    return;
  }
  const room = rooms.get(frame.room);
  if (!room) return;
  switch (frame.type) {
    case "watching":
      if (frame.seq !== room.seq) catchUp(room);
      break;
    case "refused":
      rooms.delete(room.name);
      room.listener.gone?.();
      break;
    case "rang": // too much for the line, or too fast for this reader
      if (frame.seq > room.seq) catchUp(room);
      break;
    case "resync":
      room.seq = frame.seq;
      anew(room);
      break;
    default:
      take(room, frame);
  }
}

// An event, or "passed": something happened here that is not for this reader.
function take(room, frame) {
  if (frame.seq <= room.seq) return;
  if (frame.seq > room.seq + 1) {
    catchUp(room);
    return;
  }
  room.seq = frame.seq;
  if (frame.type === "event") room.listener.event(frame);
}

// What happened in between cannot be told one by one: how things stand is asked for instead.
function anew(room) {
  room.listener.resync?.();
  if (!room.listener.state) return;
  room.wantsState = true;
  catchUp(room);
}

async function catchUp(room) {
  if (room.busy) {
    room.dirty = true;
    return;
  }
  room.busy = true;
  try {
    const query = new URLSearchParams({ room: room.name, after: room.seq });
    if (room.wantsState) query.set("state", "1");
    const answer = await fetch(`${CATCH_UP}?${query}`, { headers: { Accept: "application/json" } });
    if (answer.status === 404) {
      rooms.delete(room.name);
      room.listener.gone?.();
    } else if (answer.ok && !answer.redirected) {
      const missed = await answer.json();
      if (missed.resync) room.listener.resync?.();
      if (missed.state) {
        room.wantsState = false;
        room.listener.state?.(missed.state);
      }
      for (const frame of missed.frames) {
        if (frame.seq > room.seq) {
          room.seq = frame.seq;
          room.listener.event(frame);
        }
      }
      room.seq = missed.resync ? missed.seq : Math.max(room.seq, missed.seq);
    }
  } catch {
    // Offline: the next beat, tick or reconnect asks again.
  }
  room.busy = null;
  if (room.dirty) {
    room.dirty = false;
    catchUp(room);
  }
}

function look() {
  const slept = Math.abs(Date.now() - ticked) > 20_000;
  ticked = Date.now();
  const now = performance.now();
  if (document.visibilityState !== "visible") return;
  const open = socket?.readyState === WebSocket.OPEN;
  if (open && (slept || now - heard > SILENCE)) {
    // A dead line takes long to close: it is left behind, and a new one opened at once.
    const dead = socket;
    socket = null;
    dead.close();
    for (const room of rooms.values()) catchUp(room);
    connect();
  } else if (!open && now - heard > POLL_EVERY) {
    heard = now;
    for (const room of rooms.values()) catchUp(room);
  }
}

function wake() {
  if (document.visibilityState !== "visible") return;
  for (const room of rooms.values()) catchUp(room);
  if (!socket && !stopped && rooms.size) {
    clearTimeout(again);
    tries = 0;
    connect();
  }
}

setInterval(look, 5000);
document.addEventListener("visibilitychange", wake);
addEventListener("online", wake);
addEventListener("pageshow", (event) => event.persisted && wake());
