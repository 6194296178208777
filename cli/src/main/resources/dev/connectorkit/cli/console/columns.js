const FLAGS = ["disabled", "locked", "deleted", "incomplete", "finalUpdate"];
const FIRST = ["identity", "type", "id"];

/** Returns an output as the cells of a row, by column. */
export function cellsOf(output) {
  if (output === null || typeof output !== "object" || Array.isArray(output)) {
    return new Map([["value", output]]);
  }
  const cells = new Map();
  for (const name of FIRST) {
    if (name in output) {
      cells.set(name, output[name]);
    }
  }
  if (!cells.has("identity") && output.key) {
    cells.set("key", output.key.simple?.id ?? output.key.compound?.uniqueId);
  }
  for (const name of FLAGS) {
    if (output[name] === true) {
      cells.set("flags", cells.has("flags") ? `${cells.get("flags")}, ${name}` : name);
    }
  }
  const { attributes } = output;
  if (attributes !== null && typeof attributes === "object" && !Array.isArray(attributes)) {
    Object.entries(attributes).forEach(([name, value]) => cells.set(cells.has(name) ? `attributes.${name}` : name, value));
  }
  const known = [...FIRST, ...FLAGS, "key", "uuid", "attributes"];
  Object.entries(output)
    .filter(([name]) => !known.includes(name) && !cells.has(name))
    .forEach(([name, value]) => cells.set(name, value));
  return cells;
}

/** Returns a cell's value as text. */
export function textOf(value) {
  if (value === undefined || value === null) {
    return "";
  }
  if (Array.isArray(value)) {
    return value.map(textOf).join(", ");
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
