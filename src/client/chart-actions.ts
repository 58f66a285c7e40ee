import { copyText, sayOn } from "./copy-text.ts";

/** Adds to the row below a chart what only a script can do: copy its address or data, share it. `say` tells what was done. */
export function addActions(figure: HTMLElement, say: (words: string) => void): void {
  const url = new URL(figure.getAttribute("href") ?? "", location.href).href;
  const actions = document.createElement("span");
  actions.className = "figure__actions cluster";

  const add = (name: string, act: (button: HTMLButtonElement) => unknown) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.onclick = () => act(button);
    actions.append(button);
  };
  const addCopy = (name: string, text: () => string) =>
    add(`Copy ${name}`, async (button) => {
      const done = (await copyText(text())) ? "Copied" : "Not copied";
      sayOn(button, done);
      say(`${done}: ${name}`);
    });

  const table = figure.querySelector("table");
  addCopy("link", () => url);
  if (table)
    addCopy("data", () =>
      [...table.rows]
        .map((row) => [...row.cells].map((cell) => cell.textContent.trim()).join("\t"))
        .join("\n"),
    );
  if ("share" in navigator)
    add("Share", () =>
      navigator
        .share({ title: figure.querySelector(".figure__title")?.textContent ?? document.title, url })
        .catch(() => undefined),
    );
  figure.querySelector(".figure__row")?.append(actions);
}
