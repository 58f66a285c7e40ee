import { connectKey, connectLines } from "./chart-highlight.ts";
import { connectTooltip } from "./chart-tooltip.ts";

/**
 * `<chart-figure href="permalink" marks="what its marks can do">` around a figure that is whole without it: tooltips, and marks
 * set off by their key.
 */
class ChartFigure extends HTMLElement {
  #ready = false;

  connectedCallback(): void {
    if (this.#ready) return;
    this.#ready = true;
    const status = document.createElement("span");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    const say = (words: string) => (status.textContent = words);
    this.querySelector(".figure__row")?.append(status);
    connectKey(this);
    connectLines(this);
    // Without popovers (browsers before 2024) the native tooltips stay.
    if ("popover" in this) connectTooltip(this, say);
  }
}

customElements.define("chart-figure", ChartFigure);
