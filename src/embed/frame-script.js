// Runs in the head of an embed: sets the colours that the host asks for before anything is painted, then sends the host the
// height. Given at build time: MIN_HEIGHT, the least height that a frame may ask for, px.
(() => {
  const theme = new URLSearchParams(location.search).get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  if (parent === window) return;
  // WordPress adds a secret to the address, and knows by it which frame a message is from.
  const secret = /[#&?]secret=(\w+)/.exec(location.hash)?.[1];
  // To any origin: any page may embed this, and a height is not secret.
  const post = (message) => parent.postMessage(message, "*");
  addEventListener("DOMContentLoaded", () => {
    let lastHeight;
    const sendHeight = (again) => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (height === lastHeight && again !== true) return;
      lastHeight = height;
      // WordPress hides a frame until it gets a height, and a hidden frame may have no layout yet: then 0 will do.
      if (secret) post({ message: "height", value: height, secret });
      if (height >= MIN_HEIGHT) post({ type: "draft-chart:height", height });
    };
    // At once, too: a browser does not render a frame that is far off screen, so nothing in it is observed.
    sendHeight();
    new ResizeObserver(sendHeight).observe(document.body);
    if (!secret) return;
    // WordPress asks again when its own script is ready, and opens the links itself: its sandbox lets no frame do so.
    addEventListener("message", ({ source, data }) => {
      if (source === parent && data?.message === "ready" && data.secret === secret) sendHeight(true);
    });
    addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link) return;
      event.preventDefault();
      // In SVG, href is an object.
      post({
        message: "link",
        value: new URL(link.href.baseVal ?? link.href, document.baseURI).href,
        secret,
      });
    });
  });
})();
