import { type Choices, embedHeight, type EmbedFacts, frameCode, OTHER_WAYS } from "../embed/codes.ts";
import { element } from "./dom.ts";

export function connectEmbedBox(box: HTMLElement) {
  const preview = box.querySelector<HTMLElement>(".embed-box__preview");
  const address = preview?.querySelector("a")?.href;
  if (!preview || !address) return;
  const facts = JSON.parse(box.dataset.embed ?? "") as EmbedFacts;
  for (const choices of box.querySelectorAll<HTMLElement>(".choices")) choices.hidden = false;
  // The chosen width, or else the widest that fits.
  const widths = [...box.querySelectorAll<HTMLInputElement>("[data-choice=width]")];
  const fitting = widths.filter(({ value }) => Number(value) <= preview.clientWidth);
  if (!fitting.some(({ checked }) => checked)) (fitting.at(-1) ?? widths[0])?.click();

  const update = () => {
    const chosen = (name: string) =>
      box.querySelector<HTMLInputElement>(`[data-choice=${name}]:checked`)?.value;
    const choices = { colours: chosen("colours"), width: Number(chosen("width")) } as Choices;
    for (const [i, code] of box.querySelectorAll("code").entries())
      code.replaceChildren((OTHER_WAYS[i - 1]?.code ?? frameCode)(facts, choices));
    // On a phone the preview shows what a phone gets.
    const isNarrowest = choices.width === Number(widths[0]?.value);
    const width = isNarrowest ? Math.min(choices.width, preview.clientWidth) : choices.width;
    // A new frame: a new address in the old one would add a step to the reader’s history.
    const frame = element("iframe", {
      src: `${address}${choices.colours === "auto" ? "" : `#${choices.colours}`}`,
      title: `Preview: ${facts.title}`,
      width: String(width),
      height: String(embedHeight(facts.ratios, width)),
    });
    // Otherwise the fragment of its address would scroll this page, as of one origin.
    frame.sandbox.add("allow-scripts", "allow-popups");
    preview.replaceChildren(frame);
  };
  box.addEventListener("change", update);
  update();
}
