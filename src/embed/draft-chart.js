// The element <draft-chart chart="…" theme="…">, for pages that run this site's script. Given at build time: HOME, the
// site's address; SHAPES, height over width of each chart's two drawings; HEIGHT, the CSS that makes a height of them;
// HEIGHTS, the least and the greatest height that a frame may ask for.
(() => {
  // A second copy of the script has nothing to do.
  if (customElements.get("draft-chart")) return;
  // Charts come from where the script comes from: under a base path, and on a copy of the site, too.
  const root = new URL(".", document.currentScript?.src || HOME);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `:host{display:block;width:100%;container-type:inline-size}:host([hidden]){display:none}iframe{display:block;width:100%;border:0;height:${HEIGHT}}`,
  );

  class DraftChart extends HTMLElement {
    static observedAttributes = ["chart", "theme", "sandbox"];
    // The host page's styles stay outside. What it wrote into the element is shown by the slot, or kept for later.
    #shadow = this.attachShadow({ mode: "open" });
    #slot = document.createElement("slot");
    #frame;
    #timer;

    constructor() {
      super();
      this.#shadow.adoptedStyleSheets = [sheet];
      this.#shadow.append(this.#slot);
    }
    connectedCallback() {
      addEventListener("message", this.#hear);
      this.#show();
    }
    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      this.#giveUp();
    }
    // A browser that moves an element without taking it out leaves its frame alone.
    connectedMoveCallback() {}
    attributeChangedCallback() {
      if (this.isConnected) this.#show();
    }

    #show() {
      const chart = this.getAttribute("chart") ?? "";
      if (!/^[a-z\d-]+$/.test(chart)) return this.#giveUp();
      const theme = this.getAttribute("theme");
      const frame = document.createElement("iframe");
      frame.src = new URL(`embed/${chart}/${theme === "light" || theme === "dark" ? `?theme=${theme}` : ""}`, root);
      if (this.hasAttribute("sandbox")) frame.sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
      // Attributes that are set one by one as the page is read ask for the same frame.
      if (this.#frame?.src === frame.src && this.#frame.sandbox.value === frame.sandbox.value) return;
      frame.loading = "lazy";
      frame.title = (this.title || this.textContent).trim().slice(0, 200) || "Chart";
      if (Object.hasOwn(SHAPES, chart)) {
        frame.style.setProperty("--n", SHAPES[chart][0]);
        frame.style.setProperty("--w", SHAPES[chart][1]);
      } else frame.style.height = "480px";
      // A frame that says nothing holds an error page: the fallback is better.
      frame.onload = () => (this.#timer = setTimeout(() => this.#giveUp(), 3000));
      clearTimeout(this.#timer);
      this.#shadow.replaceChildren((this.#frame = frame));
      // The room that the snippet kept is now kept inside.
      this.style.removeProperty("min-height");
    }

    #giveUp() {
      clearTimeout(this.#timer);
      this.#frame = undefined;
      this.#shadow.replaceChildren(this.#slot);
    }

    #hear = ({ source, origin, data }) => {
      const frame = this.#frame;
      if (!frame || source !== frame.contentWindow) return;
      clearTimeout(this.#timer);
      frame.onload = null;
      // A sandboxed frame has no origin but its window is still its own.
      if (origin !== (frame.sandbox.length ? "null" : root.origin) || data?.type !== "draft-chart:height") return;
      const { height } = data;
      // A pixel of rounding is no news: the height that is known follows the width at once, a message comes after it.
      if (Number.isInteger(height) && height >= HEIGHTS[0] && height <= HEIGHTS[1] && Math.abs(height - frame.offsetHeight) > 2)
        frame.style.height = `${height}px`;
    };
  }
  customElements.define("draft-chart", DraftChart);
})();
