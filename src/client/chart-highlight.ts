/** Rows of marks in which nothing carries the sign fade as a whole; in others, the marks that do not carry it. */
const DIM = "dim";

interface Entry {
  /** Name of the glyph, without the prefix of its drawing. */
  sign: string;
  /** Class of marks that are drawn like the sign without being one: bars. */
  look: string;
}

/**
 * Makes the entries of a key buttons that set off the marks with their sign. A key of one entry stays text, and so do hollow
 * signs and arrows: they belong to the marks of other entries.
 */
export function connectKey(figure: HTMLElement): void {
  const items = [
    ...figure.querySelectorAll<HTMLElement>(".key li:not([data-sign=hollow], [data-sign=changed])"),
  ];
  if (items.length < 2) return;
  const entries = items.map((item) => ({
    sign: item.dataset.sign ?? "",
    look: [...item.querySelectorAll("svg [class]")].at(-1)?.classList.value.split(" ").at(-1) ?? "",
  }));
  const highlight = (entry?: Entry) =>
    figure.querySelectorAll(".drawing").forEach((drawing) => setOff(drawing, entries, entry));
  const buttons: HTMLButtonElement[] = [];
  const pressed = () => entries[buttons.findIndex((button) => button.ariaPressed === "true")];
  items.forEach((item, i) => {
    const button = document.createElement("button");
    button.type = "button";
    button.ariaPressed = "false";
    button.append(...item.childNodes);
    item.append(button);
    buttons.push(button);
    button.onpointerenter = (event) => event.pointerType !== "touch" && highlight(entries[i]);
    button.onfocus = () => highlight(entries[i]);
    button.onpointerleave = button.onblur = () => highlight(pressed());
    button.onclick = () => {
      for (const other of buttons)
        other.ariaPressed = String(other === button && button.ariaPressed !== "true");
      highlight(pressed());
    };
  });
}

function setOff(drawing: Element, entries: readonly Entry[], entry: Entry | undefined): void {
  drawing.querySelectorAll(`.${DIM}`).forEach((mark) => mark.classList.remove(DIM));
  if (!entry) return;
  // A dashed bar is a bar too: it belongs to the later, closer entry.
  const own = entries.map((other, i) =>
    marksOf(drawing, other).filter(
      (mark) => !entries.slice(i + 1).some(({ look }) => look !== "" && mark.classList.contains(look)),
    ),
  );
  const marks = own.flat();
  const kept = new Set(own[entries.indexOf(entry)]);
  const groups = marks.map((mark) => mark.parentElement);
  const apart = new Set(groups).size === groups.length;
  const rowOf = (mark: Element) => mark.closest("g[data-row]") ?? ((apart && mark.parentElement) || mark);
  const keptRows = new Set([...kept].map(rowOf));
  for (const mark of marks)
    if (!kept.has(mark)) (keptRows.has(rowOf(mark)) ? mark : rowOf(mark)).classList.add(DIM);
}

function marksOf(drawing: Element, { sign, look }: Entry): Element[] {
  // The drawing's own prefix stands before the name of its title, too.
  const id = `#${drawing.querySelector("title")?.id.replace(/title$/, sign)}`;
  const signs = [...drawing.querySelectorAll(`use[href="${id}"], use[href="${id}-hollow"]`)];
  return signs.length > 0 ? signs : [...drawing.querySelectorAll(`.${look}:not(defs *)`)];
}

/** Sets off the line that the pointer is at, or whose name, in drawings of named lines. */
export function connectLines(figure: HTMLElement): void {
  const lines = [...figure.querySelectorAll<SVGElement>("[data-line]")];
  const setOffLine = (id?: string) =>
    lines.forEach((line) => line.classList.toggle(DIM, id !== undefined && line.dataset.line !== id));
  const follow = ({ clientX, clientY }: PointerEvent) => {
    // Lines are thin: a few pixels above and below count too.
    const near = [0, 3, -3, 6, -6].flatMap((reach) => document.elementsFromPoint(clientX, clientY + reach));
    setOffLine(
      near.map((found) => found.closest<SVGElement>("[data-line]")).find((line) => line)?.dataset.line,
    );
  };
  if (lines.length === 0) return;
  figure.addEventListener("pointermove", follow);
  figure.addEventListener("pointerdown", follow);
  figure.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && setOffLine());
}
