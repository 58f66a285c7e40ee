// Runs in the head of an embed: the theme that the host asks for, before anything is painted. Given at build time: LEAST, the
// least height that a frame may ask for.
(() => {
  const parameters = new URLSearchParams(location.search);
  const theme = parameters.get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  if (parent === window) return;
  // The height in every language that hosts speak: this site's own, AMP's, pym's and WordPress's. `*`, because any page may
  // embed this and a height is no secret.
  const pym = parameters.get("childId");
  const secret = /[#&?]secret=(\w+)/.exec(location.hash)?.[1];
  const say = (message) => parent.postMessage(message, "*");
  addEventListener("DOMContentLoaded", () => {
    let last;
    const tell = (again) => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (height === last && again !== true) return;
      last = height;
      // WordPress hides a frame until it speaks, and a hidden frame may have no layout yet: then any word will do.
      if (secret) say({ message: "height", value: height, secret });
      if (height < LEAST) return;
      say({ type: "draft-chart:height", height });
      say({ sentinel: "amp", type: "embed-size", height });
      if (pym) say(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    };
    // At once, too: a browser does not render a frame that is far off screen, and so observes nothing in it.
    tell();
    new ResizeObserver(tell).observe(document.body);
    if (!secret) return;
    // WordPress asks again when its own script is ready, and opens the links itself: its sandbox lets no frame do so.
    addEventListener("message", ({ source, data }) => {
      if (source === parent && data?.message === "ready" && data.secret === secret) tell(true);
    });
    addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link) return;
      event.preventDefault();
      // The link of an SVG is an object.
      say({
        message: "link",
        value: link.href.baseVal ? new URL(link.href.baseVal, document.baseURI).href : link.href,
        secret,
      });
    });
  });
})();
