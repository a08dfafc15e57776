// Starts the design system's components. In a file of its own: the page allows no inline script.
import "./stack.js";
import { initAll } from "/static/vendor/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
