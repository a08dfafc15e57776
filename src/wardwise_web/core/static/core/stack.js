// On a telephone a table that is too wide becomes a list of its rows, each cell under its heading.
// Without this file such a table scrolls by itself. The roles are given anew, because a table that
// is drawn as blocks is no table to a screen reader.
const phone = window.matchMedia("(max-width: 40em)");
const MOST_COLUMNS = 12;

// The headings, where there is one row of them and every row below has a cell for each
function headingsOf(table) {
  const [head, ...more] = table.tHead ? table.tHead.rows : [];
  if (!head || more.length || table.tHead.querySelector("button, a") || head.cells.length > MOST_COLUMNS) return null;
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  return rows.every((row) => row.cells.length === head.cells.length) ? [...head.cells].map((cell) => cell.textContent.trim()) : null;
}

function name(table, headings) {
  table.setAttribute("role", "table");
  for (const group of [table.tHead, ...table.tBodies]) group.setAttribute("role", "rowgroup");
  for (const row of table.rows) row.setAttribute("role", "row");
  for (const cell of table.tHead.rows[0].cells) cell.setAttribute("role", "columnheader");
  for (const row of [...table.tBodies].flatMap((body) => [...body.rows])) {
    [...row.cells].forEach((cell, n) => {
      cell.setAttribute("role", cell.tagName === "TH" ? "rowheader" : "cell");
      if (n && headings[n]) cell.dataset.heading = headings[n];
    });
  }
}

function stack(region) {
  const table = region.querySelector(":scope > table");
  if (!table) return;
  table.classList.remove("ww-stacked");
  if (!phone.matches || region.scrollWidth <= region.clientWidth + 1) return;
  const headings = headingsOf(table);
  if (!headings) return;
  name(table, headings);
  table.classList.add("ww-stacked");
}

function stackAll() {
  document.querySelectorAll(".ww-scroll").forEach(stack);
}

stackAll();
phone.addEventListener("change", stackAll);
document.addEventListener("htmx:after:swap", stackAll);
