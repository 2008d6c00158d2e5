// Sets language, light or dark, and text size before the first paint, so that nothing flashes.
// lib/appearance.js keeps and changes them.
(() => {
  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = localStorage.getItem("theme") ?? "system";
  if (root.dataset.theme === "system") {
    root.dataset.theme = dark ? "dark" : "light";
  }
  root.dataset.text = localStorage.getItem("text") ?? "100";
  root.lang = localStorage.getItem("language") === "en" ? "en" : "zh-CN";
})();
