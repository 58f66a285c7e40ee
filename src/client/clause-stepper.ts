/**
 * `<clause-stepper>` around drafts and their answers, which are whole without it: one is set off at a time, by its draft’s
 * name, two buttons or the arrow keys; the address names it.
 */
class ClauseStepper extends HTMLElement {
  #links: HTMLAnchorElement[] = [];
  #at = -1;

  connectedCallback(): void {
    if (this.#links.length > 0) return;
    this.#links = [...this.querySelectorAll<HTMLAnchorElement>(".steps li a")];
    const move = this.querySelector<HTMLElement>(".steps__move");
    if (!move || this.#links.length < 2) return;
    move.hidden = false;
    const [earlier, later] = move.querySelectorAll("button");
    earlier?.addEventListener("click", () => this.#step(-1));
    later?.addEventListener("click", () => this.#step(1));
    for (const [i, link] of this.#links.entries())
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.#go(i);
      });
    this.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#step(step);
    });
    addEventListener("hashchange", () => this.#read());
    this.#read();
  }

  /** Takes the answer that the address names. */
  #read(): void {
    const at = this.#links.findIndex(({ hash }) => hash === location.hash);
    if (at >= 0) this.#show(at);
  }

  #step(by: number): void {
    this.#go(Math.min(Math.max(this.#at + by, 0), this.#links.length - 1));
  }

  #go(at: number): void {
    const row = this.#show(at);
    history.replaceState(history.state, "", this.#links[at]?.hash);
    const { top = 0, bottom = 0 } = row?.getBoundingClientRect() ?? {};
    if (top < 0 || bottom > innerHeight) row?.scrollIntoView();
  }

  /** Sets the answer off; returns its row. */
  #show(at: number): Element | null | undefined {
    this.#at = at;
    for (const [i, link] of this.#links.entries())
      if (i === at) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    const row = document.getElementById(this.#links[at]?.hash.slice(1) ?? "")?.closest(".step");
    for (const step of this.querySelectorAll(".step")) step.classList.toggle("on", step === row);
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = `${at + 1} / ${this.#links.length}`;
    return row;
  }
}

customElements.define("clause-stepper", ClauseStepper);
