const GAP_PX = 5;
const EDGE_PX = 8;

/**
 * Tries `first` first, then the other, then the sides, starting at `x`; covers the mark only if nothing else fits.
 * Screen coordinates.
 */
export function placePopover(popover: HTMLElement, mark: DOMRect, x: number, first: "above" | "below") {
  const { width, height } = popover.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const inside = (left: number, top: number) => [
    Math.max(EDGE_PX, Math.min(left, clientWidth - width - EDGE_PX)),
    Math.max(EDGE_PX, Math.min(top, clientHeight - height - EDGE_PX)),
  ];
  const [near = 0, level = 0] = inside(x, mark.top);
  const above: [number, number] = [near, mark.top - GAP_PX - height];
  const below: [number, number] = [near, mark.bottom + GAP_PX];
  const places: [number, number][] = [
    ...(first === "above" ? [above, below] : [below, above]),
    [mark.right + GAP_PX, level],
    [mark.left - GAP_PX - width, level],
  ];
  const fits = ([left, top]: [number, number]) => inside(left, top).join() === [left, top].join();
  const [left = 0, top = 0] = places.find(fits) ?? inside(...above);
  popover.style.setProperty("--x", `${left + scrollX}px`);
  popover.style.setProperty("--y", `${top + scrollY}px`);
}
