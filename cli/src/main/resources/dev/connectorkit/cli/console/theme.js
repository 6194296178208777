const KEY = "connectorkit-theme";
const NEXT = { system: "light", light: "dark", dark: "system" };

function show(button, theme) {
  if (theme === "system") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
  button.textContent = { system: "Auto", light: "Light", dark: "Dark" }[theme];
  button.setAttribute("aria-label", `Colours: ${theme}; change to ${NEXT[theme]}`);
}

/** Has a button go round light, dark, and what the system prefers. */
export function themeButton(button) {
  let theme = localStorage.getItem(KEY) ?? "system";
  show(button, theme in NEXT ? theme : "system");
  button.addEventListener("click", () => {
    theme = NEXT[theme] ?? "system";
    localStorage.setItem(KEY, theme);
    show(button, theme);
  });
}
