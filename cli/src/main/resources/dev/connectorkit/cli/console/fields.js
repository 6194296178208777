import { cardsField } from "./cards.js";
import { element, newId } from "./dom.js";

const INPUT_TYPES = { text: "text", secret: "password", number: "number", url: "url" };

function described(item, id) {
  return item.helpKey ? element("p", { class: "hint", id: `${id}-help` }, item.helpKey) : null;
}

function labelled(item, id, control) {
  const mark = item.required ? element("span", { class: "required", "aria-hidden": "true" }, " *") : null;
  return [element("label", { for: id }, item.label ?? item.key, mark), control, described(item, id)];
}

function common(item, id) {
  return {
    id,
    placeholder: item.placeholder,
    required: item.required,
    "aria-describedby": item.helpKey ? `${id}-help` : null,
  };
}

function valueOf(type, text) {
  if (text === "") {
    return undefined;
  }
  return type === "number" ? Number(text) : text;
}

function textField(item, value, changed) {
  const id = newId("field");
  const input = element("input", {
    ...common(item, id),
    type: INPUT_TYPES[item.type] ?? "text",
    step: item.type === "number" ? "any" : null,
    autocomplete: item.type === "secret" ? "new-password" : "off",
    spellcheck: "false",
    value: value ?? "",
    oninput: () => changed(valueOf(item.type, input.value)),
    // A secret that is there is only a mask, so it is replaced as a whole.
    onfocus: () => item.type === "secret" && input.select(),
  });
  return labelled(item, id, input);
}

function areaField(item, value, changed) {
  const id = newId("field");
  const secret = item.type === "secrettextarea";
  const area = element("textarea", {
    ...common(item, id),
    rows: "4",
    spellcheck: "false",
    class: secret ? "secret" : null,
    value: value ?? "",
    oninput: () => changed(valueOf(item.type, area.value)),
  });
  return labelled(item, id, area);
}

function boxField(item, value, changed) {
  const id = newId("field");
  const box = element("input", {
    ...common(item, id),
    required: false,
    type: "checkbox",
    role: item.type === "toggle" ? "switch" : null,
    onchange: () => changed(box.checked),
  });
  box.checked = value === true || value === "true";
  return [element("div", { class: "box" }, box, element("label", { for: id }, item.label ?? item.key)), described(item, id)];
}

function selectField(item, value, changed) {
  const id = newId("field");
  const select = element(
    "select",
    { ...common(item, id), placeholder: null, onchange: () => changed(valueOf("text", select.value)) },
    element("option", { value: "" }, item.placeholder ?? "Choose…"),
    (item.options ?? []).map((option) => element("option", { value: option.value }, option.label)),
  );
  select.value = value ?? "";
  return labelled(item, id, select);
}

function radioField(item, value, changed) {
  const name = newId("choice");
  const choices = (item.options ?? []).map((option) => {
    const id = newId("field");
    const radio = element("input", { id, name, type: "radio", value: option.value, onchange: () => changed(option.value) });
    radio.checked = value === option.value;
    return element("div", { class: "box" }, radio, element("label", { for: id }, option.label));
  });
  return element(
    "fieldset",
    { class: "choices" },
    element("legend", {}, item.label ?? item.key, item.required ? element("span", { class: "required" }, " *") : null),
    choices,
    described(item, name),
  );
}

/** A list of rows that grows and shrinks; `row` makes the inputs of one. */
function rowsField(item, values, changed, { empty, row }) {
  const rows = [...values];
  const list = element("ul", { class: "rows" });
  const tell = () => changed(rows.length === 0 ? undefined : [...rows]);
  const draw = (focused) => {
    list.replaceChildren(
      ...rows.map((value, i) =>
        element(
          "li",
          {},
          row(value, i, (next) => {
            rows[i] = next;
            tell();
          }),
          element(
            "button",
            {
              type: "button",
              class: "quiet",
              "aria-label": `Remove entry ${i + 1} of ${item.label}`,
              onclick: () => {
                rows.splice(i, 1);
                tell();
                draw(Math.max(i - 1, 0));
              },
            },
            "✕",
          ),
        ),
      ),
    );
    if (focused !== undefined) {
      (list.children[focused]?.querySelector("input") ?? add).focus();
    }
  };
  const add = element(
    "button",
    {
      type: "button",
      class: "small",
      onclick: () => {
        rows.push(empty());
        tell();
        draw(rows.length - 1);
      },
    },
    "Add",
  );
  draw();
  return element(
    "fieldset",
    {},
    element("legend", {}, item.label ?? item.key, item.required ? element("span", { class: "required" }, " *") : null),
    described(item, newId("field")),
    list,
    add,
  );
}

function listField(item, value, changed) {
  return rowsField(item, Array.isArray(value) ? value : [], changed, {
    empty: () => "",
    row: (text, i, set) => {
      const input = element("input", {
        type: "text",
        value: text,
        "aria-label": `Entry ${i + 1}`,
        placeholder: item.placeholder,
        oninput: () => set(input.value),
      });
      return input;
    },
  });
}

function keyValueField(item, value, changed) {
  const part = (definition, name) => ({ key: name, label: name, ...definition });
  const parts = [part(item.keyValueKey, "key"), part(item.keyValueValue, "value")];
  return rowsField(item, Array.isArray(value) ? value : [], changed, {
    empty: () => ({ key: "", value: "" }),
    row: (pair, i, set) => {
      const current = { ...pair };
      return ["key", "value"].map((member, p) => {
        const input = element("input", {
          type: INPUT_TYPES[parts[p].type] ?? "text",
          value: current[member] ?? "",
          maxlength: parts[p].maxlength,
          placeholder: parts[p].label,
          "aria-label": `${parts[p].label} ${i + 1}`,
          oninput: () => {
            current[member] = input.value;
            set({ ...current });
          },
        });
        return input;
      });
    },
  });
}

const FIELDS = {
  textarea: areaField,
  secrettextarea: areaField,
  checkbox: boxField,
  toggle: boxField,
  select: selectField,
  radio: radioField,
  list: listField,
  keyValue: keyValueField,
  cardList: cardsField,
};

/** Draws an item of a form; `changed` is told each new value, undefined for none. An unknown type is drawn as text. */
export function field(item, value, changed) {
  const draw = FIELDS[item.type] ?? textField;
  return element("div", { class: `field ${item.type}`, "data-key": item.key }, draw(item, value, changed));
}
