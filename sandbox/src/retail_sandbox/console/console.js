"use strict";
// Shows the clock and the last requests, and looks again every two seconds. All text goes in as text, never as markup.

const notice = document.getElementById("notice");
const table = document.querySelector("table");
const clock = document.getElementById("clock");

function cell(text, kind) {
  const element = document.createElement("td");
  element.textContent = text;
  if (kind) element.className = kind;
  return element;
}

function row(entry) {
  const line = document.createElement("tr");
  const kind = entry.status >= 500 ? "failed" : entry.status >= 400 ? "refused" : "ok";
  const request = cell(`${entry.method} ${entry.path}${entry.query ? "?" + entry.query : ""}`, "request");
  if (entry.note) {
    const note = document.createElement("span");
    note.className = "note";
    note.textContent = entry.note;
    request.append(note);
  }
  line.append(
    cell(entry.time.slice(11, 19)), cell(entry.api), request, cell(entry.operation),
    cell(entry.status, `number ${kind}`), cell((entry.seconds * 1000).toFixed(1), "number"), cell(entry.caller),
  );
  return line;
}

async function look() {
  try {
    const [overview, journal] = await Promise.all(
      ["/_sandbox/", "/_sandbox/requests?limit=50"].map((path) => fetch(path)),
    );
    if (!overview.ok || !journal.ok) {
      notice.textContent = "The clock and the requests are not shown here: the admin API is closed to this page.";
      return;
    }
    const { clock: time } = await overview.json();
    const { requests } = await journal.json();
    clock.hidden = false;
    clock.querySelector("time").textContent = time.now.slice(0, 19).replace("T", " ") + " UTC";
    clock.querySelector(".tag").hidden = !time.frozen;
    table.hidden = requests.length === 0;
    notice.hidden = requests.length > 0;
    notice.textContent = "None yet.";
    table.tBodies[0].replaceChildren(...requests.map(row));
  } catch {
    notice.hidden = false;
    notice.textContent = "The sandbox does not answer.";
  }
  setTimeout(look, 2000);
}

look();
