// Runs in the head of an embed: the theme that the host asks for, before anything is painted.
(() => {
  const theme = new URLSearchParams(location.search).get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  if (parent === window) return;
  // One message whenever the height changes: for hosts that use embed.js. `*`, because any page may embed a chart and
  // a height is no secret. Nothing that a host says is listened to.
  addEventListener("DOMContentLoaded", () => {
    let last = 0;
    const tell = () => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (height !== last) parent.postMessage({ type: "draft-chart:height", height: (last = height) }, "*");
    };
    // At once, too: a browser does not render a frame that is far off screen, and so observes nothing in it.
    tell();
    new ResizeObserver(tell).observe(document.body);
  });
})();
