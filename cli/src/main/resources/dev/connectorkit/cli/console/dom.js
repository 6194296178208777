/**
 * Makes an element. Properties that start with "on" are listeners, `data-…`, `aria-…` and other names with a hyphen are
 * attributes, true and false add and leave out an attribute. Children are nodes, texts, null for nothing,
 * or arrays of these.
 */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith("on")) {
      node.addEventListener(name.slice(2), value);
    } else if (name === "value") {
      node.value = value;
    } else {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

let lastId = 0;

/** Returns an id that no other element has. */
export function newId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/** Has screen readers say a text, without moving the focus. */
export function announce(text) {
  document.getElementById("announcer").textContent = text;
}

/** Returns a function that calls `action` once nobody has called it for so many milliseconds. */
export function whenQuiet(milliseconds, action) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), milliseconds);
  };
}

/** Returns JSON for people to read. */
export function pretty(json) {
  return JSON.stringify(json, null, 2);
}

/** Returns a notice; an error is read out at once. */
export function notice(kind, ...children) {
  return element("div", { class: `notice ${kind}`, role: kind === "error" ? "alert" : null }, ...children);
}
