import * as api from "./api.js";
import { announce, element, notice } from "./dom.js";
import { commandsView } from "./commands.js";
import { filterView } from "./filter.js";
import { reportView } from "./report.js";
import { sourceView } from "./source-form.js";
import { SourceStore } from "./source-store.js";
import { specView } from "./spec.js";
import { themeButton } from "./theme.js";

const DEFAULT_VIEW = "commands";
const main = document.getElementById("view");

async function start() {
  themeButton(document.getElementById("theme"));
  const connector = await api.get("connector");
  const store = new SourceStore();
  await store.load();
  document.getElementById("connector").textContent = connector.name;
  document.title = `${connector.name} · connectorkit console`;
  const views = {
    commands: ["Commands", () => commandsView(connector, store)],
    source: ["Source", () => sourceView(connector, store)],
    filter: ["Filter", () => filterView(connector, store)],
    spec: ["Spec", () => specView(connector)],
    report: ["Report", () => reportView()],
  };
  const made = {};
  const show = (moved) => {
    const asked = location.hash.slice(1);
    const name = asked in views ? asked : DEFAULT_VIEW;
    const [title, make] = views[name];
    made[name] ??= element("div", { class: `view ${name}` }, element("h1", { class: "unseen" }, title), make());
    main.replaceChildren(made[name]);
    made[name].dispatchEvent(new Event("shown"));
    for (const link of document.querySelectorAll("#views a")) {
      link.toggleAttribute("aria-current", false);
      if (link.hash === `#${name}`) {
        link.setAttribute("aria-current", "page");
      }
    }
    if (moved) {
      announce(`${title} is shown`);
    }
  };
  window.addEventListener("hashchange", () => show(true));
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  show(false);
  document.documentElement.dataset.ready = "true";
}

start().catch((failure) => main.replaceChildren(notice("error", failure.message)));
