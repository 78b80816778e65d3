// Times of what arrives while one reads, as the page itself words them: in the zone of the account, or
// of the device where the account names none.
const zone = document.body.dataset.zone || undefined;

export function localTimes(node) {
  const format = formatter();
  for (const time of node.querySelectorAll("time")) {
    const parts = Object.fromEntries(
      format.formatToParts(new Date(time.dateTime)).map(({ type, value }) => [type, value]),
    );
    time.textContent = `${parts.day} ${parts.month} ${parts.year}, ${parts.hour}:${parts.minute}`;
  }
}

// “en-US” only for its names of months, which are those of the server.
function formatter() {
  const how = { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  try {
    return new Intl.DateTimeFormat("en-US", { ...how, timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat("en-US", how);
  }
}
