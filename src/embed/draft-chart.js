// The element <draft-chart chart="…" theme="…">, for pages that run this site's script. Given at build time: HOME, the
// site's address; HEIGHT, the CSS that makes a height of an embed's three shapes; HEIGHTS, the least and the greatest height
// that a frame may ask for.
(() => {
  // A second copy of the script has nothing to do.
  if (customElements.get("draft-chart")) return;
  // Embeds come from where the script comes from: under a base path, and on a copy of the site, too.
  const root = new URL(".", document.currentScript?.src || HOME);
  const sheetOf = (css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  };
  const base = sheetOf(
    `:host{display:grid!important;width:100%;container-type:inline-size;min-height:480px}:host([hidden]){display:none!important}` +
      `iframe{width:100%;border:0;align-self:stretch}`,
  );
  // Where the height is known, the room that the snippet kept is not needed; where the frame is silent, its place neither.
  const known = sheetOf(`:host{min-height:0!important}`);
  const silent = sheetOf(
    `:host{display:block!important;position:relative;min-height:0!important}iframe{position:absolute;visibility:hidden}`,
  );
  // What is embedded, by attribute.
  const WHAT = { chart: "", clause: "clause/" };

  class DraftChart extends HTMLElement {
    static observedAttributes = [...Object.keys(WHAT), "theme", "title", "sandbox"];
    // The host page's styles stay outside. What it wrote into the element is shown by the slot, or kept for later.
    #shadow = this.attachShadow({ mode: "open" });
    #slot = document.createElement("slot");
    #frame;
    #timer;
    #loaded = false;
    #seen = false;
    // Only time on screen counts: a browser may leave a frame alone that nobody sees.
    #eye = new IntersectionObserver((entries) => {
      this.#seen = entries[entries.length - 1].isIntersecting;
      this.#wait();
    });

    connectedCallback() {
      addEventListener("message", this.#hear);
      this.#eye.observe(this);
      this.#show();
    }
    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      this.#eye.disconnect();
      this.#clear();
    }
    // A browser that moves an element without taking it out leaves its frame alone.
    connectedMoveCallback() {}
    attributeChangedCallback() {
      if (this.isConnected) this.#show();
    }

    #show() {
      const what = Object.keys(WHAT).find((name) => this.hasAttribute(name));
      const id = this.getAttribute(what) ?? "";
      if (!/^[a-z\d-]+$/.test(id)) return this.#clear();
      const theme = this.getAttribute("theme");
      const frame = document.createElement("iframe");
      frame.src = new URL(
        `embed/${WHAT[what]}${id}/${theme === "light" || theme === "dark" ? `?theme=${theme}` : ""}`,
        root,
      );
      if (this.hasAttribute("sandbox"))
        frame.sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
      // Attributes that are set one by one as the page is read ask for the same frame.
      if (this.#frame?.src !== frame.src || this.#frame.sandbox.value !== frame.sandbox.value)
        this.#load(frame);
      this.#frame.title = (this.title || this.textContent).trim().slice(0, 200) || "Chart";
    }

    #load(frame) {
      this.#clear();
      frame.loading = "lazy";
      const shape = (this.getAttribute("shape") ?? "").split(" ").map(Number);
      const exact = shape.length === 3 && shape.every((ratio) => ratio > 0);
      if (exact) {
        for (const [i, ratio] of shape.entries()) frame.style.setProperty(`--${i}`, ratio);
        frame.style.height = HEIGHT;
      }
      this.#shadow.adoptedStyleSheets = exact ? [base, known] : [base];
      frame.onload = () => {
        this.#loaded = true;
        this.#wait();
      };
      this.#shadow.replaceChildren((this.#frame = frame));
    }

    // A frame that says nothing holds an error page: the fallback is better. A late message takes it back.
    #wait() {
      clearTimeout(this.#timer);
      if (this.#loaded && this.#seen)
        this.#timer = setTimeout(() => {
          this.#shadow.adoptedStyleSheets = [base, silent];
          this.#shadow.append(this.#slot);
        }, 3000);
    }

    #clear() {
      clearTimeout(this.#timer);
      this.#loaded = false;
      this.#frame = undefined;
      this.#shadow.adoptedStyleSheets = [base, silent];
      this.#shadow.replaceChildren(this.#slot);
    }

    #hear = ({ source, origin, data }) => {
      const frame = this.#frame;
      if (!frame || source !== frame.contentWindow) return;
      // A sandboxed frame has no origin but its window is still its own.
      if (origin !== (frame.sandbox.length ? "null" : root.origin) || data?.type !== "draft-chart:height")
        return;
      const { height } = data;
      if (!Number.isInteger(height) || height < HEIGHTS[0] || height > HEIGHTS[1]) return;
      clearTimeout(this.#timer);
      frame.onload = null;
      this.#loaded = false;
      if (this.#slot.parentNode) {
        this.#slot.remove();
        this.#shadow.adoptedStyleSheets = [base];
      }
      // A pixel of rounding is no news: the height that is known follows the width at once, a message comes after it.
      if (Math.abs(height - this.offsetHeight) <= 2) return;
      frame.style.height = `${height}px`;
      this.#shadow.adoptedStyleSheets = [base, known];
    };
  }
  customElements.define("draft-chart", DraftChart);
})();
