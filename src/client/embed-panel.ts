import { itemAt, required } from "../required.ts";
import { part } from "./part.ts";

// The embed panel of a chart's page: a frame that shows the embed at three widths. Without this script it is a link.
const panel = part(document, ".embed-panel");
const preview = part(panel, ".embed-preview");
const box = document.createElement("div");
box.className = "embed-preview__box";
box.tabIndex = 0;
box.role = "region";
box.ariaLabel = "Preview";
let frame = document.createElement("iframe");
frame.title = required(preview.dataset.title, "data-title");
frame.loading = "lazy";
preview.append(box);
part(preview, ".filters").hidden = false;

// The widest that has room: a phone gets a phone's.
const widths = [...preview.querySelectorAll<HTMLInputElement>("[name=embed-width]")];
(widths.findLast((input) => Number(input.value) <= preview.clientWidth) ?? itemAt(widths, 0)).checked = true;

function checked(name: string): HTMLInputElement {
  return part<HTMLInputElement>(panel, `input[name="${name}"]:checked`);
}

function show(): void {
  const theme = checked("embed-theme").value;
  const address = required(preview.dataset.src, "data-src") + (theme === "auto" ? "" : `?theme=${theme}`);
  if (frame.getAttribute("src") !== address) {
    // A new frame, because a new address in the old one would be a step of the reader's history.
    frame = frame.cloneNode() as HTMLIFrameElement;
    frame.src = address;
    box.replaceChildren(frame);
  }
  const { value: width, dataset } = checked("embed-width");
  frame.width = width;
  frame.height = required(dataset.height, "data-height");
}
show();
panel.addEventListener("change", show);

// The picture itself, for whoever writes a letter. Absent where a browser cannot copy pictures.
const copyPicture = panel.querySelector<HTMLButtonElement>("[data-copy-picture]");
if (copyPicture && "clipboard" in navigator && "ClipboardItem" in window) {
  copyPicture.hidden = false;
  copyPicture.addEventListener("click", () => {
    const name = copyPicture.textContent;
    // The promise, not its value: Safari wants the copy to begin in the click.
    const picture = fetch(required(copyPicture.dataset.copyPicture, "data-copy-picture")).then((answer) => answer.blob());
    const say = (words: string) => {
      copyPicture.textContent = words;
      setTimeout(() => (copyPicture.textContent = name), 2000);
    };
    navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]).then(
      () => say(required(copyPicture.dataset.done, "data-done")),
      () => say(required(copyPicture.dataset.failed, "data-failed")),
    );
  });
}
