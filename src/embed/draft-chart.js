// The element <draft-chart chart="…" theme="…">.
(() => {
  if (customElements.get("draft-chart")) return;
  // Load embeds from where the script is, also under a base path or on a copy of the site.
  // A module has no current script.
  const script = document.currentScript ?? document.querySelector('script[src*="/embed.js"]');
  if (!script?.src) return;
  const root = new URL(".", script.src);
  // The contract of docs/embedding.md, px.
  const [MIN_HEIGHT, MAX_HEIGHT] = [100, 4000];
  const SILENCE_MS = 3000;
  const PATIENCE_MS = 15000;
  const makeSheet = (css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  };
  const base = makeSheet(
    `:host{display:grid!important;width:100%;min-height:480px}:host([hidden]){display:none!important}` +
      `iframe{width:100%;border:0;align-self:stretch}slot{display:block}`,
  );
  // The height that the code reserves is not needed once the frame has posted its own.
  const unreserved = makeSheet(`:host{min-height:0!important}`);

  class DraftChart extends HTMLElement {
    static observedAttributes = ["chart", "clause", "theme"];
    #shadow = this.attachShadow({ mode: "open" });
    #frame;
    #timer;

    connectedCallback() {
      addEventListener("message", this.#onMessage);
      this.#update();
    }
    disconnectedCallback() {
      removeEventListener("message", this.#onMessage);
    }
    attributeChangedCallback() {
      if (this.isConnected) this.#update();
    }

    #update() {
      const clause = this.getAttribute("clause");
      const id = clause ?? this.getAttribute("chart") ?? "";
      const theme = this.getAttribute("theme");
      const path = `embed/${clause === null ? "" : "clause/"}${id}/${theme ? `#${theme}` : ""}`;
      const { href } = new URL(path, root);
      if (!/^[a-z\d-]+$/.test(id)) this.#showFallback();
      // A moved element, or attributes set one by one, may result in the same address.
      else if (this.#frame?.src !== href) this.#load(href);
    }

    #load(src) {
      clearTimeout(this.#timer);
      const title = this.textContent.trim() || root.host;
      this.#frame = Object.assign(document.createElement("iframe"), { src, title, loading: "lazy" });
      const expectHeight = (time) => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#showFallback(), time);
      };
      // A site that never answers leaves the frame blank; it loads once a reader comes near.
      new IntersectionObserver(([{ isIntersecting }], observer) => {
        if (!isIntersecting) return;
        observer.disconnect();
        expectHeight(PATIENCE_MS);
      }).observe(this.#frame);
      // A frame that never posts a height probably shows an error page.
      this.#frame.onload = () => expectHeight(SILENCE_MS);
      this.#shadow.adoptedStyleSheets = [base];
      this.#shadow.replaceChildren(this.#frame);
    }

    #showFallback() {
      this.#frame = undefined;
      this.#shadow.adoptedStyleSheets = [base, unreserved];
      this.#shadow.replaceChildren(document.createElement("slot"));
    }

    #onMessage = ({ source, origin, data }) => {
      const frame = this.#frame;
      if (!frame || source !== frame.contentWindow || origin !== root.origin) return;
      const height = data?.type === "draft-chart:height" && data.height;
      if (!Number.isInteger(height) || height < MIN_HEIGHT || height > MAX_HEIGHT) return;
      clearTimeout(this.#timer);
      frame.onload = null;
      // Ignore rounding: the height in the code has already followed the width.
      if (Math.abs(height - this.offsetHeight) <= 2) return;
      frame.style.height = `${height}px`;
      this.#shadow.adoptedStyleSheets = [base, unreserved];
    };
  }
  customElements.define("draft-chart", DraftChart);
})();
