import { toMarkup } from "../../markup.ts";
import type { Drawing } from "../chart.ts";
import { type Box, overlaps } from "./signs.tsx";
import { metricsOf, widthOf } from "./text.tsx";
import { nth } from "../../expect-defined.ts";

/** An element of a drawing as it comes out: its attributes, and where its group was moved to. */
interface DrawnElement {
  name: string;
  attributes: Record<string, string>;
  dx: number;
  dy: number;
}

/** A line of text with the room it takes; `x` is where it is anchored, `y` the middle of its letters. */
interface DrawnText extends Box {
  text: string;
  className: string;
  size: number;
  x: number;
  y: number;
}

type Point = [x: number, y: number];

/** A shape with the room it takes; a path has the points of each of its pieces. */
interface DrawnMark extends Box {
  className: string;
  x: number;
  y: number;
  pieces: Point[][];
}

/**
 * Reads a drawing back from its SVG: every element outside `defs`, and every text with its box by
 * `textWidth`, or `wider`. Knows groups that are moved by `translate`, and nothing else that moves. Throws on NaN.
 */
export function readDrawing(
  drawing: Drawing,
  wider = 1,
): { svg: string; elements: DrawnElement[]; texts: DrawnText[] } {
  const svg = toMarkup(drawing.body);
  if (/NaN|undefined|Infinity/.test(svg))
    throw new Error(`the drawing has a bad number: ${/.{40}(NaN|undefined|Infinity)/.exec(svg)?.[0]}`);
  const elements: DrawnElement[] = [];
  const texts: DrawnText[] = [];
  const open: Omit<DrawnElement, "attributes">[] = [{ name: "svg", dx: 0, dy: 0 }];
  let text: { element: DrawnElement; words: string } | undefined;
  for (const [, close, name = "", attributeText = "", words] of svg
    .replace(/<defs>.*?<\/defs>/gs, "")
    .matchAll(/<(\/)?([a-z]+)((?:\s[^<>]*)?)>|([^<>]+)/g)) {
    if (words !== undefined) {
      if (text) text.words += unescape(words);
    } else if (close) {
      if (open.pop()?.name === "text" && text) texts.push(boxOf(text.element, text.words, wider));
      if (name === "text") text = undefined;
    } else {
      const attributes = Object.fromEntries(
        [...attributeText.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [
          key,
          unescape(value),
        ]),
      );
      const parent = nth(open, -1);
      const [dx = 0, dy = 0] = (/translate\(([^)]*)\)/.exec(attributes.transform ?? "")?.[1] ?? "0 0")
        .split(/[ ,]+/)
        .map(Number);
      const element = { name, attributes, dx: parent.dx + dx, dy: parent.dy + dy };
      elements.push(element);
      open.push(element);
      if (name === "text") text = { element, words: "" };
    }
  }
  return { svg, elements, texts };
}

/** Classes of what lies under words. */
const GROUND = ["band", "land", "hair", "paper"];

/** Every text that leaves the drawing, and every two that touch. */
export function textFaults(drawing: Drawing, wider = 1, slack = 0.5): string[] {
  const { texts } = readDrawing(drawing, wider);
  const { width, height } = drawing;
  return texts.flatMap((box, i) => {
    const { text, left, right, top, bottom } = box;
    const touched = texts.slice(i + 1).filter((other) => overlaps(box, other));
    const touches = touched.map((other) => `“${text}” touches “${other.text}”`);
    if (Math.min(left, top) >= -slack && right <= width + slack && bottom <= height + slack) return touches;
    const [from, to] = [`${left} ${top}`, `${right} ${bottom}`];
    return [`“${text}” leaves the drawing: ${from} to ${to} of ${width} ${height}`, ...touches];
  });
}

/**
 * Besides `textFaults`: every text that the edge of a mark or a line crosses, unless it has a rim of paper (`halo`).
 * Words may be inside of a mark. Empty if the drawing is sound.
 */
export function drawingFaults(drawing: Drawing, wider = 1, slack = 0.5): string[] {
  const { texts, elements } = readDrawing(drawing, wider);
  const marks = elements
    .filter(({ name, attributes }) => {
      const classes = (attributes.class ?? "").split(" ");
      return ["path", "circle", "rect"].includes(name) && !GROUND.some((ground) => classes.includes(ground));
    })
    .map((element) => ({ element, edges: edgesOf(element) }));
  return [
    ...textFaults(drawing, wider, slack),
    ...texts
      .filter(({ className }) => !className.split(" ").includes("halo"))
      .flatMap((box) => {
        const { left, right, top, bottom } = box;
        const inner = { left: left + 1, right: right - 1, top: top + 1, bottom: bottom - 1 };
        return marks
          .filter(({ edges }) => edges.some(([a, b]) => crosses(a, b, inner)))
          .map(
            ({ element: { name, attributes } }) =>
              `“${box.text}” is crossed by a ${name} (${attributes.class})`,
          );
      }),
  ];
}

/** The sides of a shape and the pieces of a line. */
function edgesOf(element: DrawnElement): [Point, Point][] {
  const pieces = piecesOf(element);
  if (element.name === "path")
    return pieces.flatMap((piece) =>
      piece.slice(1).map((point, i): [Point, Point] => [nth(piece, i), point]),
    );
  const [[left, top], [right, bottom]] = nth(pieces, 0) as [Point, Point];
  const corners: Point[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
  return corners.map((corner, i) => [corner, nth(corners, (i + 1) % 4)]);
}

/** Whether a straight line has a part inside of a box (Liang–Barsky). */
function crosses([ax, ay]: Point, [bx, by]: Point, { left, right, top, bottom }: Box): boolean {
  const [dx, dy] = [bx - ax, by - ay];
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [-dx, ax - left],
    [dx, right - ax],
    [-dy, ay - top],
    [dy, bottom - ay],
  ] as Point[]) {
    if (step === 0 && room < 0) return false;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from < to;
}

function boxOf({ attributes, dx, dy }: DrawnElement, words: string, wider: number): DrawnText {
  const classes = attributes.class ?? "";
  const width = widthOf(words, classes) * wider;
  const { size } = metricsOf(classes);
  const anchor = classes.split(" ").includes("middle") ? 0.5 : classes.split(" ").includes("end") ? 1 : 0;
  const x = Number(attributes.x ?? 0) + dx;
  const y = Number(attributes.y ?? 0) + dy;
  const left = x - width * anchor;
  const box = { left, right: left + width, top: y - size * 0.72, bottom: y + size * 0.2 };
  return { text: words, className: classes, size, x, y: y - size / 3, ...box };
}

/**
 * The shapes of a class, in the order of the drawing. A class is the name of the element or some of its classes:
 * `rect`, `series dashed`.
 */
export function marksOf(drawing: Drawing, className: string): DrawnMark[] {
  return readDrawing(drawing).elements.flatMap((element) => {
    const { class: classes = "" } = element.attributes;
    const has = className.split(" ").every((name) => classes.split(" ").includes(name));
    if (element.name !== className && !has) return [];
    const pieces = piecesOf(element);
    const [xs, ys] = [pieces.flat().map(([x]) => x), pieces.flat().map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    return [{ className: classes, left, right, top, bottom, ...middle, pieces }];
  });
}

/** Corners of a rectangle or around a circle, points of a path, the middle of anything else. */
function piecesOf({ name, attributes, dx, dy }: DrawnElement): Point[][] {
  const [x = 0, y = 0, width = 0, height = 0, r = 0] = ["x", "y", "width", "height", "r"].map((key) =>
    Number(attributes[key] ?? attributes[`c${key}`] ?? 0),
  );
  const corner: Point[] = name === "rect" ? [[x + width, y + height]] : r > 0 ? [[x + r, y + r]] : [];
  const pieces: Point[][] = name === "path" ? [] : [[[x - r, y - r], ...corner]];
  let at: Point = [0, 0];
  for (const [, command = "", text = ""] of (attributes.d ?? "").matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (text.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const [fromX, fromY] = command === command.toLowerCase() ? at : [0, 0];
    const kind = command.toUpperCase();
    if (kind === "M") pieces.push([]);
    if (kind === "H") at = [fromX + nth(numbers, 0), at[1]];
    else if (kind === "V") at = [at[0], fromY + nth(numbers, 0)];
    else if (kind === "Z") continue;
    else if (command === "l") {
      for (let i = 0; i < numbers.length; i += 2) {
        at = [at[0] + nth(numbers, i), at[1] + nth(numbers, i + 1)];
        nth(pieces, -1).push(at);
      }
      continue;
    } else at = [fromX + nth(numbers, -2), fromY + nth(numbers, -1)];
    nth(pieces, -1).push(at);
  }
  return pieces.map((piece) => piece.map(([x, y]) => [dx + x, dy + y]));
}

/** The last text of these words. */
export function textOf(drawing: Drawing, words: string): DrawnText {
  const found = readDrawing(drawing).texts.findLast(({ text }) => text === words);
  if (!found) throw new Error(`no text “${words}” in the drawing`);
  return found;
}

/**
 * Reads an axis as a reader does, from its labels: the place (px) of a value (a number, or a time in ms). Throws unless
 * values rise to the right or upwards.
 */
export function readAxis(drawing: Drawing, axis: "levels" | "times"): (value: number) => number {
  const { texts } = readDrawing(drawing);
  const isNumber = axis === "levels" ? /^second end \d+%?$/ : /^second middle \d{4}$/;
  const own = texts.filter(({ className, text }) => isNumber.test(`${className} ${text}`));
  const labels = own
    .map(({ x, y, text }) =>
      axis === "levels"
        ? { place: y, value: Number(text.replace("%", "")) }
        : { place: x, value: Date.parse(`${text}-07-02`) },
    )
    .sort((a, b) => a.value - b.value);
  const [from, to] = [nth(labels, 0), nth(labels, -1)];
  if (axis === "times" ? from.place >= to.place : from.place <= to.place)
    throw new Error("the axis does not rise to the right, or upwards");
  return (value) => from.place + ((value - from.value) / (to.value - from.value)) * (to.place - from.place);
}

function unescape(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
