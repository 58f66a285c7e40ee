// Posts the height of an embed to its host.
(() => {
  if (parent === window) return;
  // The contract of docs/embedding.md, px.
  const MIN_HEIGHT = 100;
  // WordPress adds a secret to the address to recognize the frame’s messages.
  const secret = /[#&?]secret=(\w+)/.exec(location.hash)?.[1];
  // To any origin: any page may embed this, and a height is not secret.
  const post = (message) => parent.postMessage(message, "*");
  addEventListener("DOMContentLoaded", () => {
    let lastHeight;
    const sendHeight = () => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (height === lastHeight) return;
      lastHeight = height;
      // WordPress hides a frame until it posts a height, and a hidden frame may have no layout: then 0 will
      // do.
      if (secret) post({ message: "height", value: height, secret });
      if (height >= MIN_HEIGHT) post({ type: "draft-chart:height", height });
    };
    // Browsers do not render frames far off screen, so the observer may not run.
    sendHeight();
    new ResizeObserver(sendHeight).observe(document.body);
    if (!secret) return;
    // WordPress asks again when its own script is ready, and opens links itself because its sandbox forbids
    // frames to.
    addEventListener("message", ({ source, data }) => {
      if (source !== parent || data?.message !== "ready" || data.secret !== secret) return;
      lastHeight = undefined;
      sendHeight();
    });
    addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link) return;
      event.preventDefault();
      // In SVG, `href` is an object.
      const { href } = new URL(link.href.baseVal ?? link.href, document.baseURI);
      post({ message: "link", value: href, secret });
    });
  });
})();
