import { toMarkup } from "./render.tsx";
import type { Drawing } from "../chart.ts";
import { lookOf, widthOf } from "./text.tsx";
import { itemAt } from "../../required.ts";

/** A rectangle; `right` and `bottom` are not part of it. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** An element of a drawing as it comes out: its attributes, and where its group was moved to. */
export interface DrawnElement {
  name: string;
  attributes: Record<string, string>;
  dx: number;
  dy: number;
}

/** A line of text with the room it takes. */
export interface DrawnText extends Box {
  text: string;
  size: number;
}

/**
 * Reads a drawing back from its SVG: every element outside `defs`, and every text with its box by
 * `textWidth`. Knows groups that are moved by `translate` and nothing else that moves. Throws on NaN.
 */
export function readDrawing(drawing: Drawing): { svg: string; elements: DrawnElement[]; texts: DrawnText[] } {
  const svg = toMarkup(drawing.body);
  if (/NaN|undefined|Infinity/.test(svg))
    throw new Error(`the drawing has a bad number: ${/.{40}(NaN|undefined|Infinity)/.exec(svg)?.[0]}`);
  const elements: DrawnElement[] = [];
  const texts: DrawnText[] = [];
  const open: { name: string; dx: number; dy: number }[] = [{ name: "svg", dx: 0, dy: 0 }];
  let text: { element: DrawnElement; words: string } | undefined;
  for (const [, close, name = "", attributeText = "", words] of svg
    .replace(/<defs>.*?<\/defs>/gs, "")
    .matchAll(/<(\/)?([a-z]+)((?:\s[^<>]*)?)>|([^<>]+)/g)) {
    if (words !== undefined) {
      if (text) text.words += unescape(words);
    } else if (close) {
      if (open.pop()?.name === "text" && text) texts.push(boxOf(text.element, text.words));
      if (name === "text") text = undefined;
    } else {
      const attributes = Object.fromEntries(
        [...attributeText.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [
          key,
          unescape(value),
        ]),
      );
      const parent = itemAt(open, -1);
      const [dx = 0, dy = 0] = (/translate\(([^)]*)\)/.exec(attributes.transform ?? "")?.[1] ?? "0 0")
        .split(/[ ,]+/)
        .map(Number);
      const element = { name, attributes, dx: parent.dx + dx, dy: parent.dy + dy };
      elements.push(element);
      open.push({ name, dx: element.dx, dy: element.dy });
      if (name === "text") text = { element, words: "" };
    }
  }
  return { svg, elements, texts };
}

/** Every text that leaves the drawing, and every two that touch: empty if the drawing is sound. */
export function textFaults(drawing: Drawing): string[] {
  const { texts } = readDrawing(drawing);
  const { width, height } = drawing;
  const slack = 0.5;
  return texts.flatMap((box, i) => {
    const { text, left, right, top, bottom } = box;
    const touched = texts.slice(i + 1).filter((other) => overlaps(box, other));
    const touches = touched.map((other) => `“${text}” touches “${other.text}”`);
    if (Math.min(left, top) >= -slack && right <= width + slack && bottom <= height + slack) return touches;
    const [across, down] = [
      `${Math.round(left)} to ${Math.round(right)}`,
      `${Math.round(top)} to ${Math.round(bottom)}`,
    ];
    return [`“${text}” leaves the drawing: ${across} of ${width}, ${down} of ${height}`, ...touches];
  });
}

function boxOf({ attributes, dx, dy }: DrawnElement, words: string): DrawnText {
  const classes = attributes.class ?? "";
  const width = widthOf(words, classes);
  const { size } = lookOf(classes);
  const anchor = classes.split(" ").includes("middle") ? 0.5 : classes.split(" ").includes("end") ? 1 : 0;
  const x = Number(attributes.x ?? 0) + dx - width * anchor;
  const y = Number(attributes.y ?? 0) + dy;
  if (/rotate\(-90 /.test(attributes.transform ?? ""))
    return { text: words, size, left: x - size * 0.72, right: x + size * 0.2, top: y - width, bottom: y };
  return { text: words, size, left: x, right: x + width, top: y - size * 0.72, bottom: y + size * 0.2 };
}

function unescape(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
