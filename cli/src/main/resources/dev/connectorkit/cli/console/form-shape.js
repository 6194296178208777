/**
 * Returns the form as menus of sections of items, whatever the spec has: old files put sections at the root, and some put
 * items straight into a menu.
 */
export function menusOf(sourceConfig) {
  const menus = [];
  for (const entry of sourceConfig ?? []) {
    if (entry.type === "menu") {
      menus.push({ label: entry.label ?? "", entries: entry.items ?? [] });
    } else if (menus.length > 0 && menus.at(-1).untitled) {
      menus.at(-1).entries.push(entry);
    } else {
      menus.push({ label: "", untitled: true, entries: [entry] });
    }
  }
  return menus.map(({ label, entries }) => ({ label, sections: sectionsOf(entries) }));
}

function sectionsOf(entries) {
  const sections = [];
  for (const entry of entries) {
    if (entry.type === "section") {
      sections.push({ ...entry, items: entry.items ?? [] });
    } else if (sections.length > 0 && sections.at(-1).loose) {
      sections.at(-1).items.push(entry);
    } else {
      sections.push({ loose: true, items: [entry] });
    }
  }
  return sections;
}

/** Returns all items of a form, cards' own ones left out. */
export function itemsOf(menus) {
  return menus.flatMap((menu) => menu.sections).flatMap((section) => section.items);
}
