import { announce, element } from "./dom.js";
import { drawItems } from "./form.js";

function allows(item, action, otherwise) {
  return item[action] ?? otherwise;
}

function cardForm(item, card, done) {
  const values = structuredClone(card);
  const subMenus = item.subMenus ?? [];
  const all = subMenus.flatMap((menu) => menu.items ?? []);
  const parts = subMenus.map((menu) => ({ menu, items: drawItems(menu.items ?? [], values, () => refresh()) }));
  const refresh = () => parts.forEach((part) => part.items.refresh(all));
  refresh();
  return element(
    "div",
    { class: "card-form" },
    parts.map(({ menu, items }) => element("fieldset", {}, element("legend", {}, menu.label), items.nodes)),
    element(
      "div",
      { class: "row end" },
      element("button", { type: "button", class: "quiet", onclick: () => done(null) }, "Cancel"),
      element("button", { type: "button", class: "small primary", onclick: () => done(values) }, "Done"),
    ),
  );
}

/** Draws a list of cards, each filled in on a form of its own. Cards move by buttons, so that no mouse is needed. */
export function cardsField(item, value, changed) {
  const cards = Array.isArray(value) ? [...value] : [];
  let edited = -1;
  let added = false;
  const list = element("ol", { class: "cards" });
  const titleOf = (card, i) => String(card[item.titleKey] ?? "") || `Card ${i + 1}`;

  const tell = () => {
    if (item.indexKey) {
      cards.forEach((card, i) => {
        cards[i] = { ...card, [item.indexKey]: i };
      });
    }
    changed(cards.length === 0 ? undefined : [...cards]);
    draw();
  };
  const edit = (i) => {
    edited = i;
    draw();
    list.children[i].querySelector("input, select, textarea")?.focus();
  };
  const close = (i, values) => {
    edited = -1;
    if (values !== null) {
      cards[i] = values;
    } else if (added) {
      cards.splice(i, 1);
    }
    added = false;
    tell();
    (list.children[Math.min(i, cards.length - 1)]?.querySelector("button") ?? add)?.focus();
  };
  const move = (from, to) => {
    cards.splice(to, 0, ...cards.splice(from, 1));
    tell();
    announce(`${titleOf(cards[to], to)} is now number ${to + 1}`);
    list.children[to].querySelector(to < from ? ".up" : ".down")?.focus();
  };
  const button = (name, title, onclick, extra = {}) =>
    element("button", { type: "button", class: "quiet", "aria-label": `${name} ${title}`, onclick, ...extra }, name);

  const drawCard = (card, i) => {
    if (i === edited) {
      return element("li", { class: "open" }, cardForm(item, card, (values) => close(i, values)));
    }
    const title = titleOf(card, i);
    return element(
      "li",
      {},
      element(
        "div",
        { class: "card-title" },
        element("strong", {}, title),
        element("span", { class: "hint" }, String(card[item.subtitleKey] ?? "")),
      ),
      allows(item, "editButton", true) ? button("Edit", title, () => edit(i)) : null,
      allows(item, "copyButton", false)
        ? button("Copy", title, () => {
            cards.splice(i + 1, 0, structuredClone(card));
            tell();
          })
        : null,
      allows(item, "dragNDropEnabled", false)
        ? [
            button("↑", title, () => move(i, i - 1), { class: "quiet up", "aria-label": `Move ${title} up`, disabled: i === 0 }),
            button("↓", title, () => move(i, i + 1), {
              class: "quiet down",
              "aria-label": `Move ${title} down`,
              disabled: i === cards.length - 1,
            }),
          ]
        : null,
      allows(item, "deleteButton", true)
        ? button("Delete", title, () => {
            cards.splice(i, 1);
            tell();
            announce(`${title} was deleted`);
            (list.children[Math.max(i - 1, 0)]?.querySelector("button") ?? add)?.focus();
          })
        : null,
    );
  };
  const draw = () => list.replaceChildren(...cards.map(drawCard));
  const add = allows(item, "addButton", true)
    ? element(
        "button",
        {
          type: "button",
          class: "small",
          onclick: () => {
            cards.push({});
            added = true;
            edit(cards.length - 1);
          },
        },
        item.buttonLabel ?? "Add",
      )
    : null;
  draw();
  return element("fieldset", {}, element("legend", {}, item.label ?? item.key), list, add);
}
