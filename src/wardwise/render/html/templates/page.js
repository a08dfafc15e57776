"use strict";
(function () {
  const all = (selector, inside) => Array.from((inside || document).querySelectorAll(selector));
  all("[data-needs-script]").forEach((one) => { one.hidden = false; });

  // ---- A figure opens its definition, taken from the register at the end of the page
  const definition = document.getElementById("definition");
  const names = all("#register thead th").map((cell) => cell.textContent);
  let opened = null;
  let pinned = false;

  function fill(id) {
    const row = document.getElementById(id);
    if (!row) { return false; }
    const list = document.createElement("dl");
    all("th, td", row).forEach((cell, n) => {
      if (n === 0 || !cell.textContent) { return; }
      const name = document.createElement("dt");
      const words = document.createElement("dd");
      name.textContent = names[n];
      words.textContent = cell.textContent;
      list.append(name, words);
    });
    const hint = document.createElement("p");
    const command = document.createElement("code");
    command.textContent = "wardwise explain … " + id;
    hint.append(id + ". To work it out again: ", command);
    definition.replaceChildren(list, hint);
    return true;
  }

  function open(figure) {
    if (figure === opened || !fill(figure.dataset.figure)) { return; }
    close();
    opened = figure;
    figure.setAttribute("aria-expanded", "true");
    figure.setAttribute("aria-describedby", "definition");
    definition.hidden = false;
    const at = figure.getBoundingClientRect();
    const wide = definition.offsetWidth;
    const high = definition.offsetHeight;
    const left = Math.max(12, Math.min(at.left, document.documentElement.clientWidth - wide - 12));
    const above = at.bottom + high + 16 > window.innerHeight && at.top > high + 16;
    definition.style.left = left + window.scrollX + "px";
    definition.style.top = (above ? at.top - high - 8 : at.bottom + 8) + window.scrollY + "px";
  }

  function close() {
    if (opened) {
      opened.removeAttribute("aria-expanded");
      opened.removeAttribute("aria-describedby");
    }
    opened = null;
    pinned = false;
    definition.hidden = true;
  }

  const figureOf = (event) => (event.target.closest ? event.target.closest(".figure") : null);
  document.addEventListener("mouseover", (event) => {
    const figure = figureOf(event);
    if (figure && !pinned) { open(figure); }
  });
  document.addEventListener("mouseout", (event) => {
    if (figureOf(event) && !pinned && document.activeElement !== opened) { close(); }
  });
  document.addEventListener("focusin", (event) => {
    const figure = figureOf(event);
    if (figure) { open(figure); } else if (!pinned) { close(); }
  });
  document.addEventListener("click", (event) => {
    const figure = figureOf(event);
    if (figure) { open(figure); pinned = true; } else if (!definition.contains(event.target)) { close(); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { close(); }
  });
  all(".figure").forEach((figure) => figure.setAttribute("role", "button"));

  // ---- Tables: one stop of the Tab key each, arrows inside; sorting; filtering
  function step(figure, key) {
    const cell = figure.closest("td, th");
    const row = cell.parentElement;
    const place = Array.from(row.children).indexOf(cell);
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const found = all(".figure", row);
      return found[found.indexOf(figure) + (key === "ArrowRight" ? 1 : -1)];
    }
    let other = row;
    do {
      other = key === "ArrowDown" ? other.nextElementSibling : other.previousElementSibling;
    } while (other && (other.hidden || !other.children[place].querySelector(".figure")));
    return other && other.children[place].querySelector(".figure");
  }

  function rove(table) {
    all(".figure", table).forEach((figure, n) => { figure.tabIndex = n ? -1 : 0; });
    table.addEventListener("keydown", (event) => {
      const figure = figureOf(event);
      if (!figure || !event.key.startsWith("Arrow")) { return; }
      const next = step(figure, event.key);
      event.preventDefault();
      if (next) {
        figure.tabIndex = -1;
        next.tabIndex = 0;
        next.focus();
      }
    });
  }

  function worth(cell) {
    const words = cell.textContent.trim();
    const figures = words.replace(/,/g, "").replace(/\u2212/g, "-").match(/^[^\d\-+[]*([-+]?\d+(\.\d+)?)/);
    return { words: words, value: figures ? parseFloat(figures[1]) : null };
  }

  function compare(place, sign, byValue) {
    return (a, b) => {
      const one = worth(a.children[place]);
      const two = worth(b.children[place]);
      if (byValue) {
        // What is not known comes last in either direction
        if (one.value === null || two.value === null) { return (one.value === null) - (two.value === null); }
        return sign * (one.value - two.value);
      }
      return sign * one.words.localeCompare(two.words, "en-GB", { numeric: true });
    };
  }

  function sortable(table) {
    const heads = all("thead th", table);
    const body = table.tBodies[0];
    const first = Array.from(body.rows);
    heads.forEach((head, place) => {
      if (head.querySelector(".unseen")) { return; }
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const byValue = head.classList.contains("number");
        const was = head.getAttribute("aria-sort");
        const turns = byValue ? ["descending", "ascending", null] : ["ascending", "descending", null];
        const next = turns[was ? turns.indexOf(was) + 1 : 0];
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (next) { head.setAttribute("aria-sort", next); }
        const rows = first.slice();
        if (next) { rows.sort(compare(place, next === "ascending" ? 1 : -1, byValue)); }
        body.append(...rows);
      });
    });
  }

  function filterable(table) {
    if (table.tBodies[0].rows.length <= 25) { return; }
    const label = document.createElement("label");
    const box = document.createElement("input");
    label.className = "filter";
    box.type = "search";
    label.append("Show only rows with ", box);
    table.closest(".table-box").before(label);
    box.addEventListener("input", () => {
      const wanted = box.value.trim().toLowerCase();
      Array.from(table.tBodies[0].rows).forEach((row) => {
        row.hidden = !row.textContent.toLowerCase().includes(wanted);
      });
    });
  }
  all("table.sortable").forEach((table) => { rove(table); sortable(table); filterable(table); });

  // ---- Maps: pointing, the arrow keys, and the table beside
  function neighbour(areas, from, key) {
    const middle = (area) => {
      const box = area.getBBox();
      return [box.x + box.width / 2, box.y + box.height / 2];
    };
    const [x, y] = middle(from);
    const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
    let best = null;
    let least = Infinity;
    areas.forEach((area) => {
      const [dx, dy] = middle(area).map((at, n) => at - (n ? y : x));
      const along = dx * ways[key][0] + dy * ways[key][1];
      const aside = Math.abs(dx * ways[key][1]) + Math.abs(dy * ways[key][0]);
      if (area !== from && along > 0.5 && along + 2 * aside < least) {
        least = along + 2 * aside;
        best = area;
      }
    });
    return best;
  }

  // The outline of the area pointed at, drawn last so that no neighbour covers it
  function spot(area) {
    const svg = area.ownerSVGElement;
    all(".spot", svg).forEach((old) => old.remove());
    ["spot under", "spot"].forEach((kind) => {
      const line = document.createElementNS(svg.namespaceURI, "path");
      line.setAttribute("class", kind);
      line.setAttribute("d", area.getAttribute("d"));
      svg.append(line);
    });
  }

  function explore(explored) {
    const tells = explored.querySelector(".tells");
    const rows = new Map(all("tr[data-code]", explored).map((row) => [row.dataset.code, row]));
    const marked = (code, on) => {
      if (on) { all('.area[data-code="' + code + '"]', explored).forEach(spot); }
      if (rows.has(code)) { rows.get(code).classList.toggle("shown", on); }
    };
    let shown = null;
    const show = (code, words) => {
      if (shown) { marked(shown, false); }
      shown = code;
      marked(code, true);
      if (words) { tells.textContent = words; }
    };
    all("svg", explored).forEach((svg) => {
      const areas = all(".area", svg);
      const of = (event) => (event.target.closest ? event.target.closest(".area") : null);
      areas.forEach((area, n) => {
        const title = area.querySelector("title");
        area.setAttribute("aria-label", title.textContent);
        area.setAttribute("role", "img");
        area.setAttribute("tabindex", n ? "-1" : "0");
        title.remove();
      });
      ["mouseover", "focusin", "click"].forEach((kind) => svg.addEventListener(kind, (event) => {
        const area = of(event);
        if (area) { show(area.dataset.code, area.getAttribute("aria-label")); }
      }));
      svg.addEventListener("keydown", (event) => {
        const area = of(event);
        if (!area || !event.key.startsWith("Arrow")) { return; }
        event.preventDefault();
        const next = neighbour(areas, area, event.key);
        if (next) {
          area.setAttribute("tabindex", "-1");
          next.setAttribute("tabindex", "0");
          next.focus();
        }
      });
    });
    rows.forEach((row, code) => row.addEventListener("mouseover", () => {
      const area = explored.querySelector('.area[data-code="' + code + '"]');
      show(code, area && area.getAttribute("aria-label"));
    }));
  }
  all(".explored").forEach(explore);

  all(".explorer").forEach((explorer) => {
    const choice = explorer.querySelector(".choice select");
    if (!choice) { return; }
    const turn = () => all(".explored", explorer).forEach((one) => { one.hidden = one.id !== choice.value; });
    choice.addEventListener("change", turn);
    turn();
  });

  // ---- The contents say where the reader is
  const links = new Map(all(".contents a").map((link) => [link.hash.slice(1), link]));
  if ("IntersectionObserver" in window) {
    const watcher = new IntersectionObserver((seen) => {
      const first = seen.find((one) => one.isIntersecting);
      if (!first) { return; }
      links.forEach((link) => link.removeAttribute("aria-current"));
      links.get(first.target.parentElement.id).setAttribute("aria-current", "true");
    }, { rootMargin: "0px 0px -75% 0px" });
    links.forEach((link, id) => {
      const heading = document.getElementById(id + "-heading");
      if (heading) { watcher.observe(heading); }
    });
  }
})();
