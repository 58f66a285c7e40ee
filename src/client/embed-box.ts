import {
  type Choices,
  type Colours,
  describeFrame,
  type EmbedFacts,
  FRAME_WAY,
  OTHER_WAYS,
} from "../embed/codes.ts";
import { embedHeight } from "../embed/size.ts";

const connected = new WeakSet<HTMLElement>();

/** Makes an embed box follow the chosen width and colours: preview and codes. Without it the box has the code of one choice. */
export function connectEmbedBox(box: HTMLElement): void {
  if (connected.has(box)) return;
  connected.add(box);
  const facts = JSON.parse(box.dataset.embed ?? "") as EmbedFacts;
  const preview = box.querySelector<HTMLElement>(".embed-box__preview");
  if (!preview) return;
  const widths = [...box.querySelectorAll<HTMLInputElement>("[data-choice=width]")];
  for (const choices of box.querySelectorAll<HTMLElement>(".choices")) choices.hidden = false;
  // The chosen width if there is room for it, else the widest that has room: a phone shows what a phone gets.
  const fitting = widths.filter(({ value }) => Number(value) <= preview.clientWidth);
  if (!fitting.some(({ checked }) => checked)) (fitting.at(-1) ?? widths[0])?.click();
  let frame: HTMLIFrameElement | undefined;

  const update = () => {
    const chosen = (name: string) =>
      box.querySelector<HTMLInputElement>(`[data-choice=${name}]:checked`)?.value;
    const choices: Choices = { colours: chosen("colours") as Colours, width: Number(chosen("width")) };
    for (const way of [FRAME_WAY, ...OTHER_WAYS])
      box.querySelector(`[data-way=${way.id}] code`)?.replaceChildren(way.code(facts, choices));
    box.querySelector("[data-says]")?.replaceChildren(describeFrame(facts, choices));
    const src = `${box.dataset.frame}${choices.colours === "auto" ? "" : `?theme=${choices.colours}`}`;
    if (frame?.getAttribute("src") !== src) {
      // A new frame, because a new address in the old one would be a step of the reader's history.
      frame = document.createElement("iframe");
      frame.src = src;
      frame.title = `Preview: ${facts.title}`;
      preview.replaceChildren(frame);
    }
    const width =
      choices.width === Number(widths[0]?.value)
        ? Math.min(choices.width, preview.clientWidth)
        : choices.width;
    frame.width = String(width);
    frame.height = String(embedHeight(facts.ratios, width));
  };
  box.addEventListener("change", update);
  update();
}
