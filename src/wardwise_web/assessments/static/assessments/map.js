// The build's areas from GeoJSON of our own server: no tiles, no fonts, nothing from elsewhere.
import * as maplibregl from "/static/vendor/maplibre-gl.mjs";

const STEPS = ["#eff3ff", "#bdd7e7", "#6baed6", "#3182bd", "#08519c"];
const place = document.getElementById("map");
const told = document.getElementById("place");

function bounds(features) {
  const found = new maplibregl.LngLatBounds();
  const walk = (one) => (typeof one[0] === "number" ? found.extend(one) : one.forEach(walk));
  features.forEach((feature) => walk(feature.geometry.coordinates));
  return found;
}

function words(given) {
  const number = (value, digits) => value === null || value === undefined ? "not known"
    : value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const limits = given.lower === null ? "" : ` (${number(given.lower, 1)} to ${number(given.upper, 1)})`;
  return `${given.name}: ${number(given.offences, 0)} offences, ${number(given.rate_per_1000_residents, 1)} per 1,000 residents${limits}`;
}

async function draw() {
  const areas = await (await fetch(place.dataset.layer)).json();
  if (maplibregl.setWorkerUrl) maplibregl.setWorkerUrl("/static/vendor/maplibre-gl-worker.mjs");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new maplibregl.Map({
    container: place,
    style: { version: 8, sources: {}, layers: [{ id: "ground", type: "background", paint: { "background-color": "#ffffff" } }] },
    bounds: bounds(areas.features),
    fitBoundsOptions: { padding: 20, animate: false },
    attributionControl: false,
    fadeDuration: 0,
  });
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }));
  map.addControl(new maplibregl.ScaleControl());
  const byId = new Map(areas.features.map((feature) => [feature.id, feature]));
  let marked = null;
  const mark = (id) => {
    if (marked !== null) map.setFeatureState({ source: "areas", id: marked }, { marked: false });
    marked = id;
    document.querySelectorAll("#areas tr[data-area]").forEach((row) => row.classList.toggle("ww-marked", row.dataset.area === String(id)));
    if (id === null) return;
    map.setFeatureState({ source: "areas", id }, { marked: true });
    told.textContent = words(byId.get(id).properties);
  };
  map.on("load", () => {
    map.addSource("areas", { type: "geojson", data: areas });
    const colour = ["match", ["coalesce", ["get", "class"], -1], 0, STEPS[0], 1, STEPS[1], 2, STEPS[2], 3, STEPS[3], 4, STEPS[4], "#ffffff"];
    map.addLayer({ id: "fill", type: "fill", source: "areas", paint: { "fill-color": colour } });
    const width = ["case", ["boolean", ["feature-state", "marked"], false], 4, 1];
    map.addLayer({ id: "line", type: "line", source: "areas", paint: { "line-color": "#0b0c0c", "line-width": width } });
    map.addLayer({ id: "names", type: "symbol", source: "areas", layout: { "text-field": ["get", "name"], "text-font": ["Arial"], "text-size": 12, "text-max-width": 8 }, paint: { "text-color": "#0b0c0c", "text-halo-color": "#ffffff", "text-halo-width": 1.5 } });
    map.on("mousemove", "fill", (event) => mark(event.features[0].id));
    map.on("click", "fill", (event) => mark(event.features[0].id));
    map.once("idle", () => { place.dataset.ready = "yes"; });
  });
  document.querySelectorAll("#areas tr[data-area]").forEach((row) => {
    const name = row.querySelector("th");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ww-area-button";
    button.textContent = name.textContent;
    button.setAttribute("aria-label", `${name.textContent}: show on the map`);
    name.replaceChildren(button);
    const id = Number(row.dataset.area);
    button.addEventListener("focus", () => mark(id));
    button.addEventListener("click", () => { mark(id); map.fitBounds(bounds([byId.get(id)]), { padding: 80, maxZoom: 14, animate: !calm }); });
  });
}

function fails() {
  place.hidden = true;
  told.textContent = "The map could not be drawn here. The table has the same numbers.";
}

if (place) draw().catch(fails);
