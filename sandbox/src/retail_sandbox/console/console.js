"use strict";
// Shows the clock, the last requests, webhook events and mails, and looks again every two seconds. All text goes in as text, never as markup.

const notice = document.getElementById("notice");
const table = document.getElementById("journal");
const webhooks = document.getElementById("webhooks");
const mails = document.getElementById("mails");
const clock = document.getElementById("clock");

function cell(text, kind) {
  const element = document.createElement("td");
  element.textContent = text;
  if (kind) element.className = kind;
  return element;
}

function noted(text, kind, note) {
  const element = cell(text, kind);
  if (note) {
    const span = document.createElement("span");
    span.className = "note";
    span.textContent = note;
    element.append(span);
  }
  return element;
}

function row(entry) {
  const line = document.createElement("tr");
  const kind = entry.status >= 500 ? "failed" : entry.status >= 400 ? "refused" : "ok";
  const request = noted(`${entry.method} ${entry.path}${entry.query ? "?" + entry.query : ""}`, "request", entry.note);
  line.append(
    cell(entry.time.slice(11, 19)), cell(entry.api), request, cell(entry.operation),
    cell(entry.status, `number ${kind}`), cell((entry.seconds * 1000).toFixed(1), "number"), cell(entry.caller),
  );
  return line;
}

function eventRow(event) {
  const line = document.createElement("tr");
  const kind = { delivered: "ok", dead: "failed", pending: event.attempts ? "refused" : "" }[event.state] ?? "";
  line.append(
    cell(event.created.slice(11, 19)), cell(event.api), cell(event.event),
    noted(event.url ?? "nobody", "request", event.status ? "" : event.answer),
    cell(event.state, kind), cell(event.attempts, "number"), cell(event.status ?? "", "number"),
  );
  return line;
}

// DataConnect is the API that sends mails.
function mailRow(mail) {
  const line = document.createElement("tr");
  const kind = { sent: "ok", failed: "failed" }[mail.state] ?? "";
  const message = document.createElement("td");
  const link = document.createElement("a");
  link.href = `/dataconnect/mail/${mail.id}.eml`;
  link.textContent = "message";
  message.append(link);
  line.append(
    cell(mail.time.slice(11, 19)), cell([...mail.to, ...mail.cc].join(", "), "request"), cell(mail.subject),
    cell(mail.attachment), noted(mail.state, kind, mail.reason), message,
  );
  return line;
}

async function lookAtMails(apis) {
  if (!apis.dataconnect) return;
  const answer = await fetch("/_sandbox/state/dataconnect?table=dataconnect_mails");
  const { rows } = (await answer.json()).tables.dataconnect_mails;
  rows.sort((one, other) => other.time.localeCompare(one.time));
  mails.hidden = rows.length === 0;
  mails.querySelector("tbody").replaceChildren(...rows.slice(0, 20).map(mailRow));
}

async function look() {
  try {
    const [overview, journal, outbox] = await Promise.all(
      ["/_sandbox/", "/_sandbox/requests?limit=50", "/_sandbox/webhooks?limit=20"].map((path) => fetch(path)),
    );
    if (!overview.ok || !journal.ok || !outbox.ok) {
      notice.textContent = "The clock and the requests are not shown here: the admin API is closed to this page.";
      return;
    }
    const { apis, clock: time } = await overview.json();
    const { requests } = await journal.json();
    const { events } = await outbox.json();
    clock.hidden = false;
    clock.querySelector("time").textContent = time.now.slice(0, 19).replace("T", " ") + " UTC";
    clock.querySelector(".tag").hidden = !time.frozen;
    table.hidden = requests.length === 0;
    notice.hidden = requests.length > 0;
    notice.textContent = "None yet.";
    table.tBodies[0].replaceChildren(...requests.map(row));
    webhooks.hidden = events.length === 0;
    webhooks.querySelector("tbody").replaceChildren(...events.map(eventRow));
    await lookAtMails(apis);
  } catch {
    notice.hidden = false;
    notice.textContent = "The sandbox does not answer.";
  }
  setTimeout(look, 2000);
}

look();
