import { isVisible } from "./conditions.js";
import { field } from "./fields.js";

/**
 * Draws items and keeps those hidden whose condition does not hold. `values` changes as the user types, and `changed` is
 * called after each change.
 */
export function drawItems(items, values, changed) {
  const drawn = items.map((item) => ({
    item,
    node: field(item, values[item.key], (value) => {
      if (value === undefined) {
        delete values[item.key];
      } else {
        values[item.key] = value;
      }
      changed();
    }),
  }));
  return {
    nodes: drawn.map(({ node }) => node),
    /** Shows what is to be shown, `all` being the items that conditions may speak of. */
    refresh(all) {
      drawn.forEach(({ item, node }) => {
        node.hidden = !isVisible(item, all, values);
      });
    },
  };
}
