const MOST = 4;

/**
 * `<compare-columns pages="/compare/">`: two to four drafts side by side, on one question or all. Each column is cut out
 * of the page that compares its draft with the earliest; the address carries the choice.
 */
class CompareColumns extends HTMLElement {
  #pages = new Map<string, Promise<Document>>();
  #turn = 0;

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form) return;
    this.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const drafts = this.#boxes().filter(({ checked }) => checked);
      const question = this.#select()?.value;
      const query = `drafts=${drafts.map(({ value }) => value).join(",")}${question ? `&question=${question}` : ""}`;
      history.pushState(null, "", `${location.pathname}?${query}`);
      void this.#show();
    });
    form.addEventListener("change", () => this.#limit());
    addEventListener("popstate", () => void this.#show());
    void this.#show();
  }

  #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("input")];
  }

  #select(): HTMLSelectElement | null {
    return this.querySelector("select");
  }

  /** No more than four can be chosen. */
  #limit(): void {
    const full = this.#boxes().filter(({ checked }) => checked).length >= MOST;
    for (const box of this.#boxes()) box.disabled = full && !box.checked;
  }

  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const query = new URLSearchParams(location.search);
    const chosen = query.getAll("drafts").flatMap((ids) => ids.split(","));
    const select = this.#select();
    const into = this.querySelector(".columns");
    const status = this.querySelector<HTMLElement>("[role=status]");
    if (!select || !into || !status) return;
    // In the order of the boxes, which is that of the days.
    const drafts = this.#boxes()
      .map(({ value }) => value)
      .filter((id) => chosen.includes(id))
      .slice(0, MOST);
    for (const box of this.#boxes()) box.checked = drafts.includes(box.value);
    select.value = query.get("question") ?? "";
    this.#limit();
    const [first, ...others] = drafts;
    if (!first || others.length === 0) return into.replaceChildren();
    try {
      const pages = await Promise.all(others.map((other) => this.#page(`${first}/${other}/`)));
      if (turn !== this.#turn) return;
      const questions = select.value
        ? [select.value]
        : [...select.options].map(({ value }) => value).filter(Boolean);
      into.replaceChildren(...questions.flatMap((id) => rowOf(id, drafts, pages)));
      status.textContent = status.dataset.key ?? "";
    } catch {
      status.textContent = this.getAttribute("failed");
    }
  }

  #page(path: string): Promise<Document> {
    const load = async () => {
      const answer = await fetch((this.getAttribute("pages") ?? "") + path);
      if (!answer.ok) throw new Error(path);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    };
    const page = this.#pages.get(path) ?? load();
    this.#pages.set(path, page);
    page.catch(() => this.#pages.delete(path));
    return page;
  }
}

/** A question with a column for each draft; nothing where none of them answers. */
function rowOf(id: string, drafts: readonly string[], pages: readonly Document[]): HTMLElement[] {
  const rows = pages.flatMap((page) => page.getElementById(id)?.closest(".answer-row") ?? []);
  const heading = rows[0]?.querySelector("h3")?.cloneNode(true);
  if (!heading) return [];
  const row = document.createElement("section");
  const columns = document.createElement("div");
  columns.append(
    ...drafts.map((draft, i) => {
      const side = rows.map((row) => row.querySelector(`[data-draft="${draft}"]`)).find((side) => side);
      const column = (side?.cloneNode(true) ?? document.createElement("div")) as Element;
      // The first column is what the others are marked against.
      if (i === 0)
        for (const mark of column.querySelectorAll("ins, del")) mark.replaceWith(...mark.childNodes);
      return column;
    }),
  );
  row.append(heading, columns);
  return [row];
}

customElements.define("compare-columns", CompareColumns);
