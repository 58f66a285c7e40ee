import { type ComponentChildren, Fragment, type VNode } from "preact";
import { escapeMarkup } from "./escape.ts";

/**
 * Valid in HTML and XML, several times as fast as an application renderer. What the JSX may be: see `drawingOf`.
 */
export function toMarkup(node: ComponentChildren, prefix = ""): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node !== "object") return escapeMarkup(String(node));
  if (Array.isArray(node)) return node.map((child: ComponentChildren) => toMarkup(child, prefix)).join("");
  const { type, props } = node as VNode;
  const { children, ...attributes } = props as Record<string, Attribute> & { children?: ComponentChildren };
  if (type === Fragment) return toMarkup(children, prefix);
  if (typeof type === "function")
    return toMarkup((type as (props: unknown) => ComponentChildren)(props), prefix);
  const written = Object.entries(attributes).map(([name, value]) => writeAttribute(name, value, prefix));
  const content = toMarkup(children, prefix);
  if (type === "g" && written.every((attribute) => attribute === "")) return content;
  return `<${type}${written.join("")}>${content}</${type}>`;
}

/** With two digits after the point or more, or an exponent; or none. A scale is left as it is. */
const LONG_NUMBER = /(?<!scale\([\d.]*)-?\d+(?:\.\d\d+|\.?\d*e)[\d.e-]*|NaN|-?Infinity/g;

type Attribute = string | number | boolean | null | undefined;

function writeAttribute(name: string, value: Attribute, prefix: string) {
  if (value === undefined || value === null || value === false) return "";
  if (typeof value === "number") return ` ${name}="${roundPx(value)}"`;
  let text = withPrefix(name, String(value), prefix);
  if (name === "class" && !(text = text.trim())) return "";
  if (name === "d" || name === "transform")
    text = text.replace(LONG_NUMBER, (number) => String(roundPx(Number(number))));
  return ` ${name}="${escapeMarkup(text)}"`;
}

function withPrefix(name: string, value: string, prefix: string) {
  if (name === "id") return prefix + value;
  return value.replace(name === "href" ? /^#/ : /^url\(#/, (start) => start + prefix);
}

/** To a tenth of a pixel, to keep the markup short. Throws a RangeError for NaN and Infinity. */
function roundPx(value: number) {
  if (!Number.isFinite(value)) throw new RangeError(`a coordinate is ${value}`);
  return Math.round(value * 10) / 10;
}
