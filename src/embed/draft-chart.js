// The element <draft-chart chart="…" theme="…">. Replaced at build time: SITE, the address of the site;
// HEIGHTS, smallest and largest height of a frame, px.
(() => {
  if (customElements.get("draft-chart")) return;
  // Load embeds from the origin of the script, also under a base path or on a copy of the site.
  const root = new URL(".", document.currentScript?.src || SITE);
  const SILENCE_MS = 3000;
  const makeSheet = (css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  };
  const base = makeSheet(
    `:host{display:grid!important;width:100%;container-type:inline-size;min-height:480px}:host([hidden]){display:none!important}` +
      `iframe{width:100%;border:0;align-self:stretch}`,
  );
  // Once the frame has posted its height, the height reserved by the code is not needed.
  const sized = makeSheet(`:host{min-height:0!important}`);
  const silent = makeSheet(
    `:host{display:block!important;position:relative;min-height:0!important}iframe{position:absolute;visibility:hidden}`,
  );
  const FOLDERS = { chart: "", clause: "clause/" };

  class DraftChart extends HTMLElement {
    static observedAttributes = [...Object.keys(FOLDERS), "theme", "title"];
    #shadow = this.attachShadow({ mode: "open" });
    #slot = document.createElement("slot");
    #frame;
    #timer;

    connectedCallback() {
      addEventListener("message", this.#onMessage);
      this.#update();
    }
    disconnectedCallback() {
      removeEventListener("message", this.#onMessage);
      this.#showFallback();
    }
    // A browser that moves an element without removing it keeps the frame.
    connectedMoveCallback() {}
    attributeChangedCallback() {
      if (this.isConnected) this.#update();
    }

    #update() {
      const what = Object.keys(FOLDERS).find((name) => this.hasAttribute(name));
      const id = this.getAttribute(what) ?? "";
      if (!/^[a-z\d-]+$/.test(id)) return this.#showFallback();
      const theme = this.getAttribute("theme");
      const query = theme === "light" || theme === "dark" ? `?theme=${theme}` : "";
      const src = new URL(`embed/${FOLDERS[what]}${id}/${query}`, root).href;
      // Attributes set one by one while the page loads may result in the same address.
      if (this.#frame?.src !== src) this.#load(src);
      this.#frame.title = (this.title || this.textContent).trim() || "Chart";
    }

    #load(src) {
      clearTimeout(this.#timer);
      const frame = document.createElement("iframe");
      frame.src = src;
      frame.loading = "lazy";
      // If the frame never posts a height, it probably holds an error page: show the fallback. A late message
      // undoes that.
      frame.onload = () => {
        this.#timer = setTimeout(() => {
          this.#shadow.adoptedStyleSheets = [base, silent];
          this.#shadow.append(this.#slot);
        }, SILENCE_MS);
      };
      this.#shadow.adoptedStyleSheets = [base];
      this.#shadow.replaceChildren((this.#frame = frame));
    }

    #showFallback() {
      clearTimeout(this.#timer);
      this.#frame = undefined;
      this.#shadow.adoptedStyleSheets = [base, silent];
      this.#shadow.replaceChildren(this.#slot);
    }

    #onMessage = ({ source, origin, data }) => {
      const frame = this.#frame;
      if (!frame || source !== frame.contentWindow || origin !== root.origin) return;
      const height = data?.type === "draft-chart:height" && data.height;
      if (!Number.isInteger(height) || height < HEIGHTS[0] || height > HEIGHTS[1]) return;
      clearTimeout(this.#timer);
      frame.onload = null;
      if (this.#slot.parentNode) {
        this.#slot.remove();
        this.#shadow.adoptedStyleSheets = [base];
      }
      // Ignore rounding: the height in the code has already followed the width.
      if (Math.abs(height - this.offsetHeight) <= 2) return;
      frame.style.height = `${height}px`;
      this.#shadow.adoptedStyleSheets = [base, sized];
    };
  }
  customElements.define("draft-chart", DraftChart);
})();
