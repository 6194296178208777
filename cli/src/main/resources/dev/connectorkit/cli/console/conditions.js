function textOf(value) {
  // As on the platform, a box that nobody ever ticked is off.
  return value === undefined || value === null ? "false" : String(value);
}

/**
 * Returns whether an item of a form is shown: always, or when the item that it depends on is shown and has the value that
 * it asks for. A circle of conditions hides nothing by itself.
 */
export function isVisible(item, items, values, asked = new Set()) {
  if (item.parentKey === undefined || asked.has(item.key)) {
    return true;
  }
  if (textOf(values[item.parentKey]) !== String(item.parentValue)) {
    return false;
  }
  const path = new Set(asked).add(item.key);
  const parents = items.filter((candidate) => candidate.key === item.parentKey);
  return parents.length === 0 || parents.some((parent) => isVisible(parent, items, values, path));
}
