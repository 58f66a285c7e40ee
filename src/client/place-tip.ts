/** A rectangle; `right` and `bottom` are not part of it. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Point {
  x: number;
  y: number;
}

interface Size {
  width: number;
  height: number;
}

/** `pointer` and `mark` are in screen coordinates. */
export function putBeside(tip: HTMLElement, mark: Box, pointer: Point): void {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const { x, y } = placeTip(mark, tip.getBoundingClientRect(), { width, height }, pointer);
  tip.style.setProperty("--x", `${x + scrollX}px`);
  tip.style.setProperty("--y", `${y + scrollY}px`);
}

/** From a tip to its mark, to the edge of the screen, and sideways to the pointer, px. */
const GAP = 4;
const EDGE = 8;
const ASIDE = 6;

/** Top left corner of a tip: above or below `mark`, or to the side of a tall one. It covers the mark only if nothing else fits `view`. */
export function placeTip(mark: Box, tip: Size, view: Size, pointer: Point): Point {
  const inside = ({ x, y }: Point) => ({
    x: Math.max(EDGE, Math.min(x, view.width - tip.width - EDGE)),
    y: Math.max(EDGE, Math.min(y, view.height - tip.height - EDGE)),
  });
  // Not straight above the pointer, so that it can go on to the next mark without running into the tip.
  const right = pointer.x + ASIDE;
  const near = inside({
    x: right + tip.width + EDGE > view.width ? pointer.x - ASIDE - tip.width : right,
    y: pointer.y - tip.height / 2,
  });
  const above = { x: near.x, y: mark.top - GAP - tip.height };
  const upright = [above, { x: near.x, y: mark.bottom + GAP }];
  const sideways = [
    { x: mark.right + GAP, y: near.y },
    { x: mark.left - GAP - tip.width, y: near.y },
  ];
  const tall = (mark.bottom - mark.top) * 4 > view.height;
  const fits = (place: Point) => inside(place).x === place.x && inside(place).y === place.y;
  return (tall ? [...sideways, ...upright] : [...upright, ...sideways]).find(fits) ?? inside(above);
}
